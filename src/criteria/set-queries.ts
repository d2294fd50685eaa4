import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { OtherEdition } from './set-rules.ts';
import type { SetState } from './workflow.ts';

export interface SetInList {
  id: number;
  name: string;
  legalBasis: string | null;
  state: SetState;
  chain: number;
  edition: number;
  validFrom: Day | null;
  validTo: Day | null;
  subjectKinds: SubjectKind[];
  isSample: boolean;
  /** Criteria that stand by themselves, groups counted once. */
  criteria: number;
  /** Assessments that were made with it. */
  assessments: number;
}

/** Every edition of every set, those of one set together, the newest first. Public knowledge: no reach. */
export async function listSets(db: Reader): Promise<SetInList[]> {
  const { rows } = await sql<SetInList>`
    WITH asked AS (
      SELECT set_id, count(*) AS criteria FROM criterion WHERE parent_id IS NULL GROUP BY set_id
    ), used AS (
      SELECT criteria_set_id, count(*) AS assessments FROM assessment GROUP BY criteria_set_id
    )
    SELECT s.id, s.name, s.legal_basis AS "legalBasis", s.state, s.chain, s.edition,
      s.valid_from AS "validFrom", s.valid_to AS "validTo", s.subject_kinds AS "subjectKinds",
      s.is_sample AS "isSample", coalesce(a.criteria, 0) AS criteria, coalesce(u.assessments, 0) AS assessments
    FROM criteria_set s
    LEFT JOIN asked a ON a.set_id = s.id
    LEFT JOIN used u ON u.criteria_set_id = s.id
    ORDER BY max(s.valid_from) OVER (PARTITION BY s.chain) DESC NULLS LAST, s.chain, s.edition DESC`.execute(
    db,
  );
  return rows;
}

export interface Edition extends OtherEdition {
  state: SetState;
  assessments: number;
}

/** All editions of one set, the newest first. */
export async function editionsOf(db: Reader, chain: number): Promise<Edition[]> {
  const rows = await db
    .selectFrom('criteria_set as s')
    .select(['s.id', 's.edition', 's.state', 's.valid_from as validFrom', 's.valid_to as validTo'])
    .select(({ selectFrom }) =>
      selectFrom('assessment as a')
        .whereRef('a.criteria_set_id', '=', 's.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('assessments'),
    )
    .where('s.chain', '=', chain)
    .orderBy('s.edition', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as SetState, assessments: row.assessments ?? 0 }));
}

/** Editions beside this one that are or were in use. */
export const otherEditions = (editions: readonly Edition[], id: number): Edition[] =>
  editions.filter((one) => one.id !== id && one.state !== 'draft');

/**
 * Sets that a field may be given: of each the newest edition in use. A field names the set by any edition, and one
 * assesses by the edition in force on the day.
 */
export async function setsToChoose(db: Reader): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, name FROM (
      SELECT DISTINCT ON (chain) id, edition,
        CASE WHEN edition > 1 THEN name || ' (lần ' || edition || ')' ELSE name END AS name
      FROM criteria_set WHERE state <> 'draft' ORDER BY chain, edition DESC) newest
    ORDER BY id DESC`.execute(db);
  return rows;
}

/** Sets other than that of its field that a kind of subject may be assessed by on a day. */
export async function setsInForceFor(
  db: Reader,
  kind: SubjectKind,
  day: Day,
): Promise<{ id: number; name: string; chain: number }[]> {
  const rows = await db
    .selectFrom('criteria_set')
    .select(['id', 'name', 'first_id'])
    .where('state', '<>', 'draft')
    .where(sql<boolean>`${kind} = ANY (subject_kinds)`)
    .where(sql<boolean>`daterange(valid_from, valid_to, '[]') @> ${day}::date`)
    .orderBy('name')
    .execute();
  return rows.map(({ id, name, first_id: first }) => ({ id, name, chain: first ?? id }));
}
