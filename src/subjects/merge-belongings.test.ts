import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { BELONGINGS } from '../../test/subject-world.ts';
import { openDb } from '../platform/db.ts';

/** What names a subject and does not follow it: the record of merges itself, guesses of the search, the mark on the gone one. */
const STAYS = ['subject', 'subject_merge', 'subject_pair'];

it('every table that names a subject follows it when it is merged, or is known to stay', async () => {
  const fresh = await freshDatabase();
  const { db, close } = openDb(fresh.url);
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint
    WHERE contype = 'f' AND confrelid = 'subject'::regclass ORDER BY 1`.execute(db);
  const follows = BELONGINGS.map(({ key }) => key);
  expect(rows.map(({ name }) => name).sort()).toEqual([...follows, ...STAYS].sort());
  await close();
  await fresh.drop();
});
