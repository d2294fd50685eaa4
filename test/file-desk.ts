import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepEvidence } from '../src/evidence/keep.ts';
import { type Db, openDb, type Tx } from '../src/platform/db.ts';
import { type FileDisk, openFileStore } from '../src/platform/files.ts';
import type { Outcome } from '../src/platform/outcome.ts';
import { freshDatabase } from './database.ts';
import { makeProvince, type Province } from './factories.ts';

/** A database and a folder of files, for tests of what keeps them. */
export interface FileDesk {
  db: Db;
  disk: FileDisk;
  folder: string;
  place: Province;
  exemplarOf(officeId: number): Promise<number>;
  /** Keeps one file of these bytes as evidence of a new exemplar of the office. */
  keepFor(officeId: number, bytes: Uint8Array): Promise<Outcome<null>>;
  keepIn(tx: Tx, exemplarId: number, officeId: number, bytes: Uint8Array): Promise<Outcome<null>>;
  onDisk(): Promise<string[]>;
  /** Makes a file on the disk look this old. */
  age(name: string, hours: number): Promise<void>;
  close(): Promise<void>;
}

export async function openFileDesk(): Promise<FileDesk> {
  const database = await freshDatabase();
  const { db, close } = openDb(database.url);
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-files-'));
  const disk = openFileStore(folder);
  const place = await makeProvince(db);
  const desk: FileDesk = {
    db,
    disk,
    folder,
    place,
    async exemplarOf(officeId) {
      const subject = await db
        .insertInto('subject')
        .values({ kind: 'household', full_name: 'Gia đình thử' })
        .returning('id')
        .executeTakeFirstOrThrow();
      const exemplar = await db
        .insertInto('exemplar')
        .values({ subject_id: subject.id, office_id: officeId, state: 'found', origin: 'office' })
        .returning('id')
        .executeTakeFirstOrThrow();
      return exemplar.id;
    },
    keepIn: (tx, exemplarId, officeId, bytes) =>
      keepEvidence(tx, disk, {
        exemplarId,
        officeId,
        achievementId: null,
        title: 'Giấy',
        content: { bytes, mediaType: 'application/pdf' },
        addedBy: null,
        addedAt: new Date('2018-11-15T01:00:00Z'),
      }),
    async keepFor(officeId, bytes) {
      const exemplarId = await desk.exemplarOf(officeId);
      return db.transaction().execute((tx) => desk.keepIn(tx, exemplarId, officeId, bytes));
    },
    async onDisk() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    async age(name, hours) {
      const then = new Date(Date.now() - hours * 3600_000);
      await utimes(join(folder, name.slice(0, 2), name), then, then);
    },
    async close() {
      await close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return desk;
}
