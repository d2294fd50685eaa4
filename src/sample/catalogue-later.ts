import { record } from '../audit/record.ts';
import { PROGRAM } from '../identity/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader } from '../platform/db.ts';
import { type CatalogueSeed, giveSeed } from './catalogue.ts';
import { criteriaSeeds, lockCatalogue, REFERENCE_SEEDS, whoseHere } from './catalogue-seeds.ts';

/**
 * Gives an installation what came into the catalogue of law after its first start; called at every start. Does nothing
 * before the first start, which gives everything itself. One transaction, told in the history as done by the program.
 *
 * @param seeds other than those of the program only in tests
 * @returns how much of each was added, by its title; empty when nothing was
 */
export async function extendCatalogue(
  db: Db,
  clock: Clock,
  seeds?: readonly CatalogueSeed[],
): Promise<Record<string, number>> {
  return await db.transaction().execute(async (tx) => {
    await lockCatalogue(tx);
    if (!(await isStarted(tx))) return {};
    const told: Record<string, string> = {};
    const counts: Record<string, number> = {};
    for (const seed of seeds ?? [...REFERENCE_SEEDS, ...criteriaSeeds(await whoseHere(tx))]) {
      const added = await giveSeed(tx, seed, 'later');
      if (added.length === 0) continue;
      counts[seed.title] = (counts[seed.title] ?? 0) + added.length;
      told[seed.title] = [told[seed.title], inWords(added)].filter(Boolean).join('; ');
    }
    if (Object.keys(told).length > 0) {
      const acting = { db: tx, clock, actor: PROGRAM, ip: null, requestKey: null };
      await record(tx, acting, { kind: 'catalogue.extended', thingId: 0, after: told });
    }
    return counts;
  });
}

async function isStarted(db: Reader): Promise<boolean> {
  return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

const MOST_NAMED = 20;
const inWords = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join('; ')} và ${names.length - MOST_NAMED} mục khác`
    : names.join('; ');
