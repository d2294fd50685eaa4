import type { DueRule } from '../calendar/due-rule.ts';
import type { OfficeSelection } from '../offices/selection.ts';
import { type About, DROP, type NewDecision } from '../plans/copy-about.ts';
import { namedIn } from '../plans/copy-apply.ts';
import { movedDay, movedWords } from '../plans/copy-dates.ts';
import { fateInWords, kindOptions, type OfficesLater, successorOptions } from '../plans/copy-offices.ts';
import type { DutyCopying } from '../plans/copy-plan.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import { addDuty } from './commands.ts';
import { type DutyInView, dutiesOf, findDuty } from './duty-queries.ts';
import type { DutyInput } from './forms.ts';

/** How the duties of a plan follow it into a new period; handed to the copying of plans by `app.tsx`. */
export const dutyCopying: DutyCopying = {
  async officeIds(db, planId) {
    return (await dutiesOf(db, planId)).flatMap(officesIn);
  },

  async copy(acting, { fromPlanId, toPlanId, years, later }) {
    const decisions: NewDecision[] = [];
    const period = await periodOf(acting.db, fromPlanId);
    for (const duty of await dutiesOf(acting.db, fromPlanId)) {
      if (duty.endedOn !== null) continue;
      const who = whoLater(duty, later);
      if (!who.ok) {
        decisions.push(whoDecision(duty, years, who, later));
        continue;
      }
      const receivers = receiversLater(duty, later);
      const input = { ...movedDuty(duty, period, years), who: who.who, ...receivers.ids, planId: toPlanId };
      const added = await addDuty(acting, input);
      if (added.ok)
        decisions.push(...receivers.decisions, ...(await blocDecisions(acting.db, duty, later.day)));
      else decisions.push(note(duty, `không chép được: ${reasonOf(added)}`));
    }
    return done(decisions);
  },

  async decide(acting, { dutyId, toPlanId, years, chosen }) {
    const duty = await findDuty(acting.db, dutyId);
    const [named] = namedIn(chosen);
    if (!duty || !named) return notFound();
    const period = await periodOf(acting.db, duty.planId);
    const input = {
      ...movedDuty(duty, period, years),
      who: named,
      planId: toPlanId,
      toOfficeId: null,
      viaOfficeId: null,
    };
    const added = await addDuty(acting, input);
    if (!added.ok) return added.refusal.kind === 'invalid' ? invalid({ choice: reasonOf(added) }) : added;
    return done({ inWords: duty.name });
  },
};

const officesIn = ({ who, toOfficeId, viaOfficeId }: DutyInView): number[] =>
  [
    who.by === 'office' ? who.officeId : who.by === 'bloc' ? null : who.belowId,
    toOfficeId,
    viaOfficeId,
  ].filter((id) => id !== null);

