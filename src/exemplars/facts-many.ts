import { sql } from 'kysely';
import { judgeOpinions, type OpinionDays } from '../desks/opinion-rules.ts';
import type { Reader } from '../platform/db.ts';
import type { DeskFacts } from './desk-judge.ts';
import { factsFrom } from './facts.ts';
import { type FactsRow, factsQuery } from './facts-query.ts';
import type { ExemplarInView } from './queries.ts';
import type { ExemplarFacts } from './rules.ts';

/**
 * What `guardFacts` reads, of many candidates of one field at once: two queries, however many there are. Whether one may be
 * returned once more is not asked; a return is done by itself.
 *
 * @param quotaTaken how many hold a place in the quota of their field; none of the candidates may be among them
 */
export async function guardFactsOfMany(
  db: Reader,
  exemplars: readonly ExemplarInView[],
  quotaTaken: number,
): Promise<Map<number, ExemplarFacts>> {
  if (exemplars.length === 0) return new Map();
  const ids = exemplars.map(({ id }) => id);
  const facts = await factsOf(db, ids, quotaTaken);
  const awaited = await opinionsAwaited(db, ids);
  return new Map(
    exemplars.flatMap((exemplar) => {
      const row = facts.get(exemplar.id);
      const desk = deskFactsIn(exemplar, awaited.get(exemplar.id) ?? []);
      return row ? [[exemplar.id, factsFrom(exemplar, row, desk)] as const] : [];
    }),
  );
}

async function factsOf(db: Reader, ids: readonly number[], taken: number): Promise<Map<number, FactsRow>> {
  const of = {
    id: sql<number>`e.id`,
    fieldId: sql<number | null>`e.field_id`,
    planId: sql<number | null>`e.plan_id`,
    kind: sql<string>`e.subject_kind`,
    quotaTaken: sql<number>`${taken}::bigint`,
  };
  const { rows } = await sql<FactsRow & { id: number }>`
    SELECT e.id, facts.* FROM exemplar e CROSS JOIN LATERAL (${factsQuery(of)}) AS facts
    WHERE e.id = ANY (${sql.val([...ids])}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

type Opinion = OpinionDays & { officeName: string };

async function opinionsAwaited(db: Reader, ids: readonly number[]): Promise<Map<number, Opinion[]>> {
  const rows = await db
    .selectFrom('opinion as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['p.paper_id as id', 'o.name as officeName', 'p.due_on as dueOn'])
    .select(['p.answered_on as answeredOn', 'p.gap_on as gapOn'])
    .where('p.paper', '=', 'exemplar')
    .where(sql<boolean>`p.paper_id = ANY (${sql.val([...ids])}::bigint[])`)
    .where('p.answered_on', 'is', null)
    .where('p.gap_on', 'is', null)
    .orderBy('p.id')
    .execute();
  const awaited = new Map<number, Opinion[]>();
  for (const { id, ...opinion } of rows) awaited.set(id, [...(awaited.get(id) ?? []), opinion]);
  return awaited;
}

function deskFactsIn({ stay, leadOfficeId, sides }: ExemplarInView, awaited: readonly Opinion[]): DeskFacts {
  const moved = stay !== null && stay.officeId !== leadOfficeId;
  return {
    elsewhere: moved && !sides.has('holder') && !sides.has('above') ? stay.officeName : null,
    returnRefusal: null,
    awaited: judgeOpinions(awaited),
  };
}
