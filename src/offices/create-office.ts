import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { changingTree, offsprings, storedOffice } from './changing-tree.ts';
import { wrongOffice } from './rules.ts';
import { type Validity, writtenDay } from './validity.ts';

export interface OfficeInput extends Validity {
  name: string;
  shortName: string | null;
  code: string | null;
  kindId: string;
  parentId: number | null;
}

/** Adds an office to the tree. */
export function createOffice(acting: Acting, input: OfficeInput): Promise<Outcome<{ id: number }>> {
  return changingTree(acting, async (tx) => {
    const { errors, parentName } = await judgeOffice(tx, null, input);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const { id } = await tx
      .insertInto('office')
      .values(columnsOf(input))
      .returning('id')
      .executeTakeFirstOrThrow();
    await record(tx, acting, {
      kind: 'office.created',
      thingId: id,
      thingVersion: 1,
      officeId: id,
      after: fieldsOf(input, parentName),
    });
    return done({ id });
  });
}

/** What is wrong with an office as it is to be written (`id` null: a new one), and the name of its parent. */
export async function judgeOffice(
  tx: Tx,
  id: number | null,
  input: OfficeInput,
): Promise<{ errors: FieldErrors; parentName: string | null }> {
  const parent = input.parentId === null ? null : await storedOffice(tx, input.parentId);
  if (input.parentId !== null && !parent) {
    return { errors: { parentId: 'Đơn vị cấp trên đã chọn không có.' }, parentName: null };
  }
  const below = id === null ? [] : await offsprings(tx, id);
  const errors = wrongOffice({ ...input, id }, parent, below, await offsprings(tx, input.parentId));
  const kind = await tx
    .selectFrom('office_kind')
    .select('id')
    .where('id', '=', input.kindId)
    .executeTakeFirst();
  if (!kind) errors.kindId = 'Hãy chọn loại đơn vị trong danh sách.';
  return { errors, parentName: parent?.name ?? null };
}

export const columnsOf = (input: OfficeInput) => ({
  name: input.name,
  short_name: input.shortName,
  code: input.code,
  kind_id: input.kindId,
  parent_id: input.parentId,
  valid_from: input.validFrom,
  valid_to: input.validTo,
});

/** The office as the audit names its fields. */
export const fieldsOf = (input: Omit<OfficeInput, 'kindId' | 'parentId'>, parentName: string | null) => ({
  Tên: input.name,
  'Tên viết tắt': input.shortName,
  Mã: input.code,
  'Đơn vị cấp trên': parentName,
  'Hiệu lực từ': writtenDay(input.validFrom),
  'Hiệu lực đến': writtenDay(input.validTo),
});