const periodOf = async (db: Reader, planId: number): Promise<{ from: Day; to: Day }> =>
  db
    .selectFrom('plan')
    .select(['period_from as from', 'period_to as to'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();

/** The duty with its days moved; receivers and offices are set by the caller. */
function movedDuty(duty: DutyInView, period: { from: Day; to: Day }, years: number): DutyInput {
  return {
    name: movedWords(duty.name, period, years),
    what: duty.what,
    reportFormKey: duty.reportFormKey,
    who: duty.who,
    cycle: duty.cycle,
    fromOn: movedDay(duty.fromOn, years),
    toOn: movedDay(duty.toOn, years),
    dueRule: movedRule(duty.dueRule, years),
    toOfficeId: duty.toOfficeId,
    viaOfficeId: duty.viaOfficeId,
    // the paper that asked for it is not the new plan
    basis: null,
  };
}

const movedRule = (rule: DueRule, years: number): DueRule =>
  rule.kind === 'on' ? { ...rule, day: movedDay(rule.day, years) } : rule;

type WhoLater =
  | { ok: true; who: OfficeSelection }
  | { ok: false; fate: string; options: NewDecision['options']; suggested: string | null };

function whoLater({ who }: DutyInView, later: OfficesLater): WhoLater {
  if (who.by === 'bloc') return { ok: true, who };
  const officeId = who.by === 'office' ? who.officeId : who.belowId;
  const found = later.of(officeId);
  const [only] = found;
  if (!only || found.length > 1) {
    return {
      ok: false,
      fate: fateInWords(later, officeId),
      options: successorOptions(found, false),
      suggested: null,
    };
  }
  if (who.by === 'office') return { ok: true, who: { by: 'office', officeId: only.id } };
  if (who.by === 'branch') return { ok: true, who: { by: 'branch', belowId: only.id } };
  if (later.count(who.kindId, only.id) > 0) return { ok: true, who: { ...who, belowId: only.id } };
  const instead = later.insteadOf(who.kindId, only.id);
  return {
    ok: false,
    fate: `giao mọi ${later.kindName(who.kindId).toLowerCase()} thuộc ${only.name}, mà loại này không còn đơn vị nào`,
    options: kindOptions(later, only.id, only.name),
    suggested: instead && `kind:${instead}:${only.id}`,
  };
}

const whoDecision = (
  duty: DutyInView,
  years: number,
  who: Extract<WhoLater, { ok: false }>,
  later: OfficesLater,
): NewDecision => ({
  about: { kind: 'duty', duty: duty.id, years },
  question: `Nhiệm vụ “${duty.name}”: ${who.fate} vào ${later.day.split('-').reverse().join('/')}. Giao cho ai?`,
  options: [...who.options, { ...DROP, label: 'Không chép nhiệm vụ này' }],
  suggested: who.suggested,
  other: 'office',
});

/** To whom and through whom: one successor is taken; otherwise the duty goes to the office above, and somebody is told. */
function receiversLater(duty: DutyInView, later: OfficesLater) {
  const decisions: NewDecision[] = [];
  const one = (officeId: number | null, role: string): number | null => {
    if (officeId === null) return null;
    const found = later.of(officeId);
    const [only] = found;
    if (only && found.length === 1) return only.id;
    decisions.push(note(duty, `${role} ${fateInWords(later, officeId)}; hãy chọn lại ở nhiệm vụ`));
    return null;
  };
  const ids = {
    toOfficeId: one(duty.toOfficeId, 'nơi nhận'),
    viaOfficeId: one(duty.viaOfficeId, 'nơi gửi qua'),
  };
  return { ids, decisions };
}

/** A bloc has its members by years: without any in the new year the duty means nobody. */
async function blocDecisions(db: Reader, duty: DutyInView, day: Day): Promise<NewDecision[]> {
  if (duty.who.by !== 'bloc') return [];
  const year = Number(day.slice(0, 4));
  const member = await db
    .selectFrom('bloc_member')
    .select('office_id')
    .where('bloc_id', '=', duty.who.blocId)
    .where('year', '=', year)
    .executeTakeFirst();
  return member ? [] : [note(duty, `khối thi đua chưa có thành viên của năm ${year}; hãy ghi thành viên`)];
}

function note(duty: DutyInView, words: string): NewDecision {
  const about: About = { kind: 'note', what: `duty:${duty.id}` };
  const options = [
    { value: 'done', label: 'Đã thực hiện' },
    { value: 'drop', label: 'Không cần' },
  ];
  return { about, question: `Nhiệm vụ “${duty.name}”: ${words}.`, options, suggested: null, other: null };
}

const reasonOf = (outcome: Extract<Outcome<unknown>, { ok: false }>): string => {
  const { refusal } = outcome;
  if (refusal.kind === 'invalid') return Object.values(refusal.fields).join(' ');
  return refusal.kind === 'refused'
    ? refusal.reasons.map(({ sentence }) => sentence).join(' ')
    : 'không thực hiện được';
};
