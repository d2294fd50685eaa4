import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** A form that an office outside sent, as it is listed. */
export interface OutsideFile {
  id: number;
  name: string;
  recordedOn: Day;
  recordedBy: string | null;
  /** How many things it changed. */
  changes: number;
  sha256: string;
}

/** The forms that were recorded for one report, the newest first. */
export function outsideFiles(db: Reader, reportId: number | null): Promise<OutsideFile[]> {
  return db
    .selectFrom('report_outside_file as f')
    .innerJoin('file', 'file.id', 'f.file_id')
    .leftJoin('account as a', 'a.id', 'f.recorded_by')
    .select(['f.id', 'f.name', 'f.recorded_on as recordedOn', 'a.display_name as recordedBy', 'file.sha256'])
    .select(sql<number>`jsonb_array_length(f.changes)`.as('changes'))
    .where('f.report_id', '=', reportId ?? 0)
    .orderBy('f.id', 'desc')
    .execute();
}
