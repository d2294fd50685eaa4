import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { administersAll } from '../identity/rules.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';

export interface MailInList {
  id: number;
  name: string;
  onDay: Day;
  subject: string;
  state: string;
  attempts: number;
  lastError: string | null;
  sentAt: Date | null;
}

/** The last letters of the outbox, those that failed first. What stands in them is nobody's to read here. */
export async function listMails(db: Reader): Promise<MailInList[]> {
  return db
    .selectFrom('mail as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.id', 'a.display_name as name', 'm.on_day as onDay', 'm.subject', 'm.state', 'm.attempts'])
    .select(['m.last_error as lastError', 'm.sent_at as sentAt'])
    .orderBy((eb) => eb('m.state', '=', 'sent'))
    .orderBy('m.id', 'desc')
    .limit(200)
    .execute();
}

/** Lays a letter that failed into the outbox again; it goes out within a minute. */
export function sendAgain(acting: Acting, id: number): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!administersAll(acting.actor)) return notFound();
    const mail = await tx
      .selectFrom('mail')
      .select(['state', 'subject'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!mail) return notFound();
    if (mail.state !== 'failed') {
      return refused({ rule: 'not_failed', sentence: 'Chỉ thư gửi hỏng mới gửi lại được.' });
    }
    await tx
      .updateTable('mail')
      .set({ state: 'waiting', attempts: 0, last_error: null })
      .where('id', '=', id)
      .execute();
    await record(tx, acting, { kind: 'mail.tried_again', thingId: id, after: { Thư: mail.subject } });
    return done(null);
  });
}
