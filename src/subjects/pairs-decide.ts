import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { homeOffice, isMerged, MERGED_AWAY, nextSubjectVersion } from './changing-subject.ts';
import { lockSubjects } from './create-many.ts';
import { holdsWhole, type SubjectInView } from './in-view.ts';
import { oneInView } from './in-view-queries.ts';
import { NOT_WHOLE } from './merge-against.ts';
import { forgetApart, writeApart } from './pairs-write.ts';

export interface PairInput {
  oneId: number;
  otherId: number;
  reason: string;
}

type Both = { one: SubjectInView; other: SubjectInView };

const MOST_LETTERS = 2_000;

/**
 * Writes down that two subjects are not one, so that nobody is asked again; a merge of them later needs a reason.
 * Wrong input comes back under `reason`.
 */
export function tellApart(acting: Acting, input: PairInput): Promise<Outcome<{ oneId: number }>> {
  return deciding(acting, input, async (tx, { one, other }, reason) => {
    await writeApart(tx, acting, [one.id, other.id], reason);
    await tellBoth(tx, acting, { one, other }, 'subject.told_apart', reason);
  });
}

/** Takes that back: the two are asked about again, if they are still found alike. */
export function askAgain(acting: Acting, input: PairInput): Promise<Outcome<{ oneId: number }>> {
  return deciding(acting, input, async (tx, both, reason) => {
    await forgetApart(tx, [both.one.id, both.other.id]);
    await tellBoth(tx, acting, both, 'subject.asked_again', reason);
  });
}

function deciding(
  acting: Acting,
  { oneId, otherId, reason }: PairInput,
  work: (tx: Tx, both: Both, reason: string) => Promise<void>,
): Promise<Outcome<{ oneId: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await lockSubjects(tx, [oneId, otherId]);
    const one = await oneInView(tx, acting.actor, oneId);
    const other = await oneInView(tx, acting.actor, otherId);
    if (!one || !other || oneId === otherId) return notFound();
    if ((await isMerged(tx, oneId)) || (await isMerged(tx, otherId))) return refused(MERGED_AWAY);
    if (!holdsWhole(acting.actor, one) || !holdsWhole(acting.actor, other)) return refused(NOT_WHOLE);
    const why = reason.trim();
    if (why === '') return invalid({ reason: 'Hãy ghi vì sao biết.' });
    if (why.length > MOST_LETTERS) return invalid({ reason: 'Lý do dài quá 2.000 ký tự; hãy viết gọn lại.' });
    await work(tx, { one, other }, why);
    return done({ oneId });
  });
}

async function tellBoth(
  tx: Tx,
  acting: Acting,
  { one, other }: Both,
  kind: 'subject.told_apart' | 'subject.asked_again',
  reason: string,
): Promise<void> {
  for (const [subject, from] of [
    [one, other],
    [other, one],
  ] as const) {
    await nextSubjectVersion(tx, subject.id);
    await record(tx, acting, {
      kind,
      thingId: subject.id,
      thingVersion: subject.version + 1,
      officeId: homeOffice(subject),
      after: { 'so với': `${from.fullName} (số ${from.id})` },
      reason,
    });
  }
}
