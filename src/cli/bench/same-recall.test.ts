import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/database.ts';
import { type Db, openDb } from '../../platform/db.ts';
import { loadReference } from '../../sample/catalogue-seeds.ts';
import { loadOffices } from '../../sample/load-offices.ts';
import { labelledPairs } from './same-pairs.ts';
import { measureSame, type SameQuality } from './same-recall.ts';

let db: Db;
let close: () => Promise<void>;
let quality: SameQuality;
beforeAll(async () => {
  const fresh = await freshDatabase();
  const open = openDb(fresh.url);
  db = open.db;
  close = async () => {
    await open.close();
    await fresh.drop();
  };
  await db.transaction().execute(async (tx) => {
    await loadReference(tx);
    await loadOffices(tx, true);
  });
  quality = await measureSame(db, await labelledPairs());
});
afterAll(() => close());

describe('the same one found again, over labelled pairs of the real communes', () => {
  it('is found in 98 of 100 spellings, and 95 of 100 found are the same', () => {
    const share = (part: number) => `${(part * 100).toFixed(2)} %`;
    console.log(
      [
        `${quality.pairs} pairs: recall ${share(quality.recall)}, precision ${share(quality.precision)}, strangers ${quality.strangers}`,
        ...quality.wrong
          .filter((one) => one.wrong > 0)
          .map((one) => `  ${one.sort}: ${one.wrong} of ${one.of} wrong`),
      ].join('\n'),
    );
    expect(quality.pairs).toBeGreaterThanOrEqual(2_000);
    expect(quality.recall).toBeGreaterThanOrEqual(0.98);
    expect(quality.precision).toBeGreaterThanOrEqual(0.95);
  });
});
