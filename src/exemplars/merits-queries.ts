import { sql } from 'kysely';
import type { MeasureKind, Scale, Showing } from '../measures/kinds.ts';
import type { Reader } from '../platform/db.ts';

/**
 * The achievements of an exemplar with how their measures write them, and whether a figure lies outside of the range
 * that is plausible for its kind of subject.
 */
export const achievementsOf = (db: Reader, exemplarId: number) => achievementsOfMany(db, [exemplarId]);

/** The same for several exemplars with one query; each says whose it is. */
export async function achievementsOfMany(db: Reader, exemplarIds: readonly number[]) {
  const rows = await db
    .selectFrom('achievement as a')
    .innerJoin('exemplar as e', 'e.id', 'a.exemplar_id')
    .leftJoin('measure as m', 'm.id', 'a.measure_id')
    .leftJoin('measure_range as r', (join) =>
      join.onRef('r.measure_id', '=', 'm.id').onRef('r.subject_kind', '=', 'e.subject_kind'),
    )
    .selectAll('a')
    .select(['m.kind', 'm.decimals', 'm.shown'])
    .select(
      sql<boolean>`coalesce(a.value < r.lowest OR a.value > r.highest OR a.value_before < r.lowest
      OR a.value_before > r.highest, false)`.as('outside'),
    )
    .where('a.exemplar_id', '=', sql<number>`ANY (${sql.val([...exemplarIds])}::bigint[])`)
    .orderBy('a.year')
    .orderBy('a.id')
    .execute();
  return rows.map(({ kind, decimals, shown, ...row }) => ({
    ...row,
    scale: scaleOf({ kind, decimals, shown, unit: row.unit }),
  }));
}
export type Achievement = Awaited<ReturnType<typeof achievementsOf>>[number];

/** How the measure writes a figure; null for a figure in words of its own. */
export function scaleOf(row: {
  kind: string | null;
  decimals: number | null;
  shown: string | null;
  unit: string | null;
}): Scale | null {
  const { kind, decimals, shown, unit } = row;
  if (kind === null || shown === null || unit === null) return null;
  // the database's CHECKs hold kind and showing to the unions
  return { kind: kind as MeasureKind, decimals: decimals ?? 0, shown: shown as Showing, unit };
}

export function evidenceOf(db: Reader, exemplarId: number) {
  return db
    .selectFrom('evidence')
    .leftJoin('file', 'file.id', 'evidence.file_id')
    .select([
      'evidence.id',
      'evidence.title',
      'evidence.reference',
      'evidence.achievement_id',
      'evidence.added_at',
    ])
    .select(['file.media_type', 'file.size'])
    .where('evidence.exemplar_id', '=', exemplarId)
    .orderBy('evidence.id')
    .execute();
}
export type Evidence = Awaited<ReturnType<typeof evidenceOf>>[number];
