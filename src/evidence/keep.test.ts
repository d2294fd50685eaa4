import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeProvince } from '../../test/factories.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { type FileStore, openFileStore } from '../platform/files.ts';
import { dropEvidence, keepEvidence, unlinkAchievement } from './keep.ts';
import { evidenceOf } from './queries.ts';

let database: FreshDatabase;
let open: OpenDb;
let folder: string;
let files: FileStore;
let exemplarId: number;
let otherId: number;
let officeId: number;

async function madeExemplar(officeId: number): Promise<number> {
  const subject = await open.db
    .insertInto('subject')
    .values({ kind: 'household', full_name: 'Gia đình thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const exemplar = await open.db
    .insertInto('exemplar')
    .values({ subject_id: subject.id, office_id: officeId, state: 'found', origin: 'office' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return exemplar.id;
}

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  folder = await mkdtemp(join(tmpdir(), 'guong-sang-keep-'));
  files = openFileStore(folder);
  const { commune } = await makeProvince(open.db);
  officeId = commune.id;
  exemplarId = await madeExemplar(commune.id);
  otherId = await madeExemplar(commune.id);
});
afterAll(async () => {
  await open.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const keep = (id: number, words: string, achievementId: number | null = null) =>
  open.db.transaction().execute((tx) =>
    keepEvidence(tx, files, {
      exemplarId: id,
      officeId,
      achievementId,
      title: 'Ảnh đường mới',
      content: { bytes: new TextEncoder().encode(words), mediaType: 'application/pdf' },
      addedBy: null,
      addedAt: new Date('2018-11-15T01:00:00Z'),
    }),
  );

describe('evidence that is kept', () => {
  it('shares its bytes with other evidence of the same content, also when both come at once', async () => {
    await Promise.all([keep(exemplarId, 'một'), keep(otherId, 'một'), keep(exemplarId, 'một')]);
    expect(await open.db.selectFrom('file').select('size').execute()).toEqual([{ size: 5 }]);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('can be dropped without taking the same file from another exemplar', async () => {
    const [mine] = await evidenceOf(open.db, exemplarId);
    const dropped = (from: number) =>
      open.db.transaction().execute((tx) => dropEvidence(tx, from, mine?.id ?? 0));
    expect(await dropped(otherId)).toBeNull();
    expect(await dropped(exemplarId)).toBe('Ảnh đường mới');
    const [other] = await evidenceOf(open.db, otherId);
    expect(other?.file).toEqual({ mediaType: 'application/pdf', size: 5 });
    const { sha256 } = await open.db.selectFrom('file').select('sha256').executeTakeFirstOrThrow();
    expect(Buffer.from(await files.get(sha256)).toString()).toBe('một');
  });

  it('stays with the exemplar when the achievement that it proves is removed', async () => {
    const { id } = await open.db
      .insertInto('achievement')
      .values({ exemplar_id: exemplarId, statement: 'Hiến 500 m² đất' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await keep(exemplarId, 'hai', id);
    expect((await evidenceOf(open.db, exemplarId)).at(-1)).toMatchObject({ achievement: 'Hiến 500 m² đất' });
    await open.db.transaction().execute((tx) => unlinkAchievement(tx, id));
    await open.db.deleteFrom('achievement').where('id', '=', id).execute();
    expect((await evidenceOf(open.db, exemplarId)).at(-1)).toMatchObject({
      achievement: null,
      achievementId: null,
      title: 'Ảnh đường mới',
    });
  });
});
