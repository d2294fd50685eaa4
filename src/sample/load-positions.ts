import type { Tx } from '../platform/db.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { readSeed } from './seed-files.ts';

/**
 * Loads where the communes of 01/07/2025, the districts before and the province lie. Communes of other times have the
 * position of what they became (`positionsOf`).
 */
export async function loadPositions(tx: Tx, offices: OfficeIds): Promise<void> {
  const { source, province, communes, districts, outline } = await readSeed('phu-tho-2025/places.json');
  const rows = [province, ...communes, ...districts].map(({ key, lat, lon, km2 }) => ({
    office_id: idOf(offices, key),
    lat,
    lon,
    km2,
    source,
    outline: key === province.key ? JSON.stringify(outline) : null,
  }));
  await tx.insertInto('office_position').values(rows).execute();
}
