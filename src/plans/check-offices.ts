import { holdsOn } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import type { NamedOffices } from './plan-draft.ts';

/** The offices that a field names, with the form field at which each is chosen. */
export interface NamedOffice {
  field: string;
  officeId: number;
}

/** The offices that named offices lean on: the office itself, or the one below which a kind is sought. */
export const officeIn = (named: NamedOffices): number =>
  named.by === 'office' ? named.officeId : named.belowId;

/** Says at its field which office does not exist, or did not hold on the day; one query. */
export async function officesMissingOn(
  db: Reader,
  named: readonly NamedOffice[],
  day: Day,
): Promise<FieldErrors> {
  if (named.length === 0) return {};
  const ids = [...new Set(named.map(({ officeId }) => officeId))];
  const rows = await db
    .selectFrom('office')
    .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('id', 'in', ids)
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  const errors: FieldErrors = {};
  for (const { field, officeId } of named) {
    const office = known.get(officeId);
    if (!office) errors[field] = 'Không có đơn vị này; hãy chọn lại trong danh sách.';
    else if (!holdsOn(office, day)) {
      const on = day.split('-').reverse().join('/');
      errors[field] =
        `${office.name} chưa hoặc không còn tồn tại vào ngày ${on}; hãy chọn đơn vị có vào ngày đó.`;
    }
  }
  return errors;
}
