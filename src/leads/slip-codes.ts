import { sql } from 'kysely';
import { keptFileOf } from '../exemplars/carry-stored.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { codeFromKey } from './codes.ts';
import { hashOfCode, leadsSecret } from './secret.ts';

/** What a code opens. */
export interface CodeTarget {
  kind: 'lead' | 'exemplar';
  id: number;
}

/** Where a new code comes from: the key of the form that was sent, or, for the sample, a code that is known. */
export type CodeSource = { key: string } | { code: string };

/** A code is taken with a chance of one in millions; five times in a row it is a bug. */
const MOST_TURNS = 5;

/**
 * Gives a target its code and stops the one that it had.
 *
 * @returns the turn with which the code comes out of the key again
 * @throws Error when no free code is found
 */
export async function issueCode(
  tx: Tx,
  target: CodeTarget,
  source: CodeSource,
  by: { accountId: number | null; today: Day },
): Promise<number> {
  const secret = await leadsSecret(tx);
  await tx
    .updateTable('slip_code')
    .set({ stopped_on: by.today })
    .where(columnOf(target.kind), '=', target.id)
    .where('stopped_on', 'is', null)
    .execute();
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const code = 'code' in source ? source.code : codeFromKey(secret, source.key, turn);
    const made = await tx
      .insertInto('slip_code')
      .values({
        code_hash: await hashOfCode(secret, code),
        [columnOf(target.kind)]: target.id,
        issued_by: by.accountId,
        issued_on: by.today,
      })
      .onConflict((conflict) => conflict.column('code_hash').doNothing())
      .returning('issued_on')
      .executeTakeFirst();
    if (made) return turn;
  }
  throw new Error('No free code was found.');
}

const columnOf = (kind: CodeTarget['kind']) => (kind === 'lead' ? 'lead_id' : 'exemplar_id');

/**
 * What a code opens; null for a wrong code, a stopped one, and none at all. All take the same time: the hash is made in
 * any case, and one row is looked for. The slip of a file that was merged opens the one that was kept, as far as both are
 * of one subject: nobody reads what is told of somebody else because two files were merged in error.
 */
export async function targetOfCode(db: Reader, code: string | null): Promise<CodeTarget | null> {
  const hash = await hashOfCode(await leadsSecret(db), code);
  const row = await db
    .selectFrom('slip_code')
    .select(['lead_id', keptFileOf(sql.ref('slip_code.exemplar_id'), true).as('exemplar_id')])
    .where('code_hash', '=', hash)
    .where('stopped_on', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return row.lead_id === null
    ? { kind: 'exemplar', id: row.exemplar_id ?? 0 }
    : { kind: 'lead', id: row.lead_id };
}

/** Since when a target has the code that opens it now; null: it has none. */
export async function codeSince(db: Reader, { kind, id }: CodeTarget): Promise<Day | null> {
  const row = await db
    .selectFrom('slip_code')
    .select('issued_on')
    .where(columnOf(kind), '=', id)
    .where('stopped_on', 'is', null)
    .orderBy(sql`issued_on`, 'desc')
    .executeTakeFirst();
  return row?.issued_on ?? null;
}
