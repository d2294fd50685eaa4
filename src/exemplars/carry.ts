import { type AuditFields, record } from '../audit/record.ts';
import { copyEvidence, linkEvidence, refusalToHold } from '../evidence/carry.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { contentsOfBoth } from './carry-file.ts';
import { type CarryPlan, planInWords, planOf } from './carry-plan.ts';
import { MOVED_KINDS, type Moved, type MovedKind, moveRows, printsOf } from './carry-rows.ts';
import type { FactKey } from './carry-rules.ts';
import { offersOf } from './carry-rules.ts';
import { nextVersion } from './changing.ts';
import type { ExemplarInView } from './queries.ts';

export interface CarryInput {
  /** Keys of what was ticked, as `offersOf` names them. */
  carry: readonly string[];
  /** The version of the kept file on the page that showed both; null: it was not shown. */
  intoVersion: number | null;
}

/** A copy of evidence as the record keeps it. */
export interface CopyMade {
  from: number;
  to: number;
  achievementWas: number | null;
}

/**
 * The kept file takes over what was ticked of what it lacks, inside the step that merges; the caller holds the locks of
 * both. Answers what the history of the merged file tells.
 */
export async function carryOver(
  tx: Tx,
  acting: Acting,
  gone: ExemplarInView,
  kept: ExemplarInView,
  { carry, intoVersion }: CarryInput,
): Promise<Outcome<AuditFields>> {
  if (carry.length === 0) return done({});
  if (intoVersion === null) return refused(NOT_SHOWN);
  if (intoVersion !== kept.version) return refused(OTHER_CHANGED);
  const both = await contentsOfBoth(tx, gone, kept);
  const refusal = whyNotThese(carry, offersOf(both.gone, both.kept, kept));
  if (refusal) return refused(refusal);
  const plan = planOf(both.gone, both.kept, [...new Set(carry)]);
  const { moved, copied } = plan.evidence;
  const pieces = [...moved, ...copied.map(({ from }) => from)];
  const noRoom = pieces.length > 0 ? await refusalToHold(tx, kept.officeId, pieces) : null;
  if (noRoom) return refused(noRoom);
  await write(tx, acting, gone, kept, plan);
  const words = planInWords(plan).join(', ');
  await record(tx, acting, {
    kind: 'exemplar.carried_over',
    thingId: kept.id,
    thingVersion: kept.version + 1,
    officeId: kept.officeId,
    after: { 'từ hồ sơ số': gone.id, 'đã nhận': words },
  });
  return done({ 'đã mang sang': words });
}

function whyNotThese(carry: readonly string[], offers: ReturnType<typeof offersOf>): Reason | null {
  for (const key of carry) {
    const offer = offers.get(key);
    if (!offer) return NOT_OFFERED;
    if (offer.refusal) return offer.refusal;
  }
  return null;
}

async function write(
  tx: Tx,
  acting: Acting,
  gone: ExemplarInView,
  kept: ExemplarInView,
  plan: CarryPlan,
): Promise<void> {
  const way = { fromId: gone.id, toId: kept.id };
  const ids: Record<MovedKind, readonly number[] | null> = {
    achievement: plan.achievements,
    contribution: plan.contributions,
    evidence: plan.evidence.moved,
    consent: plan.consents,
    endorsement: plan.endorsement ? [] : null,
    place: plan.place ? [] : null,
  };
  const going = MOVED_KINDS.filter((kind) => ids[kind] !== null);
  for (const kind of going) await moveRows(tx, kind, ids[kind] ?? [], way);
  const copies = await copyPieces(tx, plan, way);
  await takeFacts(tx, gone, kept, plan);
  const moved: Moved = {};
  for (const kind of going) moved[kind] = await printsOf(tx, kind, kept.id, ids[kind] ?? []);
  const { last } = await tx
    .selectFrom('exemplar_step')
    .select((eb) => eb.fn.max('id').as('last'))
    .where('exemplar_id', '=', kept.id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('exemplar_carry')
    .values({
      gone_id: gone.id,
      kept_id: kept.id,
      carried_on: acting.clock.today(),
      carried_by: acting.actor.accountId,
      facts: plan.facts,
      sources: plan.sources,
      moved: JSON.stringify(moved),
      copies: JSON.stringify(copies),
      last_step_id: last ?? 0,
    })
    .execute();
  await nextVersion(tx, acting, kept.id);
}

/** A piece that both need: the gift that goes takes the copy, the piece left behind lets go of a figure that goes. */
async function copyPieces(
  tx: Tx,
  plan: CarryPlan,
  { fromId, toId }: { fromId: number; toId: number },
): Promise<CopyMade[]> {
  const copies: CopyMade[] = [];
  for (const { from, achievementId, achievementWas } of plan.evidence.copied) {
    const to = await copyEvidence(tx, from, { exemplarId: toId, achievementId });
    if (achievementWas !== null) await linkEvidence(tx, { id: from, exemplarId: fromId }, null);
    await tx
      .updateTable('contribution')
      .set({ evidence_id: to })
      .where('exemplar_id', '=', toId)
      .where('evidence_id', '=', from)
      .execute();
    copies.push({ from, to, achievementWas });
  }
  return copies;
}

async function takeFacts(tx: Tx, gone: ExemplarInView, kept: ExemplarInView, plan: CarryPlan): Promise<void> {
  if (plan.facts.length + plan.sources.length === 0) return;
  const taken = Object.fromEntries(plan.facts.map((fact) => [FACT_COLUMNS[fact], gone[fact]]));
  await tx
    .updateTable('exemplar')
    .set({ ...taken, sources: [...kept.sources, ...plan.sources] })
    .where('id', '=', kept.id)
    .execute();
}

export const FACT_COLUMNS = {
  title: 'title',
  statement: 'statement',
  novelty: 'novelty',
  interest: 'interest',
  breadth: 'breadth',
  sourceNote: 'source_note',
} as const satisfies Record<FactKey, string>;

const NOT_SHOWN: Reason = {
  rule: 'difference_not_shown',
  sentence: 'Hãy mở trang so sánh hai hồ sơ, xem nội dung rồi mới chọn phần mang sang.',
};
const OTHER_CHANGED: Reason = {
  rule: 'other_changed',
  sentence: 'Hồ sơ được giữ vừa được người khác sửa: hãy mở lại trang so sánh để xem nội dung mới.',
};
const NOT_OFFERED: Reason = {
  rule: 'not_offered',
  sentence: 'Có mục đã đánh dấu mà hồ sơ được giữ không còn thiếu: hãy mở lại trang so sánh rồi chọn lại.',
};
