import type { Reader } from '../platform/db.ts';
import type { Norm } from './norm.ts';

/** One row of the norms, as it is shown and edited. */
export interface NormRow extends Norm {
  id: number;
  version: number;
  source: string;
  note: string | null;
  isSample: boolean;
}

/** All norms, those of one key together, the newest first within each region. */
export async function listNorms(db: Reader): Promise<NormRow[]> {
  const rows = await selectNorms(db)
    .orderBy('name')
    .orderBy('key')
    .orderBy('region', (order) => order.asc().nullsFirst())
    .orderBy('valid_from', 'desc')
    .execute();
  return rows.map(toRow);
}

export async function findNorm(db: Reader, id: number): Promise<NormRow | null> {
  const row = await selectNorms(db).where('id', '=', id).executeTakeFirst();
  return row ? toRow(row) : null;
}

/** The norms that criteria ask for, of all days and regions. */
export async function normsOf(db: Reader, keys: readonly string[]): Promise<Norm[]> {
  if (keys.length === 0) return [];
  const rows = await selectNorms(db).where('key', 'in', keys).orderBy('valid_from', 'desc').execute();
  return rows.map(toRow);
}

/** What each norm is called, by its key: as its newest row says. */
export async function normNames(db: Reader): Promise<Map<string, { name: string; unit: string }>> {
  const rows = await db
    .selectFrom('norm')
    .distinctOn('key')
    .select(['key', 'name', 'unit'])
    .orderBy('key')
    .orderBy('valid_from', 'desc')
    .execute();
  return new Map(rows.map(({ key, name, unit }) => [key, { name, unit }]));
}

const selectNorms = (db: Reader) => db.selectFrom('norm').selectAll();
type Kept = Awaited<ReturnType<ReturnType<typeof selectNorms>['executeTakeFirstOrThrow']>>;

const toRow = (row: Kept): NormRow => ({
  id: row.id,
  version: row.version,
  key: row.key,
  name: row.name,
  unit: row.unit,
  region: row.region,
  value: row.value,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  source: row.source,
  note: row.note,
  isSample: row.is_sample,
});
