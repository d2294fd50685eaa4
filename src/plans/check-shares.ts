import { officesOn } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import type { DraftField } from './plan-draft.ts';
import { sharesError } from './quota-shares.ts';

/**
 * Says which quotas are given out beyond their whole once the offices of the day are counted, under
 * `<prefix(n)>allocations`; one query, none where nothing is given out.
 */
export async function sharesBeyond(
  db: Reader,
  fields: readonly DraftField[],
  day: Day,
  prefix: (n: number) => string = () => '',
): Promise<FieldErrors> {
  if (fields.every(({ allocations }) => allocations.length === 0)) return {};
  const offices = await officesOn(db, day);
  return Object.fromEntries(
    fields.flatMap((field, n) => {
      const sentence = sharesError(field, offices);
      return sentence ? [[`${prefix(n)}allocations`, sentence]] : [];
    }),
  );
}
