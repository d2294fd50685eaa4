import { createHash } from 'node:crypto';
import type { Tx } from '../platform/db.ts';

/** A seed that is catalogue data of law: the same for everybody it is for, no sample, no plan. */
export interface CatalogueSeed {
  /** Under which it is remembered; never changed once it was used. */
  name: string;
  /** 'chỉ số', for the history. */
  title: string;
  /** What it holds now, each by a key that never changes, with its content. */
  items(): Promise<readonly SeedItem[]>;
  /** Keys of what stands in the database, whoever wrote it. */
  present(tx: Tx): Promise<readonly string[]>;
  /** Writes these; what stands there already, or what people made stands against, is left as it is. */
  add(tx: Tx, keys: ReadonlySet<string>): Promise<void>;
}

export interface SeedItem {
  key: string;
  /** As people call it. */
  name: string;
  content: unknown;
}

/** How a seed is given: `first` to a database that begins, `later` to one that people work with. */
export type Giving = 'first' | 'later';

/**
 * Gives what this database was never given of a seed, once, and remembers all of it. What a person changed or took away
 * since is known, so it is neither overwritten nor brought back.
 *
 * A database from before anything was remembered, in which some of the seed stands, was given all of it at its first
 * start: what is missing there somebody took away.
 *
 * @returns the names of what was added now
 */
export async function giveSeed(tx: Tx, seed: CatalogueSeed, giving: Giving): Promise<string[]> {
  const known = await knownOf(tx, seed.name);
  const fresh = (await seed.items()).filter(({ key }) => !known.has(key));
  if (fresh.length === 0) return [];
  const before = new Set(await seed.present(tx));
  const wasGiven = giving === 'later' && known.size === 0 && fresh.some(({ key }) => before.has(key));
  const missing = fresh.filter(({ key }) => !before.has(key)).map(({ key }) => key);
  if (!wasGiven && missing.length > 0) await seed.add(tx, new Set(missing));
  const after = new Set(await seed.present(tx));
  const added = new Set(missing.filter((key) => after.has(key)));
  await remember(tx, seed.name, fresh, added);
  return fresh.filter(({ key }) => added.has(key)).map(({ name }) => name);
}

async function knownOf(tx: Tx, seed: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('seed_given').select('item').where('seed', '=', seed).execute();
  return new Set(rows.map(({ item }) => item));
}

async function remember(
  tx: Tx,
  seed: string,
  items: readonly SeedItem[],
  added: ReadonlySet<string>,
): Promise<void> {
  const rows = items.map(({ key, content }) => ({
    ...{ seed, item: key, version: versionOf(content) },
    added: added.has(key),
  }));
  await tx
    .insertInto('seed_given')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const versionOf = (content: unknown): string =>
  createHash('md5').update(JSON.stringify(content)).digest('hex');
