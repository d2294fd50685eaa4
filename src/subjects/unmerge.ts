import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { homeOffice, nextSubjectVersion } from './changing-subject.ts';
import { rewriteSubject } from './commands.ts';
import { lockSubjects } from './create-many.ts';
import type { SubjectInView } from './in-view.ts';
import { findInView, oneInView } from './in-view-queries.ts';
import { reasonErrors, wholeReason } from './merge.ts';
import type { Belongings } from './merge-belongings.ts';
import { factsBack } from './merge-rules.ts';
import { factChanges, factsOf, movedInWords } from './merge-words.ts';
import { type StoredMerge, storedMerge } from './merges-queries.ts';
import { writeApart } from './pairs-write.ts';
import { whyNotUnmerge } from './unmerge-against.ts';

export interface UnmergeInput {
  mergeId: number;
  /** The version of the kept one that stood on the page; null does not ask. */
  version: number | null;
  reason: string;
  /** Why it is undone although facts were corrected since; those stay. */
  overrideReason: string | null;
  /** Are the two then known as different, so that nobody is asked again? */
  apart: boolean;
}

/**
 * Undoes a merge in one transaction: what moved goes back, as far as it is still there, both bear their facts of before,
 * and the name that became an alias is taken away. What was written of the kept one since stays with it. Wrong input
 * comes back under `reason` and `overrideReason`.
 */
export function unmergeSubjects(
  acting: Acting,
  belongings: readonly Belongings[],
  input: UnmergeInput,
): Promise<Outcome<{ keptId: number; goneId: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const loaded = await load(tx, acting, belongings, input.mergeId);
    if (!loaded.ok) return loaded;
    const { merge, kept } = loaded.value;
    if (input.version !== null && input.version !== kept.version) return stale(kept.version);
    const against = await whyNotUnmerge(tx, acting.actor, belongings, merge, kept);
    const overrideReason = input.overrideReason?.trim() || null;
    const standing = against.filter((one) => !(one.mayOverride && overrideReason));
    if (standing.length > 0) return refused(...standing);
    const errors = reasonErrors(input, 'Hãy ghi lý do tách.');
    if (Object.keys(errors).length > 0) return invalid(errors);
    await write(tx, acting, belongings, merge, kept, wholeReason(input, against));
    if (input.apart) await writeApart(tx, acting, [merge.keptId, merge.goneId], input.reason.trim());
    return done({ keptId: merge.keptId, goneId: merge.goneId });
  });
}

async function load(
  tx: Tx,
  acting: Acting,
  belongings: readonly Belongings[],
  mergeId: number,
): Promise<Outcome<{ merge: StoredMerge; kept: SubjectInView }>> {
  const found = await storedMerge(tx, mergeId);
  if (!found) return notFound();
  const ids = [found.keptId, found.goneId];
  await lockSubjects(tx, ids);
  for (const one of belongings) await one.lock(tx, ids);
  // where the kept one was merged in turn, that one is in view; the rules name the later merge
  const view = await findInView(tx, acting.actor, found.keptId);
  const kept = view && (await oneInView(tx, acting.actor, found.keptId, true));
  // read after the lock, so that one who undid it meanwhile is seen
  const merge = await storedMerge(tx, mergeId);
  return kept && merge ? done({ merge, kept }) : notFound();
}

async function write(
  tx: Tx,
  acting: Acting,
  belongings: readonly Belongings[],
  merge: StoredMerge,
  kept: SubjectInView,
  why: string,
): Promise<void> {
  const { keptId, goneId, moved } = merge;
  const back = { fromId: keptId, toId: goneId };
  // first free again, for nothing may be given to one that is merged
  await tx.updateTable('subject').set({ merged_into_id: null }).where('id', '=', goneId).execute();
  for (const one of belongings) await one.moveBack(tx, moved[one.key] ?? [], back);
  if (merge.aliasId !== null) {
    await tx
      .deleteFrom('subject_alias')
      .where('id', '=', merge.aliasId)
      .where('subject_id', '=', keptId)
      .execute();
  }
  const facts = factsBack(merge.keptBefore, merge.keptAfter, factsOf(kept));
  await rewriteSubject(tx, keptId, facts);
  await nextSubjectVersion(tx, goneId);
  await tx
    .updateTable('subject_merge')
    .set({
      undone_on: acting.clock.today(),
      undone_by: acting.actor.accountId,
      undone_by_name: acting.actor.displayName,
      undone_reason: why,
    })
    .where('id', '=', merge.id)
    .execute();
  for (const one of belongings) {
    const told = {
      way: 'undone' as const,
      keptId,
      from: kept.fullName,
      to: merge.goneBefore.fullName,
      reason: why,
    };
    await one.recordMoved?.(tx, acting, moved[one.key] ?? [], told);
  }
  const words = movedInWords(belongings, moved);
  const { before, after } = factChanges(kept, facts);
  const { version } = await tx
    .selectFrom('subject')
    .select('version')
    .where('id', '=', goneId)
    .executeTakeFirstOrThrow();
  await record(tx, acting, {
    kind: 'subject.restored',
    thingId: goneId,
    thingVersion: version,
    officeId: homeOffice(kept),
    after: { 'tách khỏi': `${facts.fullName} (số ${keptId})`, 'đã nhận lại': words },
    reason: why,
  });
  await record(tx, acting, {
    kind: 'subject.unmerged',
    thingId: keptId,
    thingVersion: kept.version + 1,
    officeId: homeOffice(kept),
    before,
    after: { ...after, 'đã tách': `${merge.goneBefore.fullName} (số ${goneId})`, 'đã trả': words },
    reason: why,
  });
}
