import { sql } from 'kysely';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader } from '../platform/db.ts';
import { FORM_KEY, FORM_VERSION, type Typed } from './form.ts';

/** What somebody had typed into a form when it last saved itself. */
export interface Draft {
  typed: Typed;
  savedAt: Date;
  /** The version of the thing that the draft was written on; null for something new. */
  version: number | null;
}

/** Letters in all fields together, a report of a hundred pages: a draft is words, not files. */
const MAX_LETTERS = 250_000;
/** Forms that one person may have open as drafts; the oldest goes first. */
const MAX_DRAFTS = 50;

/** A form is named like `dien-hinh-moi` or `dien-hinh-12`. */
export const isFormName = (name: string): boolean => /^[a-z0-9-]{1,100}$/.test(name);

/**
 * Keeps what was typed, over any earlier draft of the same person and form. Not audited: nothing of the office has
 * changed yet.
 *
 * @returns false when the draft is too large and nothing was kept
 */
export async function saveDraft(
  surroundings: { db: Db; clock: Clock },
  accountId: number,
  form: string,
  typed: Typed,
): Promise<boolean> {
  // the key belongs to the page that was open, not to what was typed
  const { [FORM_KEY]: _key, ...fields } = typed;
  const body = JSON.stringify(fields);
  if (body.length > MAX_LETTERS) return false;
  const savedAt = surroundings.clock.now();
  await surroundings.db.transaction().execute(async (tx) => {
    await tx
      .insertInto('draft')
      .values({ account_id: accountId, form, body, saved_at: savedAt })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'form']).doUpdateSet({ body, saved_at: savedAt }),
      )
      .execute();
    await sql`
      DELETE FROM draft WHERE account_id = ${accountId} AND form IN (
        SELECT form FROM draft WHERE account_id = ${accountId} ORDER BY saved_at DESC, form OFFSET ${MAX_DRAFTS})`.execute(
      tx,
    );
  });
  return true;
}

export async function findDraft(db: Reader, accountId: number, form: string): Promise<Draft | null> {
  const row = await db
    .selectFrom('draft')
    .select(['body', 'saved_at'])
    .where('account_id', '=', accountId)
    .where('form', '=', form)
    .executeTakeFirst();
  if (!row) return null;
  const typed = row.body as Typed;
  const version = Number(typed[FORM_VERSION]);
  return {
    typed,
    savedAt: row.saved_at,
    version: Number.isSafeInteger(version) && version > 0 ? version : null,
  };
}

/** The form was sent for real, or the person does not want the draft. */
export async function dropDraft(db: Db, accountId: number, form: string): Promise<void> {
  await db.deleteFrom('draft').where('account_id', '=', accountId).where('form', '=', form).execute();
}

/** When a form with this key was taken and done; null when it was not, or was somebody else's. */
export async function receivedAt(db: Reader, accountId: number, key: string): Promise<Date | null> {
  const row = await db
    .selectFrom('idempotency')
    .select('created_at')
    .where('key', '=', key)
    .where('account_id', '=', accountId)
    .where('outcome', 'is not', null)
    .executeTakeFirst();
  return row?.created_at ?? null;
}
