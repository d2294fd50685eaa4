import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { filesMergedInto } from '../exemplars/carry-stored.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type LeadInView, seesLead } from './queries.ts';
import { OPEN } from './workflow.ts';

/** Another lead about what may be the same one. */
export interface OtherLead {
  id: number;
  fullName: string;
  officeName: string;
  receivedOn: Day;
  /** The first words of what was told. */
  what: string;
}

const MOST_OFFERED = 10;

const selectOthers = (db: Reader) =>
  db
    .selectFrom('lead as l')
    .innerJoin('office as o', 'o.id', 'l.office_id')
    .select(['l.id', 'l.full_name as fullName', 'o.name as officeName', 'l.received_on as receivedOn'])
    .select(sql<string>`left(l.what, 300)`.as('what'));

/** Open leads within reach whose name is much the same, with or without marks; the most alike first. */
export function openLeadsLike(
  db: Reader,
  actor: Actor,
  { id, fullName }: Pick<LeadInView, 'id' | 'fullName'>,
): Promise<OtherLead[]> {
  const key = sql<string>`search_key(${fullName})`;
  return selectOthers(db)
    .where('l.id', '<>', id)
    .where('l.state', 'in', [...OPEN])
    .where(seesLead(actor))
    .where(sql<SqlBool>`l.name_key % ${key}`)
    .orderBy(sql`similarity(l.name_key, ${key})`, 'desc')
    .orderBy('l.id')
    .limit(MOST_OFFERED)
    .execute();
}

/** What was merged into a lead, the first one first. Whoever sees the lead reads it: it is part of its words now. */
export const mergedInto = (db: Reader, id: number): Promise<OtherLead[]> =>
  selectOthers(db)
    .where('l.merged_into_id', '=', id)
    .orderBy('l.received_on')
    .orderBy('l.id')
    .limit(50)
    .execute();

/** The lead `l` became this file or one that was merged into it, was merged into it, or goes on with a lead that did. */
export function aboutExemplar(id: number): RawBuilder<SqlBool> {
  const files = filesMergedInto(id);
  return sql<SqlBool>`(l.exemplar_id IN ${files}
    OR l.merged_into_id IN (SELECT o.id FROM lead o WHERE o.exemplar_id IN ${files}))`;
}

/** The leads about an exemplar that the actor may see, the first one first. */
export const leadsAbout = (db: Reader, actor: Actor, exemplarId: number) =>
  db
    .selectFrom('lead as l')
    .select(['l.id', 'l.full_name as fullName', 'l.received_on as receivedOn', 'l.what', 'l.exemplar_id'])
    .where(aboutExemplar(exemplarId))
    .where(seesLead(actor))
    .orderBy('l.received_on')
    .orderBy('l.id')
    .limit(20)
    .execute();
