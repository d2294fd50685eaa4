import { sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { ADDRESS } from './digest.ts';

/** A letter as it is handed to the mail server. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
  /** The same for every try of one letter, so that a server that took it twice can tell. */
  messageId: string;
}

/** Hands a letter to a mail server. @throws what the server answered; a `responseCode` of 500 and more is final */
export type Send = (letter: Letter) => Promise<void>;

/** After so many tries, the last one about ten hours after the first, a letter that is only put off is given up. */
export const MOST_TRIES = 11;

/** A try that has not ended after so long never will: the program was stopped in the middle of it. */
const BROKEN_AFTER = sql`interval '10 minutes'`;
const BROKEN =
  'Chương trình bị ngắt giữa lúc gửi nên không rõ thư đã đi hay chưa; để không gửi hai lần, thư không tự gửi lại.';

export type Sent = 'sent' | 'failed' | 'again' | 'gone';

export interface Sending {
  db: Db;
  clock: Clock;
  send: Send;
  /** Address of the program, without a slash at its end. */
  publicUrl: string;
}

/**
 * Sends one letter of the outbox. What the server refuses for good (5xx) or too often is marked failed with its reason;
 * what it puts off is to be tried again later.
 *
 * A try is put on record before it begins and after it has ended. Should this process die between the two, nobody knows
 * whether the server took the letter, for SMTP knows no way to ask: it is then not sent again by itself
 * ({@link settleBroken}), so that nobody gets it twice. What remains: a server that took the letter and was cut off
 * before it said so is answered as a failed connection, and gets it again under the same Message-ID.
 *
 * @returns `gone` when it was sent or taken away meanwhile, or another try is under way
 */
export async function sendMail({ db, clock, send, publicUrl }: Sending, id: number): Promise<Sent> {
  const mail = await db
    .updateTable('mail')
    .set((eb) => ({ attempts: eb('attempts', '+', 1), trying_since: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .where('trying_since', 'is', null)
    .returning(['to_address', 'subject', 'body', 'attempts'])
    .executeTakeFirst();
  if (!mail) return 'gone';
  try {
    await send({
      to: mail.to_address,
      subject: mail.subject,
      text: mail.body.replaceAll(ADDRESS, publicUrl),
      messageId: `<thong-bao-${id}@${new URL(publicUrl).hostname}>`,
    });
  } catch (error) {
    const isFinal = codeOf(error) >= 500 || mail.attempts >= MOST_TRIES;
    await db
      .updateTable('mail')
      .set({ state: isFinal ? 'failed' : 'waiting', last_error: wordsOf(error), trying_since: null })
      .where('id', '=', id)
      .execute();
    return isFinal ? 'failed' : 'again';
  }
  await db
    .updateTable('mail')
    .set({ state: 'sent', sent_at: clock.now(), last_error: null, trying_since: null })
    .where('id', '=', id)
    .execute();
  return 'sent';
}

const codeOf = (error: unknown): number => {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' ? code : 0;
};

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** Marks as failed what a stopped program left in the middle of being sent; somebody decides whether to send it again. */
export async function settleBroken(db: Db): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'failed', last_error: BROKEN, trying_since: null })
    .where('state', '=', 'waiting')
    .where('trying_since', '<', sql<Date>`now() - ${BROKEN_AFTER}`)
    .execute();
}
