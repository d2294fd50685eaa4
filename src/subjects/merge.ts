import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { isMerged, MERGED_AWAY } from './changing-subject.ts';
import { lockSubjects } from './create-many.ts';
import { type SubjectFacts, subjectErrors } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import { oneInView } from './in-view-queries.ts';
import { whyNotMerge } from './merge-against.ts';
import type { Belongings } from './merge-belongings.ts';
import { mergePath } from './merge-paths.ts';
import { type Against, type Choice, mergedFacts } from './merge-rules.ts';
import { factsOf } from './merge-words.ts';
import { writeMerge } from './merge-write.ts';

export interface MergeSubjectsInput {
  keptId: number;
  goneId: number;
  /** The versions of both that stood side by side on the page; a merge without that page is refused. */
  keptVersion: number | null;
  goneVersion: number | null;
  choice: Choice;
  reason: string;
  /** Why what may be passed over is passed over. */
  overrideReason: string | null;
}

/**
 * Makes two subjects one, in one transaction: everything that belongs to the one goes to the other, the name that is not
 * chosen becomes an alias, and the record of it keeps all that is needed to undo it. Wrong input comes back under
 * `reason`, `overrideReason` and `choice`.
 *
 * @param belongings how what belongs to a subject moves, those of other folders among them
 */
export function mergeSubjects(
  acting: Acting,
  belongings: readonly Belongings[],
  input: MergeSubjectsInput,
): Promise<Outcome<{ mergeId: number; keptId: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const both = await loadBoth(tx, acting, belongings, input);
    if (!both.ok) return both;
    const { kept, gone } = both.value;
    const against = await whyNotMerge(tx, acting.actor, belongings, kept, gone);
    const overrideReason = input.overrideReason?.trim() || null;
    const standing = against.filter((one) => !(one.mayOverride && overrideReason));
    if (standing.length > 0) return refused(...standing);
    const facts = mergedFacts(factsOf(kept), factsOf(gone), input.choice);
    const errors = { ...reasonErrors(input), ...choiceErrors(facts, acting) };
    if (Object.keys(errors).length > 0) return invalid(errors);
    return writeMerge(tx, acting, belongings, { kept, gone, facts, against, overrideReason, input });
  });
}

async function loadBoth(
  tx: Tx,
  acting: Acting,
  belongings: readonly Belongings[],
  { keptId, goneId, keptVersion, goneVersion }: MergeSubjectsInput,
): Promise<Outcome<{ kept: SubjectInView; gone: SubjectInView }>> {
  const ids = [keptId, goneId];
  await lockSubjects(tx, ids);
  for (const one of belongings) await one.lock(tx, ids);
  const kept = await oneInView(tx, acting.actor, keptId);
  const gone = await oneInView(tx, acting.actor, goneId);
  if (!kept || !gone) return notFound();
  if (keptId === goneId) return refused(ITSELF);
  if ((await isMerged(tx, keptId)) || (await isMerged(tx, goneId))) return refused(MERGED_AWAY);
  if (keptVersion === null || goneVersion === null) return refused(NOT_SHOWN);
  if (keptVersion !== kept.version) return stale(kept.version);
  if (goneVersion !== gone.version) return refused(otherChanged(keptId, goneId));
  return done({ kept, gone });
}

const MOST_LETTERS = 2_000;

type Reasons = Pick<MergeSubjectsInput, 'reason' | 'overrideReason'>;

/** What is wrong with the reasons of a merge or its undoing, by field. */
export function reasonErrors(
  { reason, overrideReason }: Reasons,
  missing = 'Hãy ghi lý do: vì sao biết hai chủ thể này là một.',
): Record<string, string> {
  const errors: Record<string, string> = {};
  if (reason.trim() === '') errors.reason = missing;
  if (reason.length > MOST_LETTERS) errors.reason = TOO_LONG;
  if ((overrideReason?.length ?? 0) > MOST_LETTERS) errors.overrideReason = TOO_LONG;
  return errors;
}

/** The reason as the history tells it: with why something was passed over, where something was. */
export const wholeReason = ({ reason, overrideReason }: Reasons, against: readonly Against[]): string =>
  [reason.trim(), against.length > 0 ? overrideReason?.trim() : null].filter(Boolean).join(' – ');
const TOO_LONG = 'Lý do dài quá 2.000 ký tự; hãy viết gọn lại.';

/** Both were right each by itself; what is put together of them must be so too. */
function choiceErrors(facts: SubjectFacts, acting: Acting): Record<string, string> {
  const [first] = Object.values(subjectErrors(facts, Number(acting.clock.today().slice(0, 4))));
  return first ? { choice: first } : {};
}

const ITSELF: Against = {
  rule: 'itself',
  sentence: 'Không thể gộp một chủ thể vào chính nó: hãy chọn chủ thể khác.',
};
const NOT_SHOWN: Against = {
  rule: 'difference_not_shown',
  sentence: 'Hãy mở trang so sánh hai chủ thể, xem chỗ khác nhau rồi mới gộp.',
};
const otherChanged = (keptId: number, goneId: number): Against => ({
  rule: 'other_changed',
  sentence: 'Chủ thể sẽ gộp vừa được người khác sửa: hãy mở lại trang so sánh để xem nội dung mới.',
  href: mergePath(keptId, goneId),
  linkText: 'Mở lại trang so sánh',
});
