import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { changingTree, offsprings, type StoredOffice, storedOffices } from './changing-tree.ts';
import { writeEnd } from './end-office.ts';
import { refusalToEnd, refusalToSucceed } from './rules.ts';
import { dayBefore, writtenDay } from './validity.ts';

export interface SuccessionInput {
  /** Who was there before; each is followed by every office in `to`. */
  from: readonly number[];
  to: readonly number[];
  onDate: Day;
  /** The document that orders it, e.g. 'Nghị quyết 828/NQ-UBTVQH14'. */
  basis: string;
  /** Also record that the old offices are no more from that day; false when only a part of them moved. */
  endFrom: boolean;
}

/** Records which offices follow which from a day on: a merger, a split, or both at once. */
export function recordSuccession(
  acting: Acting,
  input: SuccessionInput,
): Promise<Outcome<{ count: number }>> {
  return changingTree(acting, async (tx) => {
    if (input.from.length === 0 || input.to.length === 0)
      return invalid({ others: 'Hãy chọn ít nhất một đơn vị.' });
    const from = await storedOffices(tx, input.from);
    const to = await storedOffices(tx, input.to);
    if (from.length < new Set(input.from).size || to.length < new Set(input.to).size) return notFound();
    const followed = await tx
      .selectFrom('office_succession')
      .select(['from_office_id as from', 'to_office_id as to', 'on_date as onDate'])
      .execute();
    const ending = input.endFrom ? from.filter((office) => office.validTo !== dayBefore(input.onDate)) : [];
    const reasons = [
      ...refusalToSucceed(from, to, input.onDate, followed),
      ...(await refusalsToEnd(tx, ending, dayBefore(input.onDate))),
    ];
    if (reasons.length > 0) return refused(...reasons);
    const known = new Set(followed.map((edge) => `${edge.from} ${edge.to} ${edge.onDate}`));
    const fresh = from
      .flatMap((old) => to.map((next) => ({ old, next })))
      .filter(({ old, next }) => !known.has(`${old.id} ${next.id} ${input.onDate}`));
    for (const { old, next } of fresh) await writeSuccession(tx, acting, old, next, input);
    for (const office of ending) await writeEnd(tx, acting, office, dayBefore(input.onDate), input.basis);
    return done({ count: fresh.length });
  });
}

async function refusalsToEnd(tx: Tx, ending: readonly StoredOffice[], lastDay: Day): Promise<Reason[]> {
  const reasons: Reason[] = [];
  for (const office of ending)
    reasons.push(...refusalToEnd(office, lastDay, await offsprings(tx, office.id)));
  return reasons;
}

/** The step is told in the history of the old office and of the new one. */
async function writeSuccession(
  tx: Tx,
  acting: Acting,
  old: StoredOffice,
  next: StoredOffice,
  input: SuccessionInput,
): Promise<void> {
  await tx
    .insertInto('office_succession')
    .values({ from_office_id: old.id, to_office_id: next.id, on_date: input.onDate, basis: input.basis })
    .execute();
  for (const thingId of [old.id, next.id]) {
    await record(tx, acting, {
      kind: 'office.succeeded',
      thingId,
      officeId: thingId,
      after: { 'Đơn vị cũ': old.name, 'Đơn vị kế thừa': next.name, 'Từ ngày': writtenDay(input.onDate) },
      reason: input.basis,
    });
  }
}
