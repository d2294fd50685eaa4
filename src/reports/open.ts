import { record } from '../audit/record.ts';
import { periodInWords } from '../calendar/periods.ts';
import { sidesOver } from '../desks/sides.ts';
import { moveToDesk } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { closingDay, refusalToOpen } from './rules.ts';

export interface OpenInput {
  planId: number;
  officeId: number;
  formKey: string;
  from: Day;
  to: Day;
}

/**
 * Opens the report of an office by a form for a period, for somebody who writes for that office; the one that exists is
 * answered again. Where a duty asks for it, the report is linked to it and closes on its due day at the latest.
 */
export function openReport(acting: Acting, input: OpenInput): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, (tx) => opened(tx, acting, input));
}

/** Opens the report that a duty item asks for. */
export function openDueReport(acting: Acting, input: { itemId: number }): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const item = await tx
      .selectFrom('duty_item as i')
      .innerJoin('duty as d', 'd.id', 'i.duty_id')
      .select(['d.plan_id as planId', 'i.office_id as officeId', 'd.report_form_key as formKey'])
      .select(['i.period_from as from', 'i.period_to as to'])
      .where('i.id', '=', input.itemId)
      .executeTakeFirst();
    if (!item?.formKey) return notFound();
    return opened(tx, acting, { ...item, formKey: item.formKey });
  });
}

async function opened(tx: Tx, acting: Acting, input: OpenInput): Promise<Outcome<{ id: number }>> {
  const { plan, office, form } = await namedIn(tx, input);
  if (!plan || !office) return notFound();
  if (!form) return invalid({ formKey: 'Mẫu báo cáo này không còn dùng; hãy chọn mẫu khác.' });
  if (!sidesOver(acting.actor, { officePath: office.path, deskPath: null }).has('author')) {
    return refused({
      rule: 'wrong_role',
      sentence: `Báo cáo của ${office.name} do cán bộ của đơn vị đó lập; tài khoản của bạn không giữ vai trò đó.`,
    });
  }
  const refusal = refusalToOpen(plan, input, acting.clock.today());
  if (refusal) return refused(refusal);
  const item = await itemFor(tx, input);
  const made = await tx
    .insertInto('report')
    .values({
      plan_id: plan.id,
      office_id: office.id,
      form_id: form.id,
      form_key: input.formKey,
      year: Number(input.to.slice(0, 4)),
      period_from: input.from,
      period_to: input.to,
      closing_on: closingDay(input, item?.due_on ?? null),
      duty_item_id: item?.id ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['plan_id', 'office_id', 'form_key', 'period_from']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return done(await existing(tx, input));
  await moveToDesk(
    tx,
    {
      paper: 'report',
      paperId: made.id,
      officeId: office.id,
      dueOn: item?.due_on ?? null,
      waitsFor: 'đơn vị viết và nộp báo cáo',
      movedBy: acting.actor.accountId,
    },
    acting.clock.today(),
  );
  await record(tx, acting, {
    kind: 'report.opened',
    thingId: made.id,
    thingVersion: 1,
    officeId: office.id,
    after: { 'Kế hoạch': plan.number, 'Mẫu báo cáo': form.name, Kỳ: periodInWords(input) },
  });
  return done(made);
}

async function namedIn(tx: Tx, input: OpenInput) {
  const plan = await tx.selectFrom('plan').selectAll().where('id', '=', input.planId).executeTakeFirst();
  const office = await tx
    .selectFrom('office')
    .select(['id', 'name', 'path'])
    .where('id', '=', input.officeId)
    .executeTakeFirst();
  const form = await tx
    .selectFrom('report_form')
    .select(['id', 'name'])
    .where('key', '=', input.formKey)
    .where('is_current', '=', true)
    .executeTakeFirst();
  return { plan, office, form };
}

/** The duty that asks this office for this report; the earliest due where several do. */
const itemFor = (tx: Tx, input: OpenInput) =>
  tx
    .selectFrom('duty_item as i')
    .innerJoin('duty as d', 'd.id', 'i.duty_id')
    .select(['i.id', 'i.due_on'])
    .where('d.plan_id', '=', input.planId)
    .where('d.report_form_key', '=', input.formKey)
    .where('i.office_id', '=', input.officeId)
    .where('i.period_from', '=', input.from)
    .orderBy('i.due_on')
    .limit(1)
    .executeTakeFirst();

const existing = (tx: Tx, input: OpenInput): Promise<{ id: number }> =>
  tx
    .selectFrom('report')
    .select('id')
    .where('plan_id', '=', input.planId)
    .where('office_id', '=', input.officeId)
    .where('form_key', '=', input.formKey)
    .where('period_from', '=', input.from)
    .executeTakeFirstOrThrow();
