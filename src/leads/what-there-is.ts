import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { aboutExemplar } from './merged-leads.ts';

/** Which kinds of words there are about an exemplar, by citizens, officers and the subject itself. */
export interface WhatThereIs {
  leads: boolean;
  looks: boolean;
  questions: boolean;
  assisted: boolean;
  code: boolean;
  corrections: boolean;
  objections: boolean;
}

/** One query instead of seven that find nothing: most files have none of it. Reach is asked by whoever reads the words. */
export async function whatThereIs(db: Reader, exemplarId: number): Promise<WhatThereIs> {
  const of = (table: string): RawBuilder<boolean> =>
    sql`EXISTS (SELECT FROM ${sql.table(table)} t WHERE t.exemplar_id = ${exemplarId})`;
  const { rows } = await sql<WhatThereIs>`
    SELECT EXISTS (SELECT FROM lead l WHERE ${aboutExemplar(exemplarId)}) AS leads,
      ${of('verification')} AS looks, ${of('lead_question')} AS questions, ${of('assisted_entry')} AS assisted,
      ${of('slip_code')} AS code, ${of('correction')} AS corrections, ${of('objection')} AS objections`.execute(
    db,
  );
  const [found] = rows;
  if (!found) throw new Error('A query without a table answers with one row.');
  return found;
}
