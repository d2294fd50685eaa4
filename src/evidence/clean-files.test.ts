import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FileDesk, openFileDesk } from '../../test/file-desk.ts';
import { SettableClock } from '../platform/clock.ts';
import { sha256Of } from '../platform/files.ts';
import { cleanFiles } from './clean-files.ts';
import { isCleaned } from './cleaning-record.ts';

const HOUR_MS = 3600_000;
const clock = new SettableClock('2018-11-15');
const bytesOf = (words: string) => new TextEncoder().encode(words);

let desk: FileDesk;
beforeAll(async () => {
  desk = await openFileDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.db.deleteFrom('evidence').execute();
  await desk.db.deleteFrom('file').execute();
  for (const name of await desk.onDisk()) await desk.disk.remove({ name });
});

/** The machine's time so many hours from now. */
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS);
const clean = (hours = 0) => cleanFiles({ db: desk.db, disk: desk.disk, clock, machineNow: later(hours) });
const rows = () => desk.db.selectFrom('file').select('sha256').execute();
const drop = () => desk.db.deleteFrom('evidence').execute();

describe('a file whose evidence was removed', () => {
  it('stays for a day, then its row and its bytes are gone', async () => {
    await desk.keepFor(desk.place.commune.id, bytesOf('một'));
    await drop();
    expect(await clean()).toMatchObject({ files: 0, marked: 1 });
    expect(await clean(23)).toMatchObject({ files: 0, marked: 0 });
    expect([await rows(), await desk.onDisk()]).toEqual([[expect.anything()], [expect.anything()]]);
    expect(await clean(25)).toMatchObject({ files: 1, bytes: bytesOf('một').length, strays: 0 });
    expect([await rows(), await desk.onDisk()]).toEqual([[], []]);
  });

  it('stays as long as another exemplar refers to the same bytes', async () => {
    await desk.keepFor(desk.place.commune.id, bytesOf('hai'));
    const [first] = await desk.db.selectFrom('evidence').select('id').execute();
    await desk.keepFor(desk.place.otherCommune.id, bytesOf('hai'));
    await desk.db
      .deleteFrom('evidence')
      .where('id', '=', first?.id ?? 0)
      .execute();
    await clean();
    expect(await clean(100)).toMatchObject({ files: 0 });
    expect(await desk.onDisk()).toHaveLength(1);
  });

  it('waits anew when it was used again in between', async () => {
    await desk.keepFor(desk.place.commune.id, bytesOf('ba'));
    await drop();
    await clean();
    await desk.keepFor(desk.place.commune.id, bytesOf('ba'));
    await drop();
    expect(await clean(30)).toMatchObject({ files: 0, marked: 1 });
    expect(await clean(55)).toMatchObject({ files: 1 });
  });

  it('is kept by any table that refers to it, also one that is made tomorrow', async () => {
    await desk.db.schema
      .createTable('new_table')
      .addColumn('picture_id', 'bigint', (column) => column.references('file.id'))
      .execute();
    await desk.keepFor(desk.place.commune.id, bytesOf('bốn'));
    await drop();
    const { id } = await desk.db.selectFrom('file').select('id').executeTakeFirstOrThrow();
    const table = desk.db.withTables<{ new_table: { picture_id: number } }>();
    await table.insertInto('new_table').values({ picture_id: id }).execute();
    await clean();
    expect(await clean(100)).toMatchObject({ files: 0 });
    await desk.db.schema.dropTable('new_table').execute();
    await clean(100);
    expect(await clean(130)).toMatchObject({ files: 1 });
  });
});

describe('bytes on the disk without a row', () => {
  const strayOf = async (words: string, tail = '') => {
    const name = sha256Of(bytesOf(words)) + tail;
    await mkdir(join(desk.folder, name.slice(0, 2)), { recursive: true });
    await writeFile(join(desk.folder, name.slice(0, 2), name), words);
    return name;
  };

  it('go after a day, what a crash left half written as well; other files are not touched', async () => {
    await desk.keepFor(desk.place.commune.id, bytesOf('giữ'));
    const half = '.00000000-0000-4000-8000-000000000000';
    const names = [await strayOf('lạc'), await strayOf('giữ', half), await strayOf('mới')];
    await desk.age(names[0] ?? '', 30);
    await desk.age(names[1] ?? '', 30);
    await desk.age(sha256Of(bytesOf('giữ')), 30);
    await writeFile(join(desk.folder, 'ghi-chu.txt'), 'của người khác');
    expect(await clean()).toMatchObject({ strays: 2, files: 0 });
    expect((await desk.onDisk()).toSorted()).toEqual(
      [sha256Of(bytesOf('giữ')), sha256Of(bytesOf('mới')), 'ghi-chu.txt'].toSorted(),
    );
    await rm(join(desk.folder, 'ghi-chu.txt'));
  });
});

describe('beside a running upload', () => {
  it.each(['unused', 'stray'])('leaves the bytes to it, which lay there %s', async (how) => {
    const bytes = bytesOf('đang gửi');
    await desk.keepFor(desk.place.commune.id, bytes);
    await drop();
    await clean();
    if (how === 'stray') await desk.db.deleteFrom('file').execute();
    await desk.age(sha256Of(bytes), 100);
    const exemplarId = await desk.exemplarOf(desk.place.commune.id);
    await desk.db.transaction().execute(async (tx) => {
      await desk.keepIn(tx, exemplarId, desk.place.commune.id, bytes);
      // the upload has found its bytes on the disk and is not committed: nobody else sees that it uses them
      expect(await clean(30)).toMatchObject({ files: 0, strays: 0 });
    });
    expect(await clean(60)).toMatchObject({ files: 0, strays: 0 });
    expect(Buffer.from(await desk.disk.get(sha256Of(bytes))).equals(bytes)).toBe(true);
    expect(await rows()).toEqual([{ sha256: sha256Of(bytes) }]);
  });

  it('never leaves a row without its bytes, however uploads, removals and cleanings fall together', async () => {
    const uploads = Array.from({ length: 40 }, async (_, n) => {
      await desk.keepFor(desk.place.commune.id, bytesOf(`tệp ${n % 4}`));
      if (n % 3 === 0) await drop();
    });
    const cleanings = Array.from({ length: 20 }, (_, n) => clean(n * 30));
    await Promise.all([...uploads, ...cleanings]);
    const kept = await rows();
    for (const { sha256 } of kept) expect((await desk.disk.get(sha256)).length).toBeGreaterThan(0);
  });
});

it('writes down what each cleaning did, in the audit too when something went, and is due once a day', async () => {
  await desk.db.deleteFrom('file_cleaning').execute();
  expect(await isCleaned(desk.db)).toBe(false);
  await desk.keepFor(desk.place.commune.id, bytesOf('năm'));
  await drop();
  await clean();
  expect(await isCleaned(desk.db)).toBe(true);
  expect(await isCleaned(desk.db, later(25))).toBe(false);
  await clean(25);
  const told = await desk.db.selectFrom('file_cleaning').select(['files', 'marked']).orderBy('id').execute();
  expect(told).toEqual([
    { files: 0, marked: 1 },
    { files: 1, marked: 0 },
  ]);
  const last = await desk.db
    .selectFrom('audit_event')
    .select(['kind', 'after'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(last).toMatchObject({ kind: 'storage.cleaned', after: { 'tệp không còn ai dùng': 1 } });
});
