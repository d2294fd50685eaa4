import { record } from '../audit/record.ts';
import { lockExemplars } from '../exemplars/changing.ts';
import { type StepTaken, takeStep } from '../exemplars/step.ts';
import { type Acting, ROLE_NAMES } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, type Reason, type Refusal, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { tryStep } from '../workflow/table.ts';
import { loadCandidates } from './candidates.ts';
import { changingList } from './changing-list.ts';
import { countsFor, findField, lockField } from './field-query.ts';
import { decisionsOf, type KeptDecision, type Told } from './lists.ts';
import { countList, DECISION_NAMES, type JudgedDecision, judgeList, judgeTogether } from './rules.ts';
import { listWorkflow } from './workflow.ts';

export interface Applied {
  listId: number;
  choose: number;
  wait: number;
  decline: number;
}

/**
 * Applies every decision of a list in one transaction, by the step of the life cycle that each one is: all of them, or
 * none and every reason why not, each with the name that it is about. A wrong day comes back under `onDay`.
 */
export function applyList(
  acting: Acting,
  input: { listId: number; version: number | null; onDay: Day | null },
): Promise<Outcome<Applied>> {
  return changingList(acting, input.listId, input.version, async (tx, list, field) => {
    const prepared = await decisionsOf(tx, list.id);
    const ids = prepared.map(({ exemplarId }) => exemplarId);
    // in the order in which single steps lock: the exemplars, their field, and last the head of the audit
    await lockExemplars(tx, ids);
    await lockField(tx, field.id);
    const fresh = await findField(tx, acting.actor, field.id);
    const candidates = await loadCandidates(tx, acting.actor, fresh ?? field, ids);
    const judged = judgeTogether(prepared, candidates, acting.actor.accountId);
    const verdict = tryStep(listWorkflow, ROLE_NAMES, {
      state: list.state,
      action: 'apply',
      roles: field.roles,
      judgements: judgeList(judged),
      overrideReason: null,
    });
    if (!verdict.allowed) return refused(...blockedOf(judged), ...verdict.reasons);
    const onDay = input.onDay ?? acting.clock.today();
    const taken = await takeAll(tx, acting, judged, onDay);
    if (!taken.ok) return taken;
    const told = new Map(judged.map((one) => [one.prepared.id, toldOf(one)] as const));
    await writeTold(tx, told);
    await tx
      .updateTable('decision_list')
      .set({
        state: 'applied',
        decided_on: onDay,
        applied_on: acting.clock.today(),
        applied_by: acting.actor.accountId,
      })
      .where('id', '=', list.id)
      .execute();
    const { counted: _counted, ...counts } = countList(judged, (kind) => countsFor(field, kind));
    await record(tx, acting, {
      kind: 'decision_list.applied',
      thingId: list.id,
      thingVersion: list.version + 1,
      officeId: list.officeId,
      after: {
        'Ngày quyết định': formatDate(onDay),
        'Quyết định': judged.map(
          ({ prepared: { id, action } }) => `${told.get(id)?.fullName ?? ''}: ${DECISION_NAMES[action]}`,
        ),
      },
    });
    return done({ listId: list.id, ...counts });
  });
}

const blockedOf = (judged: readonly JudgedDecision[]): Reason[] =>
  judged
    .filter(({ blocked }) => blocked)
    .flatMap(({ candidate, reasons }) => reasons.map((reason) => named(candidate?.exemplar, reason)));

type Named = { subject: { fullName: string } } | undefined;

/** A reason with the name before it, and without the word that one might pass over it: that is for its own page. */
const named = (exemplar: Named, { rule, sentence }: Reason): Reason => ({
  rule,
  sentence: exemplar ? `${exemplar.subject.fullName}: ${sentence}` : sentence,
});

/** Takes the steps; all refusals together, so that a list comes back once. The caller's transaction takes them back. */
async function takeAll(
  tx: Tx,
  acting: Acting,
  judged: readonly JudgedDecision<KeptDecision>[],
  onDay: Day,
): Promise<Outcome<null>> {
  // the key of the form is the list's own
  const inside: Acting = { ...acting, db: tx, requestKey: null };
  const reasons: Reason[] = [];
  let wrongDay: string | null = null;
  for (const { prepared, candidate } of judged) {
    const outcome = await takeOne(inside, prepared, onDay);
    if (outcome.ok) continue;
    const { refusal } = outcome;
    if (refusal.kind === 'invalid' && refusal.fields.onDay) {
      wrongDay ??= named(candidate?.exemplar, { rule: 'on_day', sentence: refusal.fields.onDay }).sentence;
    } else reasons.push(...reasonsOf(refusal).map((reason) => named(candidate?.exemplar, reason)));
  }
  if (reasons.length > 0) return refused(...reasons);
  return wrongDay === null ? done(null) : invalid({ onDay: wrongDay });
}

const takeOne = (
  acting: Acting,
  { exemplarId: id, action, reason, overrideReason, seenVersion: version }: KeptDecision,
  onDay: Day,
): Promise<Outcome<StepTaken>> => takeStep(acting, action, { id, version, reason, overrideReason, onDay });

function reasonsOf(refusal: Refusal): Reason[] {
  if (refusal.kind === 'refused') return refusal.reasons;
  if (refusal.kind === 'invalid') {
    return Object.entries(refusal.fields).map(([rule, sentence]) => ({ rule, sentence }));
  }
  return [{ rule: refusal.kind, sentence: 'Hồ sơ vừa thay đổi: hãy xem lại rồi chuẩn bị lại.' }];
}

/** What the paper will say of one for ever, whatever is corrected later. */
function toldOf({ candidate }: JudgedDecision): Told {
  if (!candidate) throw new Error('A decision without its exemplar was let through');
  const { subject, officeId, officeName } = candidate.exemplar;
  return { fullName: subject.fullName, place: subject.place, officeId, officeName };
}

async function writeTold(tx: Tx, told: ReadonlyMap<number, Told>): Promise<void> {
  for (const [id, one] of told) {
    await tx
      .updateTable('prepared_decision')
      .set({ told: JSON.stringify(one) })
      .where('id', '=', id)
      .execute();
  }
}
