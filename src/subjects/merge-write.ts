import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { homeOffice, nextSubjectVersion } from './changing-subject.ts';
import { rewriteSubject } from './commands.ts';
import type { SubjectFacts } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import { type MergeSubjectsInput, wholeReason } from './merge.ts';
import { agreedOf } from './merge-agree.ts';
import type { Belongings } from './merge-belongings.ts';
import { type Against, nameLeft } from './merge-rules.ts';
import { factsOf, mergeInWords } from './merge-words.ts';

/** A merge that was found right. */
interface RightMerge {
  kept: SubjectInView;
  gone: SubjectInView;
  facts: SubjectFacts;
  against: readonly Against[];
  overrideReason: string | null;
  input: MergeSubjectsInput;
}

/** Moves what moves, writes the record, and tells both histories; the last thing of the command. */
export async function writeMerge(
  tx: Tx,
  acting: Acting,
  belongings: readonly Belongings[],
  { kept, gone, facts, against, overrideReason, input }: RightMerge,
): Promise<Outcome<{ mergeId: number; keptId: number }>> {
  const reason = input.reason.trim();
  // asked before anything moves: offices of the registrations of both speak
  const agreed = await agreedOf(tx, kept, gone);
  const moved: Record<string, number[]> = {};
  const marks: Record<string, number> = {};
  for (const one of belongings) {
    moved[one.key] = await one.move(tx, gone.id, kept.id);
    if (one.mark) marks[one.key] = await one.mark(tx, kept.id);
  }
  await rewriteSubject(tx, kept.id, facts);
  const left = nameLeft(factsOf(kept), factsOf(gone), input.choice);
  const aliasId = left === null ? null : await keepName(tx, kept.id, left, gone, acting);
  await tx.updateTable('subject').set({ merged_into_id: kept.id }).where('id', '=', gone.id).execute();
  await nextSubjectVersion(tx, gone.id);
  const { id } = await tx
    .insertInto('subject_merge')
    .values({
      kept_id: kept.id,
      gone_id: gone.id,
      merged_by: acting.actor.accountId,
      merged_by_name: acting.actor.displayName,
      merged_on: acting.clock.today(),
      reason,
      agreed,
      overrides: against.map(({ rule }) => rule),
      override_reason: against.length > 0 ? overrideReason : null,
      kept_before: JSON.stringify(factsOf(kept)),
      gone_before: JSON.stringify(factsOf(gone)),
      kept_after: JSON.stringify(facts),
      moved: JSON.stringify(moved),
      marks: JSON.stringify(marks),
      alias_id: aliasId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const words = mergeInWords({ kept, gone, facts, belongings, moved, alias: aliasId === null ? null : left });
  const why = wholeReason(input, against);
  for (const one of belongings) {
    const told = {
      way: 'merged' as const,
      keptId: kept.id,
      from: gone.fullName,
      to: facts.fullName,
      reason: why,
    };
    await one.recordMoved?.(tx, acting, moved[one.key] ?? [], told);
  }
  const [keptEntry, goneEntry] = [words.kept, words.gone];
  await record(tx, acting, {
    kind: 'subject.merged_away',
    thingId: gone.id,
    thingVersion: gone.version + 1,
    officeId: homeOffice(gone),
    ...goneEntry,
    reason: why,
  });
  await record(tx, acting, {
    kind: 'subject.merged',
    thingId: kept.id,
    thingVersion: kept.version + 1,
    officeId: homeOffice(kept) ?? homeOffice(gone),
    ...keptEntry,
    reason: why,
  });
  return done({ mergeId: id, keptId: kept.id });
}

/** The name not chosen, unless the kept one is known under it already. */
async function keepName(
  tx: Tx,
  keptId: number,
  name: string,
  gone: SubjectInView,
  acting: Acting,
): Promise<number | null> {
  const known = await tx
    .selectFrom('subject_alias')
    .select('id')
    .where('subject_id', '=', keptId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (known) return null;
  const note = `Tên trước khi gộp với chủ thể số ${gone.id}, ngày ${formatDate(acting.clock.today())}`;
  const { id } = await tx
    .insertInto('subject_alias')
    .values({ subject_id: keptId, name, note })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
