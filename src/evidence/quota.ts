import { sql } from 'kysely';
import type { Reader, Tx } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import { sizeInWords } from './size.ts';

const MB = 1024 * 1024;
/** The setting, in MB, for every office alike. */
export const QUOTA_KEY = 'storage.quota_mb';
export const DEFAULT_QUOTA_MB = 2_048;

/** Bytes that the files of one office may have in all. */
export async function quotaBytes(db: Reader): Promise<number> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', QUOTA_KEY).executeTakeFirst();
  const megabytes = typeof row?.value === 'number' && row.value > 0 ? row.value : DEFAULT_QUOTA_MB;
  return megabytes * MB;
}

/** Bytes that an office keeps now; each stored file counts once, however often the office refers to it. */
export async function usedBytes(db: Reader, officeId: number): Promise<number> {
  const { rows } = await usedBy(officeId).execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** Asked at every upload: by indexes, some 5 ms for each thousand files of the office. */
export const usedBy = (officeId: number) => sql<{ bytes: string }>`
  SELECT COALESCE(sum(f.size), 0) AS bytes FROM file f
  WHERE f.id IN (SELECT u.file_id FROM file_use u WHERE u.office_id = ${officeId})`;

export interface Room {
  used: number;
  quota: number;
}

/** How much of its room an office has used, in bytes. */
export async function roomOf(db: Reader, officeId: number): Promise<Room> {
  const [used, quota] = await Promise.all([usedBytes(db, officeId), quotaBytes(db)]);
  return { used, quota };
}

/**
 * Why there is no room for one more file; null when there is. Two who send for one office at the same moment wait for
 * each other here, until the first is done.
 */
export async function refusalForRoom(
  tx: Tx,
  officeId: number,
  file: { sha256: string; size: number },
): Promise<Reason | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`quota ${officeId}`}, 0))`.execute(tx);
  if (await keepsAlready(tx, officeId, file.sha256)) return null;
  const { used, quota } = await roomOf(tx, officeId);
  if (used + file.size <= quota) return null;
  return {
    rule: 'over_quota',
    sentence: `Đơn vị đã dùng ${sizeInWords(used)} trong ${sizeInWords(quota)} dung lượng được phép, không đủ chỗ cho tệp ${sizeInWords(file.size)} này; hãy bỏ bớt minh chứng không cần, gửi tệp nhỏ hơn, hoặc đề nghị quản trị tăng dung lượng.`,
  };
}

async function keepsAlready(tx: Tx, officeId: number, sha256: string): Promise<boolean> {
  const row = await tx
    .selectFrom('file as f')
    .innerJoin('file_use as u', 'u.file_id', 'f.id')
    .select('f.id')
    .where('f.sha256', '=', sha256)
    .where('u.office_id', '=', officeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
