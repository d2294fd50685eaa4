import type { Tx } from '../platform/db.ts';

/** Keeps the address of mail of an account; null takes it away. Who may is asked by the caller. */
export async function keepEmail(tx: Tx, accountId: number, email: string | null): Promise<void> {
  await tx.updateTable('account').set({ email }).where('id', '=', accountId).execute();
}
