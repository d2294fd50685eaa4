import { receiverOf } from '../duties/receiver.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ReportInView } from './queries.ts';

/**
 * The office that a report goes to: the one that its duty item names, else the one above by the rule of all papers. The
 * standing body answers for the whole programme, so it sends to the root wherever it stands in the tree, unless its
 * duty names somebody. Null: nobody is above.
 */
export async function receiverOfReport(
  db: Reader,
  report: Pick<ReportInView, 'officeId' | 'officePath' | 'isStandingBody' | 'dutyItemId'>,
  day: Day,
): Promise<number | null> {
  const named = report.dutyItemId === null ? null : await namedBy(db, report.dutyItemId);
  // the duty of the departments names the standing body itself as the way: it does not send to itself
  const forStanding = [named?.viaId, named?.toId, report.officePath[0]].find(
    (id) => id !== undefined && id !== null && id !== report.officeId,
  );
  const toOfficeId = (report.isStandingBody ? forStanding : named?.receiverId) ?? null;
  return receiverOf(db, { officeId: report.officeId, day, toOfficeId });
}

const namedBy = (db: Reader, itemId: number) =>
  db
    .selectFrom('duty_item as i')
    .innerJoin('duty as d', 'd.id', 'i.duty_id')
    .select(['i.receiver_office_id as receiverId', 'd.to_office_id as toId', 'd.via_office_id as viaId'])
    .where('i.id', '=', itemId)
    .executeTakeFirst();
