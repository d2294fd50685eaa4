import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, invalid, notFound, type Outcome, stale } from '../platform/outcome.ts';
import { changingTree, storedOffice } from './changing-tree.ts';
import { covers, type Validity, writtenDay } from './validity.ts';

/** Makes an office the standing body of the programme for a time, or changes that time. */
export function setStandingBody(
  acting: Acting,
  input: Validity & { id: number; version: number },
): Promise<Outcome<{ id: number }>> {
  return changingTree(acting, async (tx) => {
    const office = await storedOffice(tx, input.id);
    if (!office) return notFound();
    if (office.version !== input.version) return stale(office.version);
    if (input.validFrom !== null && input.validTo !== null && input.validFrom > input.validTo) {
      return invalid({ validTo: 'Ngày kết thúc phải từ ngày bắt đầu trở đi.' });
    }
    if (
      input.validFrom !== null &&
      !covers(office, { validFrom: input.validFrom, validTo: input.validFrom })
    ) {
      return invalid({ validFrom: 'Đơn vị chưa hoặc không còn hiệu lực vào ngày này.' });
    }
    const period = { valid_from: input.validFrom, valid_to: input.validTo };
    await tx
      .insertInto('office_duty_role')
      .values({ office_id: office.id, role: 'standing_body', ...period })
      .onConflict((conflict) => conflict.columns(['office_id', 'role']).doUpdateSet(period))
      .execute();
    await tx
      .updateTable('office')
      .set({ version: office.version + 1 })
      .where('id', '=', office.id)
      .execute();
    await record(tx, acting, {
      kind: 'office.standing_body_set',
      thingId: office.id,
      thingVersion: office.version + 1,
      officeId: office.id,
      after: { 'Từ ngày': writtenDay(input.validFrom), 'Đến ngày': writtenDay(input.validTo) },
    });
    return done({ id: office.id });
  });
}
