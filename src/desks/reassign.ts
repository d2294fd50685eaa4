import type { Acting } from '../identity/actor.ts';
import { holdsOn } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AtPaper, changingDesk } from './changing-desk.ts';
import type { PaperKind } from './kind.ts';
import type { DeskSituation } from './situation.ts';
import { moveToDesk } from './stay.ts';

export interface Reassignment extends AtPaper {
  officeId: number;
  reason: string;
  dueOn: Day;
  /** The stay that was shown when the form was opened; null does not ask. */
  stayId: number | null;
}

/**
 * Moves a paper to the desk of another office, by an office above, with the reason and a new day. What the paper waits
 * for stays the same. Wrong input comes back under `officeId` and `dueOn`.
 */
export function reassignPaper(
  acting: Acting,
  kind: PaperKind,
  input: Reassignment,
): Promise<Outcome<{ id: number }>> {
  return changingDesk(acting, kind, input, 'reassign', async (tx, situation) => {
    const { stay, paper } = situation;
    const today = acting.clock.today();
    if (!stay) throw new Error('The table lets only a paper on a desk be moved.');
    if (input.stayId !== null && input.stayId !== stay.id) {
      const sentence = `Văn bản vừa được chuyển đến bàn của ${stay.officeName}; hãy mở lại trang rồi xem có còn cần chuyển không.`;
      return refused({ rule: 'moved_meanwhile', sentence });
    }
    const errors: FieldErrors = {};
    const wrongOffice = await whyNotTo(tx, situation, input.officeId, today);
    if (wrongOffice) errors.officeId = wrongOffice;
    if (input.dueOn < today) errors.dueOn = `Hạn không được trước hôm nay (${formatDate(today)}).`;
    if (Object.keys(errors).length > 0) return invalid(errors);
    const { officeId, dueOn, reason } = input;
    const movedBy = acting.actor.accountId;
    const next = {
      paper: kind.paper,
      paperId: paper.id,
      officeId,
      dueOn,
      waitsFor: stay.waitsFor,
      movedBy,
      reason,
    };
    await moveToDesk(tx, next, today);
    const name = await tx
      .selectFrom('office')
      .select('name')
      .where('id', '=', officeId)
      .executeTakeFirstOrThrow();
    return done({
      verb: 'desk_moved',
      before: { 'ở bàn của': stay.officeName, hạn: stay.dueOn && formatDate(stay.dueOn) },
      after: { 'ở bàn của': name.name, hạn: formatDate(dueOn) },
      reason,
      value: { id: paper.id },
    });
  });
}

/** Why a paper cannot be given to this office, as a sentence for its field. */
export async function whyNotTo(
  tx: Tx,
  { stay, paper }: DeskSituation,
  officeId: number,
  today: Day,
): Promise<string | null> {
  const office = await tx
    .selectFrom('office')
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('id', '=', officeId)
    .executeTakeFirst();
  if (!office) return 'Hãy chọn đơn vị trong danh sách.';
  if (!holdsOn(office, today)) return 'Đơn vị này hiện không hoạt động; hãy chọn đơn vị khác.';
  if (officeId === stay?.officeId) return `Văn bản đang ở bàn của ${stay.officeName}; hãy chọn đơn vị khác.`;
  if (officeId === paper.officeId) {
    return 'Đây là đơn vị lập văn bản; muốn gửi về để sửa, hãy trả lại với lý do ở từng mục.';
  }
  return null;
}
