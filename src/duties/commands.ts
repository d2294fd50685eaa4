import { sql } from 'kysely';
import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { writtenDay } from '../offices/validity.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { HAS_PAPER } from './done.ts';
import { type DutyInView, findDuty, planOfDuties, selectionColumns } from './duty-queries.ts';
import type { DutyInput } from './forms.ts';
import { dutyErrors } from './judge-duty.ts';
import { refreshItems } from './refresh-items.ts';
import { refusalToKeepDuties } from './rules.ts';
import { dutyInWords } from './words.ts';

interface Written {
  id: number;
  planId: number;
}

/** Adds a duty to a plan. Of a plan in force the items are made at once. */
export function addDuty(acting: Acting, input: DutyInput & { planId: number }): Promise<Outcome<Written>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const plan = await planOfDuties(tx, input.planId);
    if (!plan) return notFound();
    const refusal = refusalToKeepDuties(acting.actor, plan);
    if (refusal) return refused(refusal);
    const errors = await dutyErrors(tx, input, plan);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const { id } = await tx
      .insertInto('duty')
      .values({
        plan_id: plan.id,
        ord: sql`(SELECT coalesce(max(ord), 0) + 1 FROM duty WHERE plan_id = ${plan.id})`,
        ...columnsOf(input),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return written(tx, acting, id, plan.id, 'duty.added', null);
  });
}

/** Changes a duty; its items that are not yet due follow. */
export function changeDuty(
  acting: Acting,
  input: DutyInput & { id: number; version: number | null },
): Promise<Outcome<Written>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const duty = await lockedDuty(tx, input.id);
    const plan = duty && (await planOfDuties(tx, duty.planId));
    if (!duty || !plan) return notFound();
    if (duty.version !== input.version) return stale(duty.version);
    const refusal = refusalToKeepDuties(acting.actor, plan);
    if (refusal) return refused(refusal);
    const errors = await dutyErrors(tx, input, plan);
    if (Object.keys(errors).length > 0) return invalid(errors);
    await tx
      .updateTable('duty')
      .set({ ...columnsOf(input), version: duty.version + 1 })
      .where('id', '=', duty.id)
      .execute();
    return written(tx, acting, duty.id, plan.id, 'duty.changed', duty);
  });
}

/**
 * Takes a duty off its plan. One of which something is done, excused or begun is not removed but ended: it makes no
 * items after today, and what was promised stays in the ledger.
 */
export function removeDuty(
  acting: Acting,
  input: { id: number; version: number | null },
): Promise<Outcome<Written & { ended: boolean }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const duty = await lockedDuty(tx, input.id);
    const plan = duty && (await planOfDuties(tx, duty.planId));
    if (!duty || !plan) return notFound();
    if (duty.version !== input.version) return stale(duty.version);
    const refusal = refusalToKeepDuties(acting.actor, plan);
    if (refusal) return refused(refusal);
    const ended = await hasHistory(tx, duty.id, acting.clock.today());
    const place = { id: duty.id, planId: plan.id };
    if (ended) {
      const today = acting.clock.today();
      await tx
        .updateTable('duty')
        .set({ ended_on: today, version: duty.version + 1 })
        .where('id', '=', duty.id)
        .execute();
      await refreshItems(tx, plan.id, today);
    } else {
      await tx.deleteFrom('duty').where('id', '=', duty.id).execute();
    }
    await record(tx, acting, {
      kind: ended ? 'duty.ended' : 'duty.removed',
      thingId: duty.id,
      thingVersion: duty.version + 1,
      before: fieldsOf(duty),
    });
    return done({ ...place, ended });
  });
}

/** Something of it was due, excused, or begun: what was promised is not made unsaid. */
async function hasHistory(tx: Tx, dutyId: number, today: Day): Promise<boolean> {
  const { rows } = await sql<{ kept: boolean }>`
    SELECT EXISTS (SELECT 1 FROM duty_item i JOIN duty d ON d.id = i.duty_id
      WHERE d.id = ${dutyId} AND (i.excused_on IS NOT NULL OR i.due_on < ${today}::date OR ${HAS_PAPER})) AS kept`.execute(
    tx,
  );
  return rows[0]?.kept ?? false;
}

async function lockedDuty(tx: Tx, id: number): Promise<DutyInView | null> {
  await tx.selectFrom('duty').select('id').where('id', '=', id).forUpdate().execute();
  return findDuty(tx, id);
}

async function written(
  tx: Tx,
  acting: Acting,
  id: number,
  planId: number,
  kind: 'duty.added' | 'duty.changed',
  before: DutyInView | null,
): Promise<Outcome<Written>> {
  const after = await findDuty(tx, id);
  if (!after) return notFound();
  await refreshItems(tx, planId, acting.clock.today());
  await record(tx, acting, {
    kind,
    thingId: id,
    thingVersion: after.version,
    ...(before ? { before: fieldsOf(before) } : {}),
    after: fieldsOf(after),
  });
  return done({ id, planId });
}

const columnsOf = (input: DutyInput) => ({
  name: input.name,
  what: input.what,
  report_form_key: input.reportFormKey,
  ...selectionColumns(input.who),
  cycle: input.cycle,
  from_on: input.fromOn,
  to_on: input.toOn,
  due_rule: JSON.stringify(input.dueRule),
  to_office_id: input.toOfficeId,
  via_office_id: input.viaOfficeId,
  basis: input.basis,
});

const fieldsOf = (duty: DutyInView): AuditFields => ({
  'nhiệm vụ': duty.name,
  'nội dung': dutyInWords(duty),
  'từ ngày': writtenDay(duty.fromOn),
  'đến ngày': writtenDay(duty.toOn),
  'căn cứ': duty.basis,
});
