import { sql } from 'kysely';
import { moveEvidence } from '../evidence/carry.ts';
import { movePlace } from '../places/keep-place.ts';
import type { Reader, Tx } from '../platform/db.ts';

/** Rows that move from a merged file to the kept one, and back. */
export const MOVED_KINDS = [
  'achievement',
  'contribution',
  'evidence',
  'endorsement',
  'consent',
  'place',
] as const;
export type MovedKind = (typeof MOVED_KINDS)[number];

/** Kind → id → how the row stood when it moved; the endorsement and the place, of which a file has one, under 'only'. */
export type Moved = Partial<Record<MovedKind, Record<string, string>>>;

/** What makes a row another one when it is changed. Of a consent nothing: it goes back as the subject has it now. */
const PRINTED: Record<MovedKind, { table: string; columns: readonly string[] }> = {
  achievement: {
    table: 'achievement',
    columns: [
      ...['statement', 'measure_id', 'measure', 'value', 'unit', 'year', 'value_before', 'year_before'],
      ...['trust', 'confirmed_by'],
    ],
  },
  contribution: {
    table: 'contribution',
    columns: [
      ...['measure_id', 'amount', 'year', 'receiver', 'purpose', 'evidence_id', 'trust', 'confirmed_by'],
    ],
  },
  evidence: { table: 'evidence', columns: ['title', 'file_id', 'reference', 'achievement_id'] },
  endorsement: { table: 'endorsement', columns: ['held_on', 'place', 'present', 'agreed', 'minutes'] },
  consent: { table: 'consent', columns: ['scope'] },
  place: {
    table: 'exemplar_place',
    columns: ['office_id', 'lat', 'lon', 'staff_precision', 'public_precision', 'source'],
  },
};

const ONLY = 'only';
const isSingle = (kind: MovedKind): boolean => kind === 'endorsement' || kind === 'place';

/** How these rows stand with an exemplar now, by id; those that are not there are left out. */
export async function printsOf(
  db: Reader,
  kind: MovedKind,
  exemplarId: number,
  ids: readonly number[],
): Promise<Record<string, string>> {
  const { table, columns } = PRINTED[kind];
  const single = isSingle(kind);
  const { rows } = await sql<{ id: string; print: string }>`
    SELECT ${single ? sql.val(ONLY) : sql`id::text`} AS id,
      md5(jsonb_build_array(${sql.join(columns.map((column) => sql.ref(column)))})::text) AS print
    FROM ${sql.table(table)}
    WHERE exemplar_id = ${exemplarId}
      ${single ? sql`` : sql`AND id = ANY (${sql.val([...ids])}::bigint[])`}`.execute(db);
  return Object.fromEntries(rows.map(({ id, print }) => [id, print]));
}

/** The ids of one kind in the record. */
export const idsOf = (moved: Moved, kind: MovedKind): number[] =>
  Object.keys(moved[kind] ?? {})
    .filter((id) => id !== ONLY)
    .map(Number);

export const hasOnly = (moved: Moved, kind: 'endorsement' | 'place'): boolean =>
  moved[kind]?.[ONLY] !== undefined;

/** Moves rows of one kind; for the endorsement and the place the ids do not matter. */
export async function moveRows(
  tx: Tx,
  kind: MovedKind,
  ids: readonly number[],
  way: { fromId: number; toId: number },
): Promise<void> {
  if (kind === 'place') return movePlace(tx, way);
  if (kind === 'evidence') return moveEvidence(tx, ids, way);
  if (kind === 'endorsement') {
    await tx
      .updateTable('endorsement')
      .set({ exemplar_id: way.toId })
      .where('exemplar_id', '=', way.fromId)
      .execute();
    return;
  }
  const isOne = sql<boolean>`id = ANY (${sql.val([...ids])}::bigint[])`;
  const move = { exemplar_id: way.toId };
  const from = way.fromId;
  if (kind === 'achievement')
    await tx.updateTable('achievement').set(move).where('exemplar_id', '=', from).where(isOne).execute();
  if (kind === 'contribution')
    await tx.updateTable('contribution').set(move).where('exemplar_id', '=', from).where(isOne).execute();
  if (kind === 'consent')
    await tx.updateTable('consent').set(move).where('exemplar_id', '=', from).where(isOne).execute();
}
