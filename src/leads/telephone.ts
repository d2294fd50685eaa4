import type { Reader, Tx } from '../platform/db.ts';

/** The telephone on the slips of an office; null where none was typed. */
export async function telephoneOf(db: Reader, officeId: number): Promise<string | null> {
  const row = await db
    .selectFrom('office_telephone')
    .select('telephone')
    .where('office_id', '=', officeId)
    .executeTakeFirst();
  return row?.telephone ?? null;
}

/** Keeps the telephone that an officer typed for the slips of their office; an empty one changes nothing. */
export async function keepTelephone(tx: Tx, officeId: number, telephone: string | null): Promise<void> {
  if (!telephone) return;
  await tx
    .insertInto('office_telephone')
    .values({ office_id: officeId, telephone })
    .onConflict((conflict) => conflict.column('office_id').doUpdateSet({ telephone }))
    .execute();
}
