import { loadCalendar } from '../calendar/load-calendar.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { officeIn } from './check-offices.ts';
import type { NewDecision } from './copy-about.ts';
import { movedDay } from './copy-dates.ts';
import { addDecisions } from './copy-decisions.ts';
import { copiedPlan, withFieldIds } from './copy-draft.ts';
import { type OfficesLater, officesLater } from './copy-offices.ts';
import { createPlan } from './create-plan.ts';
import { loadDraft } from './load-draft.ts';
import type { PlanDraft } from './plan-draft.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

/** The duties of a plan belong to a folder further right; `app.tsx` hands in how they are copied. */
export interface DutyCopying {
  /** Offices that the duties of a plan name. */
  officeIds(db: Reader, planId: number): Promise<number[]>;
  /** Copies the duties that can be copied; answers what must be decided about the others. */
  copy(
    acting: Acting,
    input: { fromPlanId: number; toPlanId: number; years: number; later: OfficesLater },
  ): Promise<Outcome<NewDecision[]>>;
  /** Sets a duty of the old plan in the new one for the offices that somebody chose. */
  decide(
    acting: Acting,
    input: { dutyId: number; toPlanId: number; years: number; chosen: string },
  ): Promise<Outcome<{ inWords: string }>>;
}

/** Periods further off are slips of the finger. */
const MOST_YEARS = 100;

/** Copies a plan to a period that begins in `fromYear`, as a draft with the list of what a person must decide. */
export function copyPlan(
  acting: Acting,
  input: { id: number; fromYear: number },
  duties: DutyCopying,
): Promise<Outcome<{ planId: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    const source = await loadDraft(tx, input.id);
    if (!source) return notFound();
    const years = input.fromYear - Number(source.periodFrom.slice(0, 4));
    if (years < 1 || years > MOST_YEARS) {
      return invalid({
        fromYear: `Giai đoạn mới phải bắt đầu sau năm ${source.periodFrom.slice(0, 4)}, và không quá ${MOST_YEARS} năm sau.`,
      });
    }
    const day = movedDay(source.periodFrom, years);
    const ids = [...idsOf(source), ...(await duties.officeIds(tx, input.id))];
    const later = await officesLater(tx, ids, { before: source.issuedOn ?? source.periodFrom, day });
    const copy = copiedPlan({
      source: { ...source, id: input.id },
      years,
      later,
      calendar: await loadCalendar(tx),
      sets: await criteriaSets(tx),
    });
    if (!copy)
      return refused({
        rule: 'no_offices',
        sentence: `Vào ngày ${day.split('-').reverse().join('/')} cây đơn vị không có đơn vị nào; hãy nhập đơn vị trước.`,
      });
    const inside = { ...acting, db: tx, requestKey: null };
    const created = await createPlan(inside, copy.draft, `chép từ ${source.kind} ${source.number}`.trim());
    if (!created.ok) return created;
    const planId = created.value.id;
    const fieldIds = await tx
      .selectFrom('pilot_field')
      .select('id')
      .where('plan_id', '=', planId)
      .orderBy('ord')
      .execute();
    await addDecisions(
      tx,
      planId,
      withFieldIds(
        copy.decisions,
        fieldIds.map(({ id }) => id),
      ),
    );
    const copied = await duties.copy(inside, { fromPlanId: input.id, toPlanId: planId, years, later });
    if (!copied.ok) return copied;
    await addDecisions(tx, planId, copied.value);
    return done({ planId });
  });
}

const idsOf = ({ issuerOfficeId, fields }: PlanDraft): number[] => [
  ...(issuerOfficeId === null ? [] : [issuerOfficeId]),
  ...fields.flatMap(({ leadOfficeId, coordination, allocations }) => [
    leadOfficeId,
    ...coordination.map(officeIn),
    ...allocations.map(({ to }) => officeIn(to)),
  ]),
];

const criteriaSets = (db: Reader) =>
  db
    .selectFrom('criteria_set')
    .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('state', '<>', 'draft')
    .orderBy('valid_from', 'desc')
    .orderBy('name')
    .execute();
