import { SettableClock } from '../src/platform/clock.ts';
import { SAMPLE_TODAY } from '../src/sample/days.ts';
import { seedSample } from '../src/sample/seed.ts';
import type { FreshDatabase } from './database.ts';
import { filledDatabase } from './filled-database.ts';

/** A database of its own with the sample in it, as it is loaded on the sample's last day. */
export async function sampleDatabase(): Promise<FreshDatabase> {
  const { database } = await filledDatabase('sample', async (db) => {
    await seedSample(db, new SettableClock(SAMPLE_TODAY));
    return {};
  });
  return database;
}
