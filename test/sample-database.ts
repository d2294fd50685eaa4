import { inject } from 'vitest';
import { SettableClock } from '../src/platform/clock.ts';
import { openDb } from '../src/platform/db.ts';
import { SAMPLE_TODAY } from '../src/sample/days.ts';
import { seedSample } from '../src/sample/seed.ts';
import { copyOf, type FreshDatabase } from './database.ts';
import { withServer } from './server.ts';

/**
 * A database of its own for one test file with the sample in it, as it is loaded on the sample's last day. The sample
 * is played once for the whole run, by whoever asks first, and copied from then on.
 */
export async function sampleDatabase(): Promise<FreshDatabase> {
  const sample = `${inject('templateDatabase')}_sample`;
  await withServer(inject('databaseServer'), async (server) => {
    // whoever asks meanwhile waits until it is whole
    await server.query('SELECT pg_advisory_lock(hashtext($1))', [sample]);
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [sample]);
    if (rowCount === 0) await playSampleInto(sample, (statement) => server.query(statement));
  });
  return copyOf(sample);
}

async function playSampleInto(name: string, run: (statement: string) => Promise<unknown>): Promise<void> {
  const half = await copyOf(inject('templateDatabase'));
  const { db, close } = openDb(half.url);
  await seedSample(db, new SettableClock(SAMPLE_TODAY)).finally(close);
  await run(`ALTER DATABASE ${half.name} RENAME TO ${name}`);
}
