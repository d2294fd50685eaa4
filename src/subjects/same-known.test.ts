import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { createSubjects } from './create-many.ts';
import type { SubjectFacts } from './facts.ts';
import { sameSubjectsInParts } from './same.ts';

let fresh: FreshDatabase;
let open: OpenDb;
let id: number | undefined;
beforeAll(async () => {
  fresh = await freshDatabase();
  open = openDb(fresh.url);
  [id] = await open.db.transaction().execute((tx) => createSubjects(tx, [bearing('Tạ Thị Tư')], true));
});
afterAll(async () => {
  await open.close();
  await fresh.drop();
});

const bearing = (fullName: string): SubjectFacts => ({
  kind: 'individual',
  fullName,
  birthYear: 1960,
  place: null,
  position: null,
  representative: null,
});

/** The same database, and how often it has been asked about known subjects since. */
function counting() {
  let read = 0;
  const db = open.db.withPlugin({
    transformQuery: ({ node }) => {
      if (JSON.stringify(node).includes('FROM subject s WHERE s.id = ANY')) read++;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { db, read: () => read };
}

describe('a known subject with whom many of a list are compared', () => {
  it('is read but once however often its name comes, and found for each', async () => {
    const { db, read } = counting();
    const parts = [['Tạ Thị Tư', 'Không Có Ai'], [], ['Tư Tạ Thị'], ['Tạ Thị Tư']];
    const found = await db.transaction().execute((tx) =>
      sameSubjectsInParts(
        tx,
        parts.map((names) => names.map(bearing)),
      ),
    );
    expect(found.map((list) => list[0]?.subjectId)).toEqual([id, undefined, id, id]);
    expect(read()).toBe(1);
  });

  it('is read again when a list comes later: it may have changed', async () => {
    const { db, read } = counting();
    await sameSubjectsInParts(db, [[bearing('Tạ Thị Tư')]]);
    await sameSubjectsInParts(db, [[bearing('Tạ Thị Tư')]]);
    expect(read()).toBe(2);
  });
});
