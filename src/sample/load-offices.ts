import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { readSeed, readUnits, type SeedOffice, type SeedUnits } from './seed-files.ts';

/** Key of an office in the seeds → its id. */
export type OfficeIds = ReadonlyMap<string, number>;

/** @throws Error when a seed names an office that is in none of them */
export function idOf(ids: OfficeIds, key: string): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`No office “${key}” in the seeds.`);
  return id;
}

/**
 * Loads the offices of Phú Thọ of all times with their succession: the tree of 2016, and what became of it up to
 * the communes of 01/07/2025. Before that day only Phú Thọ itself is whole; Vĩnh Phúc and Hòa Bình are known from
 * 01/03/2025 on.
 */
export async function loadOffices(tx: Tx, isSample: boolean): Promise<OfficeIds> {
  const { standingBody, offices } = await readSeed('phu-tho-2016/offices.json');
  const lists = await readUnits();
  const ids = new Map<string, number>();
  for (const level of byLevel([...offices, ...lists.flatMap((list) => list.offices)])) {
    await insertLevel(tx, level, ids, isSample);
  }
  for (const list of lists) await insertSuccessions(tx, list, ids);
  await tx
    .insertInto('office_duty_role')
    .values({ office_id: idOf(ids, standingBody), role: 'standing_body' })
    .execute();
  // a fresh tree is searched at once, in the same transaction
  await sql`ANALYZE office`.execute(tx);
  return ids;
}

/** Parents before children: the offices of each depth together. */
function byLevel(offices: readonly SeedOffice[]): SeedOffice[][] {
  const parents = new Map(offices.map((office) => [office.key, office.parent]));
  const depth = (key: string | null): number => (key === null ? 0 : 1 + depth(parents.get(key) ?? null));
  const levels: SeedOffice[][] = [];
  for (const office of offices) {
    const level = depth(office.parent);
    levels[level] = [...(levels[level] ?? []), office];
  }
  return levels;
}

async function insertLevel(
  tx: Tx,
  level: readonly SeedOffice[],
  ids: Map<string, number>,
  isSample: boolean,
): Promise<void> {
  const rows = level.map((office) => ({
    kind_id: office.kind,
    code: office.code ?? null,
    name: office.name,
    short_name: office.shortName ?? null,
    parent_id: office.parent === null ? null : idOf(ids, office.parent),
    valid_from: office.from ?? null,
    valid_to: office.to ?? null,
    source: office.source ?? null,
    is_sample: isSample,
  }));
  const inserted = await tx.insertInto('office').values(rows).returning('id').execute();
  level.forEach((office, n) => {
    const id = inserted[n]?.id;
    if (id !== undefined) ids.set(office.key, id);
  });
}

async function insertSuccessions(tx: Tx, list: SeedUnits, ids: OfficeIds): Promise<void> {
  const rows = list.successions.flatMap(({ on, steps }) =>
    steps.map((step) => ({
      from_office_id: idOf(ids, step.from),
      to_office_id: idOf(ids, step.to),
      on_date: on,
      basis: step.basis,
    })),
  );
  if (rows.length > 0) await tx.insertInto('office_succession').values(rows).execute();
}
