import { sql } from 'kysely';
import type { ContributionKind, MeasureKind, Scale, Showing } from '../measures/kinds.ts';
import type { Reader } from '../platform/db.ts';

/** A gift of land, money, goods or work, with how its measure writes it. */
export interface Contribution {
  id: number;
  exemplarId: number;
  measureId: number;
  kind: ContributionKind;
  measure: string;
  /** In the unit of the measure. */
  amount: number;
  scale: Scale;
  asTyped: string | null;
  rechecked: boolean;
  /** Outside of the range that is plausible for its kind of subject. */
  outside: boolean;
  year: number | null;
  receiver: string | null;
  purpose: string;
  evidenceId: number | null;
  evidenceTitle: string | null;
  trust: string;
  confirmedBy: string | null;
  /** Account that typed the amount as it stands. */
  recordedBy: number | null;
}

/** The contributions of an exemplar, year by year; the caller has made sure of the reach. */
export const contributionsOf = (db: Reader, exemplarId: number): Promise<Contribution[]> =>
  contributionsOfMany(db, [exemplarId]);

/** The same for several exemplars with one query. */
export async function contributionsOfMany(
  db: Reader,
  exemplarIds: readonly number[],
): Promise<Contribution[]> {
  const rows = await db
    .selectFrom('contribution as c')
    .innerJoin('exemplar as e', 'e.id', 'c.exemplar_id')
    .innerJoin('measure as m', 'm.id', 'c.measure_id')
    .leftJoin('measure_range as r', (join) =>
      join.onRef('r.measure_id', '=', 'm.id').onRef('r.subject_kind', '=', 'e.subject_kind'),
    )
    .leftJoin('evidence as v', 'v.id', 'c.evidence_id')
    .select([
      'c.id',
      'c.exemplar_id as exemplarId',
      'c.measure_id as measureId',
      'm.contribution',
      'm.name as measure',
      'c.amount',
    ])
    .select(['m.kind', 'm.unit', 'm.decimals', 'm.shown', 'c.as_typed as asTyped', 'c.rechecked', 'c.year'])
    .select(['c.receiver', 'c.purpose', 'c.evidence_id as evidenceId', 'v.title as evidenceTitle', 'c.trust'])
    .select(['c.confirmed_by as confirmedBy', 'c.recorded_by as recordedBy'])
    .select(sql<boolean>`coalesce(c.amount < r.lowest OR c.amount > r.highest, false)`.as('outside'))
    .where('c.exemplar_id', '=', sql<number>`ANY (${sql.val([...exemplarIds])}::bigint[])`)
    .orderBy('c.year')
    .orderBy('c.id')
    .execute();
  // the database's CHECKs hold the texts to the unions they are read as
  return rows.map(({ contribution, kind, unit, decimals, shown, ...row }) => ({
    ...row,
    kind: (contribution ?? 'other') as ContributionKind,
    scale: { kind: kind as MeasureKind, unit, decimals, shown: shown as Showing },
  }));
}
