import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { DB } from '../platform/db-types.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Adding, ContributionKind, MeasureKind, PlausibleRange, Scale, Showing } from './kinds.ts';

/** A measure of the catalogue. */
export interface Measure extends Scale {
  id: number;
  key: string;
  name: string;
  adding: Adding;
  /** Null: it counts no gift. */
  contribution: ContributionKind | null;
  synonyms: string[];
  validFrom: Day | null;
  validTo: Day | null;
  endReason: string | null;
  version: number;
  ranges: PlausibleRange[];
}

/** The whole catalogue, ended ones too, by name. */
export async function listMeasures(db: Reader): Promise<Measure[]> {
  const rows = await selectMeasures(db).orderBy(sql`m.name COLLATE "vi-x-icu"`).orderBy('m.id').execute();
  return rows.map(toMeasure);
}

/** Those that may be chosen on a day. */
export const measuresOn = async (db: Reader, day: Day): Promise<Measure[]> =>
  (await listMeasures(db)).filter((measure) => isValidOn(measure, day));

export async function findMeasure(db: Reader, id: number): Promise<Measure | null> {
  const row = await selectMeasures(db).where('m.id', '=', id).executeTakeFirst();
  return row ? toMeasure(row) : null;
}

/** Both days count; null is open. */
export const isValidOn = (
  { validFrom, validTo }: Pick<Measure, 'validFrom' | 'validTo'>,
  day: Day,
): boolean => (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

const selectMeasures = (db: Reader) =>
  db
    .selectFrom('measure as m')
    .select(['m.id', 'm.key', 'm.name', 'm.kind', 'm.unit', 'm.adding', 'm.decimals', 'm.shown'])
    .select(['m.contribution', 'm.synonyms', 'm.valid_from as validFrom', 'm.valid_to as validTo'])
    .select(['m.end_reason as endReason', 'm.version', rangesOf]);

const rangesOf = (eb: ExpressionBuilder<DB & { m: DB['measure'] }, 'm'>) =>
  jsonArrayFrom(
    eb
      .selectFrom('measure_range as r')
      .whereRef('r.measure_id', '=', 'm.id')
      .select(['r.subject_kind as subjectKind', 'r.lowest', 'r.highest', 'r.source', 'r.provisional'])
      .orderBy('r.subject_kind'),
  ).as('ranges');

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectMeasures>['executeTakeFirst']>>>;

// the database's CHECK constraints hold the texts to the unions they are read as
const toMeasure = (row: Row): Measure => ({
  ...row,
  kind: row.kind as MeasureKind,
  adding: row.adding as Adding,
  shown: row.shown as Showing,
  contribution: row.contribution as ContributionKind | null,
  ranges: row.ranges.map((range) => ({ ...range, subjectKind: range.subjectKind as SubjectKind })),
});
