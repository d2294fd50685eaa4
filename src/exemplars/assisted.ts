import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';

/** How it was confirmed that somebody wanted a thing typed for them. */
export const CONFIRM_WAYS = ['in_person', 'paper', 'telephone'] as const;
export type ConfirmWay = (typeof CONFIRM_WAYS)[number];
export const CONFIRM_WAY_NAMES: Record<ConfirmWay, string> = {
  in_person: 'Trực tiếp tại bàn tiếp dân, tại nhà',
  paper: 'Bằng giấy có chữ ký',
  telephone: 'Qua điện thoại',
};

interface Typed {
  exemplarId: number;
  typedBy: string | null;
  /** The day on which it was typed. */
  typedOn: Day;
  how: ConfirmWay;
  confirmedOn: Day;
}

/**
 * Who typed these files on behalf of their subjects, when, and how that was confirmed, in words; those typed by nobody for
 * another are not among them. One query, however many.
 */
export async function assistedInWordsOf(db: Reader, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Typed>`
    SELECT e.exemplar_id AS "exemplarId", a.display_name AS "typedBy", e.confirmed_how AS how,
      (e.typed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS "typedOn", e.confirmed_on AS "confirmedOn"
    FROM assisted_entry e LEFT JOIN account a ON a.id = e.typed_by
    WHERE e.exemplar_id = ANY (${sql.val([...ids])}::bigint[])`.execute(db);
  return new Map(rows.map((row) => [row.exemplarId, inWords(row)]));
}

function inWords({ typedBy, typedOn, how, confirmedOn }: Typed): string {
  const way = CONFIRM_WAY_NAMES[how];
  const confirmed = `xác nhận ${way.charAt(0).toLowerCase()}${way.slice(1)} ngày ${formatDate(confirmedOn)}`;
  return `${typedBy ?? 'Chương trình'} ghi hộ ngày ${formatDate(typedOn)}, ${confirmed}`;
}
