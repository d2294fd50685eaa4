import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { Reader } from '../platform/db.ts';

const derive = promisify(scrypt) as (password: string, salt: string, length: number) => Promise<Buffer>;

/**
 * The secret of this house that signs the forms of the portal and makes the codes.
 *
 * @throws Error when it is not there: the migration makes it
 */
export async function leadsSecret(db: Reader): Promise<string> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'leads.secret')
    .executeTakeFirstOrThrow();
  if (typeof row.value !== 'string' || row.value.length < 32)
    throw new Error('The secret of the forms is broken.');
  return row.value;
}

/**
 * What is kept of a code. On purpose slow (some 50 ms): a code is short enough to be read aloud, and whoever steals the
 * database must not find all codes in an afternoon. For no code at all it takes just as long and finds nothing.
 */
export const hashOfCode = (secret: string, code: string | null): Promise<Buffer> =>
  derive(code ?? randomBytes(8).toString('hex'), `code\0${secret}`, 32);
