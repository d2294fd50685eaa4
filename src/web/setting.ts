import type { Tx } from '../platform/db.ts';

/** Keeps what the office has set under a key, in the place of what was set before. */
export async function keepSetting(tx: Tx, key: string, set: unknown): Promise<void> {
  const value = JSON.stringify(set);
  await tx
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
