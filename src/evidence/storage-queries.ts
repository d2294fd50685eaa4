import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';

export interface OfficeUse {
  officeId: number;
  officeName: string;
  files: number;
  bytes: number;
}

const MOST_OFFICES = 50;

/** The offices that keep most, each stored file counted once for each office; `among` narrows it down. */
export async function largestOffices(db: Reader, among: readonly number[] | null): Promise<OfficeUse[]> {
  const of = among === null ? sql`true` : sql`office_id = ANY (${among}::bigint[])`;
  const { rows } = await sql<{ id: number; name: string; files: string; bytes: string }>`
    SELECT o.id, o.name, count(*) AS files, sum(f.size) AS bytes
    FROM (SELECT DISTINCT office_id, file_id FROM file_use WHERE ${of}) u
    JOIN file f ON f.id = u.file_id JOIN office o ON o.id = u.office_id
    GROUP BY o.id, o.name ORDER BY sum(f.size) DESC, o.id LIMIT ${MOST_OFFICES}`.execute(db);
  return rows.map(({ id, name, files, bytes }) => ({
    officeId: Number(id),
    officeName: name,
    files: Number(files),
    bytes: Number(bytes),
  }));
}

/** Everything that is kept: what several offices share counts once. */
export async function keptInAll(db: Reader): Promise<{ files: number; bytes: number; unused: number }> {
  const { rows } = await sql<{ files: string; bytes: string; unused: string }>`
    SELECT count(*) AS files, COALESCE(sum(size), 0) AS bytes,
      COALESCE(sum(size) FILTER (WHERE unused_since IS NOT NULL), 0) AS unused FROM file`.execute(db);
  const [row] = rows;
  return { files: Number(row?.files), bytes: Number(row?.bytes), unused: Number(row?.unused) };
}

export interface PastCleaning {
  startedAt: Date;
  files: number;
  bytes: number;
  strays: number;
  strayBytes: number;
}

const MOST_CLEANINGS = 10;

/** The last cleanings, the newest first. */
export async function pastCleanings(db: Reader): Promise<PastCleaning[]> {
  const rows = await db
    .selectFrom('file_cleaning')
    .select(['started_at', 'files', 'bytes', 'strays', 'stray_bytes'])
    .orderBy('started_at', 'desc')
    .limit(MOST_CLEANINGS)
    .execute();
  return rows.map((row) => ({
    startedAt: row.started_at,
    files: row.files,
    bytes: Number(row.bytes),
    strays: row.strays,
    strayBytes: Number(row.stray_bytes),
  }));
}
