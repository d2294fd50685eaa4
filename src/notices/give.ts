import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { NoticeKind } from './notice-kinds.ts';

export interface NewNotice {
  account_id: number;
  kind: NoticeKind;
  sentence: string;
  href: string;
  duty_item_id: number | null;
  /** What it is told of beside duty items, e.g. a stay on a desk; told once to each person. */
  thing?: string;
  on_day: Day;
  created_at: Date;
}

const AT_ONCE = 1_000;

/** Gives notices; the same of one kind for one item and day, or for one thing, is given once. Answers how many are new. */
export async function insertNotices(tx: Tx, notices: readonly NewNotice[]): Promise<number> {
  let count = 0;
  for (let n = 0; n < notices.length; n += AT_ONCE) {
    const made = await tx
      .insertInto('notice')
      .values(notices.slice(n, n + AT_ONCE))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    count += made.length;
  }
  return count;
}
