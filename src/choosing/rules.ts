import type { ExemplarInView } from '../exemplars/queries.ts';
import { type ExemplarFacts, judge } from '../exemplars/rules.ts';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import { ROLE_NAMES, type Role } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type Judgements, tryStep } from '../workflow/table.ts';
import type { ListGuard } from './workflow.ts';

/** What may be decided together; a return is done singly, for it names each part. */
export const DECISIONS = ['choose', 'wait', 'decline'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_NAMES: Record<Decision, string> = {
  choose: 'Chọn bồi dưỡng',
  wait: 'Đưa vào danh sách chờ',
  decline: 'Không chọn',
};

/** One who may be chosen, with what the rules ask about it. */
export interface Candidate {
  exemplar: ExemplarInView;
  facts: ExemplarFacts;
}

/** One decision of a list. */
export interface Prepared {
  id: number;
  exemplarId: number;
  action: Decision;
  reason: string | null;
  overrideReason: string | null;
  /** Version of the exemplar that was looked at. */
  seenVersion: number;
  /** ISO day. */
  preparedOn: string;
}

export interface JudgedDecision<P extends Prepared = Prepared> {
  prepared: P;
  /** Null when it is gone or out of reach. */
  candidate: Candidate | null;
  /** Every rule that does not hold, also those that are passed over with a reason. */
  reasons: Reason[];
  /** It cannot be applied as it stands. */
  blocked: boolean;
}

/** May see how a field chooses; and may decide. */
const SEES: readonly Role[] = ['lead', 'standing', 'leader', 'viewer'];
const DECIDES: readonly Role[] = ['lead', 'standing'];

export const seesChoosing = (roles: ReadonlySet<Role>): boolean => SEES.some((role) => roles.has(role));

/** Why somebody with these roles over a field decides nothing there; null when they do. */
export const refusalToDecide = (roles: ReadonlySet<Role>): Reason | null =>
  DECIDES.some((role) => roles.has(role))
    ? null
    : {
        rule: 'wrong_role',
        sentence:
          'Việc lựa chọn do cơ quan chủ trì lĩnh vực hoặc cơ quan thường trực thực hiện; tài khoản của bạn chỉ được xem.',
      };

const APPLIED_IN: readonly Decision[] = ['decline', 'wait', 'choose'];

/** The order in which a list is applied: what needs no room first, then as they were prepared. */
export const inOrder = <P extends Pick<Prepared, 'action' | 'id'>>(prepared: readonly P[]): P[] =>
  prepared.toSorted(
    (one, other) => APPLIED_IN.indexOf(one.action) - APPLIED_IN.indexOf(other.action) || one.id - other.id,
  );

/**
 * Judges a list as a whole, in the order in which it is applied: each that is chosen takes a place from those after it.
 * The answer is that of taking the steps one after the other; a test holds the two together.
 *
 * @param accountId who would apply it
 */
export function judgeTogether<P extends Prepared>(
  prepared: readonly P[],
  candidates: ReadonlyMap<number, Candidate>,
  accountId: number | null,
): JudgedDecision<P>[] {
  let chosen = 0;
  return inOrder(prepared).map((one) => {
    const candidate = candidates.get(one.exemplarId) ?? null;
    if (!candidate) return { prepared: one, candidate, reasons: [GONE], blocked: true };
    const judged = judgeOne(one, candidate, chosen, accountId);
    const counts = candidate.facts.quota.limit !== null;
    if (one.action === 'choose' && counts && !judged.blocked) chosen++;
    return { prepared: one, candidate, ...judged };
  });
}

const GONE: Reason = {
  rule: 'gone',
  sentence: 'Hồ sơ không còn trong lĩnh vực này hoặc ngoài phạm vi của bạn: hãy bỏ khỏi danh sách.',
};

const changedSince = (day: string): Reason => ({
  rule: 'changed_since',
  sentence: `Hồ sơ đã thay đổi sau khi chuẩn bị quyết định (${formatDate(day)}): hãy xem lại rồi chuẩn bị lại.`,
});

function judgeOne(
  { action, overrideReason, seenVersion, preparedOn }: Prepared,
  candidate: Candidate,
  chosenBefore: number,
  accountId: number | null,
): { reasons: Reason[]; blocked: boolean } {
  if (candidate.exemplar.version !== seenVersion) {
    return { reasons: [changedSince(preparedOn)], blocked: true };
  }
  const reasons = reasonsAgainst(action, candidate, { accountId, chosenBefore });
  const passable = reasons.every(({ mayOverride }) => mayOverride) && overrideReason !== null;
  return { reasons, blocked: reasons.length > 0 && !passable };
}

/**
 * What stands in the way of a decision on a candidate, were it taken now by this account; empty when nothing does.
 *
 * @param by.chosenBefore places of the quota that others of the same list take first
 */
export function reasonsAgainst(
  action: Decision,
  { exemplar, facts }: Candidate,
  by: { accountId: number | null; chosenBefore?: number },
): Reason[] {
  const quota = { ...facts.quota, taken: facts.quota.taken + (by.chosenBefore ?? 0) };
  const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, {
    state: exemplar.state,
    action,
    roles: exemplar.roles,
    judgements: judge({ ...facts, quota }, { accountId: by.accountId, level: null }),
    overrideReason: null,
  });
  return verdict.allowed ? [] : verdict.reasons;
}

/** Rules for which no preparing is of use: they will not hold at another time, or for another list. */
const NEVER_PREPARED = new Set(['wrong_state', 'wrong_role', 'own_proposal']);

/** Why a decision may not even be prepared: everything else may still be put right before the list is applied. */
export const refusalToPrepare = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ rule }) => NEVER_PREPARED.has(rule));

/** Whether the list as a whole may be applied. */
export const judgeList = (judged: readonly JudgedDecision[]): Judgements<ListGuard> => {
  const blocked = judged.filter((one) => one.blocked).length;
  return {
    not_empty:
      judged.length > 0
        ? null
        : { rule: 'nothing_prepared', sentence: 'Danh sách chưa có quyết định nào: hãy chuẩn bị trước.' },
    each_allowed:
      blocked === 0
        ? null
        : {
            rule: 'some_blocked',
            sentence: `Còn ${blocked} quyết định chưa áp dụng được nên chưa hồ sơ nào thay đổi; hãy xem lý do ở từng hồ sơ.`,
          },
  };
};

/**
 * How many of each decision, and how many places of the quota they take.
 *
 * @param counts does this kind of subject count for the quota?
 */
export function countList(
  judged: readonly JudgedDecision[],
  counts: (kind: string) => boolean,
): Record<Decision, number> & { counted: number } {
  const of = (action: Decision) => judged.filter(({ prepared }) => prepared.action === action);
  const counted = of('choose').filter(
    ({ candidate }) => candidate !== null && counts(candidate.exemplar.subject.kind),
  ).length;
  return { choose: of('choose').length, wait: of('wait').length, decline: of('decline').length, counted };
}
