import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { CONFIRM_WAY_NAMES, type ConfirmWay, lowerFirst } from './words.ts';

/** How it was confirmed that somebody wanted this typed for them. */
export interface Assisted {
  confirmedHow: ConfirmWay;
  confirmedOn: Day;
  note: string | null;
}

export type ForWhom = 'subject' | 'proposer';

/** An entry on somebody's behalf as it is shown for ever. */
export interface AssistedEntry extends Assisted {
  forWhom: ForWhom;
  typedByName: string;
  typedAt: Date;
}

export const FOR_WHOM_NAMES: Record<ForWhom, string> = {
  subject: 'cho chính người, tập thể có tên trong hồ sơ',
  proposer: 'cho người giới thiệu',
};

export const assistedErrors = ({ confirmedOn }: Assisted, today: Day): FieldErrors =>
  confirmedOn > today ? { confirmedOn: `Ngày xác nhận không được sau hôm nay (${formatDate(today)}).` } : {};

/** Writes the entry within the caller's command, which also records it. */
export async function writeAssisted(
  tx: Tx,
  acting: Acting,
  of: { leadId: number } | { exemplarId: number },
  forWhom: ForWhom,
  assisted: Assisted,
): Promise<void> {
  await tx
    .insertInto('assisted_entry')
    .values({
      ...('leadId' in of ? { lead_id: of.leadId } : { exemplar_id: of.exemplarId }),
      for_whom: forWhom,
      confirmed_how: assisted.confirmedHow,
      confirmed_on: assisted.confirmedOn,
      note: assisted.note,
      typed_by: acting.actor.accountId,
      typed_at: acting.clock.now(),
    })
    .execute();
}

export const assistedInWords = (
  forWhom: ForWhom,
  { confirmedHow, confirmedOn, note }: Assisted,
): AuditFields => ({
  'ghi hộ': FOR_WHOM_NAMES[forWhom],
  'xác nhận': `${lowerFirst(CONFIRM_WAY_NAMES[confirmedHow])}, ngày ${formatDate(confirmedOn)}`,
  'ghi chú khi ghi hộ': note,
});

/** The entry of a lead or an exemplar; null where nobody typed it for another. */
export async function assistedOf(
  db: Reader,
  of: { leadId: number } | { exemplarId: number },
): Promise<AssistedEntry | null> {
  const [column, id] =
    'leadId' in of ? (['e.lead_id', of.leadId] as const) : (['e.exemplar_id', of.exemplarId] as const);
  const row = await db
    .selectFrom('assisted_entry as e')
    .leftJoin('account as a', 'a.id', 'e.typed_by')
    .select(['e.for_whom', 'e.confirmed_how', 'e.confirmed_on', 'e.note', 'e.typed_at', 'a.display_name'])
    .where(column, '=', id)
    .executeTakeFirst();
  if (!row) return null;
  // held to these by the database
  return {
    forWhom: row.for_whom as ForWhom,
    confirmedHow: row.confirmed_how as ConfirmWay,
    confirmedOn: row.confirmed_on,
    note: row.note,
    typedByName: row.display_name ?? 'Chương trình',
    typedAt: row.typed_at,
  };
}
