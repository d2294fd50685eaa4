import { sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader, Tx } from '../platform/db.ts';
import type { FileDisk, StoredFile } from '../platform/files.ts';
import { type Cleaned, GRACE_MS, noteCleaning } from './cleaning-record.ts';
import { fileLock } from './keep.ts';
import { referringColumns, unreferred } from './referring.ts';

/** At one cleaning; what is left comes with the next. */
const MOST = 50_000;

export interface Cleaning {
  db: Db;
  disk: FileDisk;
  clock: Clock;
  /** The time of this machine: bytes on the disk and waiting times have nothing to do with the day of a demo. */
  machineNow?: Date;
}

/**
 * Deletes what nobody refers to: rows of `file` that are unused for a day with their bytes, and bytes on the disk
 * without a row that are older than a day. Each file in a transaction of its own that holds its lock, which a running
 * upload of the same bytes holds as well; such a file is passed over.
 */
export async function cleanFiles(cleaning: Cleaning): Promise<Cleaned> {
  const { db, disk } = cleaning;
  const now = cleaning.machineNow ?? new Date();
  const marked = await markUnused(db, now);
  const unused = await removeUnused(db, disk, now);
  const strays = await removeStrays(db, disk, now);
  const cleaned = {
    files: unused.count,
    bytes: unused.bytes,
    strays: strays.count,
    strayBytes: strays.bytes,
    marked,
  };
  await noteCleaning(cleaning, now, cleaned);
  return cleaned;
}

interface Sum {
  count: number;
  bytes: number;
}

/** Begins the waiting of what is newly unused, and ends that of what is used again; answers how many began. */
async function markUnused(db: Db, now: Date): Promise<number> {
  const nobody = unreferred(await referringColumns(db));
  await sql`UPDATE file f SET unused_since = NULL WHERE unused_since IS NOT NULL AND NOT (${nobody})`.execute(
    db,
  );
  const marked = await sql`
    UPDATE file f SET unused_since = ${now} WHERE unused_since IS NULL AND ${nobody}`.execute(db);
  return Number(marked.numAffectedRows ?? 0);
}

async function removeUnused(db: Db, disk: FileDisk, now: Date): Promise<Sum> {
  const until = new Date(now.getTime() - GRACE_MS);
  const due = await db
    .selectFrom('file')
    .select(['id', 'sha256', 'size'])
    .where('unused_since', '<=', until)
    .orderBy('id')
    .limit(MOST)
    .execute();
  const sum = { count: 0, bytes: 0 };
  for (const file of due) {
    const gone = await holding(db, file.sha256, async (tx) => {
      const nobody = unreferred(await referringColumns(tx));
      const deleted = await sql`
        DELETE FROM file f WHERE f.id = ${file.id} AND f.unused_since <= ${until} AND ${nobody}`.execute(tx);
      if (!deleted.numAffectedRows) return false;
      // before the commit: a crash here leaves an unused row without bytes, which the next cleaning ends
      await disk.remove({ name: file.sha256 });
      return true;
    });
    if (gone) add(sum, file.size);
  }
  return sum;
}

const BATCH = 1_000;

async function removeStrays(db: Db, disk: FileDisk, now: Date): Promise<Sum> {
  const until = now.getTime() - GRACE_MS;
  const sum = { count: 0, bytes: 0 };
  let batch: StoredFile[] = [];
  const settle = async () => {
    for (const stray of await withoutRow(db, batch)) {
      if (sum.count < MOST && (await removeStray(db, disk, stray))) add(sum, stray.size);
    }
    batch = [];
  };
  for await (const found of disk.list()) {
    if (found.writtenAt.getTime() > until) continue;
    batch.push(found);
    if (batch.length >= BATCH) await settle();
  }
  await settle();
  return sum;
}

async function withoutRow(db: Reader, batch: readonly StoredFile[]): Promise<StoredFile[]> {
  if (batch.length === 0) return [];
  const names = batch.filter(({ whole }) => whole).map(({ name }) => name);
  const rows = await db
    .selectFrom('file')
    .select('sha256')
    .where('sha256', '=', sql<string>`ANY (${names}::text[])`)
    .execute();
  const known = new Set(rows.map((row) => row.sha256));
  return batch.filter(({ name, whole }) => !whole || !known.has(name));
}

function removeStray(db: Db, disk: FileDisk, found: StoredFile): Promise<boolean> {
  const sha256 = found.name.slice(0, 64);
  return holding(db, sha256, async (tx) => {
    const row = await tx.selectFrom('file').select('id').where('sha256', '=', sha256).executeTakeFirst();
    if (row && found.whole) return false;
    await disk.remove(found);
    return true;
  });
}

/** A row that came to refer to the file while it was being deleted. */
const REFERRED_TO = '23503';

/** Does the work while nobody keeps these bytes; false, and nothing done, when somebody does or comes to use them. */
async function holding(db: Db, sha256: string, work: (tx: Tx) => Promise<boolean>): Promise<boolean> {
  try {
    return await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ held: boolean }>`
        SELECT pg_try_advisory_xact_lock(${fileLock(sha256)}) AS held`.execute(tx);
      return rows[0]?.held === true && (await work(tx));
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === REFERRED_TO) return false;
    throw error;
  }
}

function add(sum: Sum, bytes: number): void {
  sum.count += 1;
  sum.bytes += bytes;
}
