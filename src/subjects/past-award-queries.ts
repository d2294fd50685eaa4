import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { PastAward, PastAwardSource } from './past-award-facts.ts';

/** An award from before, as the page tells it. */
export interface ShownPastAward extends PastAward {
  id: number;
  /** Of the catalogue, or in the words of the paper. */
  name: string;
  /** Where it was written down. */
  officeName: string;
  recordedBy: number | null;
  recordedByName: string | null;
  recordedOn: Day;
}

/** The newest first, those of an unknown year last; the caller has made sure of the reach. */
export async function pastAwardsOf(db: Reader, subjectId: number): Promise<ShownPastAward[]> {
  const rows = await selectAwards(db)
    .where('p.subject_id', '=', subjectId)
    .orderBy(sql`coalesce(p.year, extract(year FROM p.decided_on)::int) DESC NULLS LAST`)
    .orderBy(sql`p.decided_on DESC NULLS LAST`)
    .orderBy('p.id')
    .execute();
  return rows.map(toShown);
}

/** One award of the subject; null: it has no such one. */
export async function findPastAward(
  db: Reader,
  subjectId: number,
  awardId: number,
): Promise<ShownPastAward | null> {
  const row = await selectAwards(db)
    .where('p.subject_id', '=', subjectId)
    .where('p.id', '=', awardId)
    .executeTakeFirst();
  return row ? toShown(row) : null;
}

const selectAwards = (db: Reader) =>
  db
    .selectFrom('past_award as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .leftJoin('award_form as f', 'f.id', 'p.award_form_id')
    .leftJoin('account as a', 'a.id', 'p.recorded_by')
    .select(['p.id', 'p.award_form_id as awardFormId', 'p.form_words as formWords', 'p.number'])
    .select(['p.decided_on as decidedOn', 'p.given_by as givenBy', 'p.year', 'p.for_what as forWhat'])
    .select(['p.source', 'p.confirmed_by as confirmedBy', 'p.recorded_by as recordedBy'])
    .select(['p.recorded_on as recordedOn', 'o.name as officeName', 'a.display_name as recordedByName'])
    .select('f.name as formName');

type Row = Awaited<ReturnType<ReturnType<typeof selectAwards>['executeTakeFirstOrThrow']>>;

const toShown = ({ formName, ...row }: Row): ShownPastAward => ({
  ...row,
  // held to these three by the database
  source: row.source as PastAwardSource,
  name: formName ?? row.formWords ?? '',
});

/** A form of the catalogue, under the law that knows it. */
export interface AwardFormChoice {
  id: number;
  name: string;
  law: string;
}

/** Law by law, the newest first; within it from the lowest to the highest. */
export async function awardFormChoices(db: Reader): Promise<AwardFormChoice[]> {
  const rows = await db
    .selectFrom('award_form')
    .select(['id', 'name', 'legal_basis'])
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('legal_basis')
    .orderBy('rank')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, legal_basis }) => ({ id, name, law: legal_basis ?? 'Khác' }));
}
