import { record } from '../audit/record.ts';
import { PROGRAM } from '../identity/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader } from '../platform/db.ts';
import { sizeInWords } from './size.ts';

const HOUR_MS = 3600_000;
/** How long a file stays after nobody refers to it any more: somebody may have removed the wrong one. */
export const GRACE_MS = 24 * HOUR_MS;

/** What one cleaning did; sizes in bytes. */
export interface Cleaned {
  files: number;
  bytes: number;
  strays: number;
  strayBytes: number;
  /** Newly found unused. */
  marked: number;
}

/** Writes down what a cleaning did; in the audit too when something went. */
export async function noteCleaning(
  { db, clock }: { db: Db; clock: Clock },
  startedAt: Date,
  cleaned: Cleaned,
): Promise<void> {
  const { files, bytes, strays, strayBytes, marked } = cleaned;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('file_cleaning')
      .values({
        started_at: startedAt,
        ended_at: new Date(),
        files,
        bytes,
        strays,
        stray_bytes: strayBytes,
        marked,
      })
      .execute();
    if (files + strays === 0) return;
    await record(
      tx,
      { clock, actor: PROGRAM, ip: null },
      {
        kind: 'storage.cleaned',
        thingId: 0,
        after: {
          'tệp không còn ai dùng': files,
          'tệp lạc trên đĩa': strays,
          'đã giải phóng': sizeInWords(bytes + strayBytes),
        },
      },
    );
  });
}

/** Has the last day of this machine seen a cleaning? */
export async function isCleaned(db: Reader, machineNow = new Date()): Promise<boolean> {
  const last = await db
    .selectFrom('file_cleaning')
    .select('id')
    .where('started_at', '>', new Date(machineNow.getTime() - GRACE_MS))
    .limit(1)
    .executeTakeFirst();
  return last !== undefined;
}
