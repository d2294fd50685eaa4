import { loadCalendar } from '../calendar/load-calendar.ts';
import { periodsOf } from '../calendar/periods.ts';
import type { Tx } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { everSelected, loadDirectory } from './candidates.ts';
import { dueDaysOf, MOST_ITEMS } from './expand.ts';
import type { DutyInput } from './forms.ts';
import { type NamedOffices, wrongDuty } from './rules.ts';

/** What is wrong with a duty as it is to be written, by form field, held against the offices, forms and blocs there are. */
export async function dutyErrors(
  tx: Tx,
  input: DutyInput,
  plan: { periodFrom: string; periodTo: string },
): Promise<FieldErrors> {
  const onDay = input.dueRule.kind === 'on' ? input.dueRule.day : null;
  const errors = wrongDuty({ ...input, onDay }, plan, await namedOffices(tx, input));
  if (
    input.what === 'report' &&
    input.reportFormKey !== null &&
    !(await formThere(tx, input.reportFormKey))
  ) {
    errors.reportFormKey = 'Mẫu báo cáo đã chọn không có; hãy chọn lại trong danh sách.';
  }
  Object.assign(errors, await wrongSelection(tx, input));
  if (Object.keys(errors).length === 0) Object.assign(errors, await meansNobody(tx, input));
  return errors;
}

async function formThere(tx: Tx, key: string): Promise<boolean> {
  const form = await tx.selectFrom('report_form').select('id').where('key', '=', key).executeTakeFirst();
  return form !== undefined;
}

/** A kind or a bloc that does not exist. */
async function wrongSelection(tx: Tx, { who }: DutyInput): Promise<FieldErrors> {
  if (who.by === 'bloc') {
    const bloc = await tx.selectFrom('bloc').select('id').where('id', '=', who.blocId).executeTakeFirst();
    return bloc ? {} : { whoBlocId: 'Khối thi đua đã chọn không có.' };
  }
  if (who.by !== 'kind') return {};
  const kind = await tx
    .selectFrom('office_kind')
    .select('id')
    .where('id', '=', who.kindId)
    .executeTakeFirst();
  return kind ? {} : { whoKindId: 'Hãy chọn loại đơn vị trong danh sách.' };
}

/** A duty that no office has is a slip; one with more items than a plan can hold is one as well. */
async function meansNobody(tx: Tx, input: DutyInput): Promise<FieldErrors> {
  const offices = everSelected(await loadDirectory(tx), input.who);
  const field = input.who.by === 'bloc' ? 'whoBlocId' : 'whoOfficeId';
  if (offices.length === 0) return { [field]: 'Cách chọn này không có đơn vị nào; hãy xem lại.' };
  const rule = { ...input, endedOn: null };
  const days = dueDaysOf(rule, await loadCalendar(tx));
  if (days.length * offices.length > MOST_ITEMS) {
    return {
      cycle: `Nhiệm vụ này sinh ra quá nhiều việc (${periodsOf(input.cycle, input.fromOn, input.toOn).length} kỳ × ${offices.length} đơn vị); hãy chọn chu kỳ dài hơn hoặc ít đơn vị hơn.`,
    };
  }
  return {};
}

async function namedOffices(tx: Tx, input: DutyInput): Promise<NamedOffices> {
  const { who, toOfficeId, viaOfficeId } = input;
  const whoOfficeId = who.by === 'office' ? who.officeId : who.by === 'bloc' ? null : who.belowId;
  const wanted = { whoOfficeId, toOfficeId, viaOfficeId };
  const ids = Object.values(wanted).filter((id) => id !== null);
  if (ids.length === 0) return {};
  const found = await tx
    .selectFrom('office')
    .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('id', 'in', ids)
    .execute();
  const byId = new Map(found.map((office) => [office.id, office]));
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([field, id]) => (id === null ? [] : [[field, byId.get(id) ?? null]])),
  );
}
