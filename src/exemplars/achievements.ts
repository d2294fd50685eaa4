import { unlinkAchievement } from '../evidence/keep.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { keepClaim } from './achievements-claims.ts';
import { judgeFigure } from './achievements-figure.ts';
import type { ConfirmInput, ContradictInput } from './achievements-forms.ts';
import { sameClaim, trustInWords, whyNotConfirm } from './achievements-trust.ts';
import { type AchievementFacts, achievementInWords, claimOf, columnsOf } from './achievements-words.ts';
import { changing } from './changing.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import type { WorkInput } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

type Done = Promise<Outcome<{ id: number }>>;

/**
 * Adds an achievement; it is self-declared until somebody else confirms it. With a measure, its name and unit are those
 * of the measure; a value outside of the plausible range is refused under `rechecked` until it is said to be right.
 */
export function addAchievement(acting: Acting, input: WorkInput<AchievementFacts>): Done {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'merits');
    if (refusal) return refused(refusal);
    const facts = await judged(tx, acting, exemplar, input, null);
    if (!facts.ok) return facts;
    const made = await tx
      .insertInto('achievement')
      .values({ exemplar_id: exemplar.id, ...columnsOf(facts.value), recorded_by: acting.actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_added', {
      after: achievementInWords(facts.value),
    });
    return done(made);
  });
}

/** Changes an achievement. What somebody had confirmed is self-declared again when the figure is another one. */
export function changeAchievement(acting: Acting, input: WorkInput<AchievementFacts>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    const facts = await judged(tx, acting, exemplar, input, kept.measure_id);
    if (!facts.ok) return facts;
    const before = claimOf(kept);
    const same = sameClaim(before, facts.value);
    const anew = { trust: 'self_declared', confirmed_by: null, recorded_by: acting.actor.accountId };
    await tx
      .updateTable('achievement')
      .set({ ...columnsOf(facts.value), ...(same ? {} : anew) })
      .where('id', '=', kept.id)
      .execute();
    const trust = same ? kept.trust : anew.trust;
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_changed', {
      before: { ...achievementInWords(before), ...trustInWords(kept.trust) },
      after: { ...achievementInWords(facts.value), ...trustInWords(trust) },
    });
    return done({ id: kept.id });
  });
}

/** With a measure: is it in use, is the figure plausible, and what are its words? */
async function judged(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  input: AchievementFacts,
  keptMeasureId: number | null,
): Promise<Outcome<AchievementFacts>> {
  const { measureId, value, valueBefore = null, rechecked = false } = input;
  if (typeof measureId !== 'number') return done({ ...input, rechecked: false, asTyped: null });
  if (value === null) return invalid({ value: 'Đã chọn chỉ số thì hãy ghi giá trị.' });
  const about = { subjectKind: exemplar.subject.kind, today: acting.clock.today(), keptMeasureId };
  const measure = await judgeFigure(tx, { measureId, values: [value, valueBefore], rechecked }, about);
  return measure.ok ? done({ ...input, measure: measure.value.name, unit: measure.value.unit }) : measure;
}

/** Removes an achievement; evidence that was tied to it stays with the exemplar. */
export function removeAchievement(acting: Acting, input: WorkInput<{ reason: string }>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    await unlinkAchievement(tx, kept.id);
    await tx.deleteFrom('achievement').where('id', '=', kept.id).execute();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_removed', {
      before: { ...achievementInWords(claimOf(kept)), ...trustInWords(kept.trust) },
      reason: input.reason,
    });
    return done({ id: kept.id });
  });
}

/** Confirms an achievement: who answers for it, and with what. Refused to who typed it or proposed the record. */
export function confirmAchievement(acting: Acting, input: WorkInput<ConfirmInput>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    const { proposedBy } = exemplar;
    const reasons = whyNotConfirm(acting.actor.accountId, { recordedBy: kept.recorded_by, proposedBy });
    if (reasons.length > 0) return refused(...reasons);
    const confirmedBy = `${input.confirmedBy}: ${input.confirmedWith}`;
    await tx
      .updateTable('achievement')
      .set({ trust: 'confirmed', confirmed_by: confirmedBy })
      .where('id', '=', kept.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_confirmed', {
      before: { ...trustInWords(kept.trust), 'Xác nhận': kept.confirmed_by },
      after: { 'Thành tích': kept.statement, ...trustInWords('confirmed'), 'Xác nhận': confirmedBy },
    });
    return done({ id: kept.id });
  });
}

/**
 * Keeps another source that says otherwise beside the figure, beside its confirmation and beside earlier such sources.
 * Whoever works on the merits may, the one who proposed the record too: it speaks against them.
 */
export function contradictAchievement(acting: Acting, input: WorkInput<ContradictInput>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    const { value = null, source } = input;
    if (value !== null && kept.value === null)
      return invalid({ value: 'Thành tích này không có số liệu: hãy ghi bằng lời ở ô dưới.' });
    await tx.updateTable('achievement').set({ trust: 'contradicted' }).where('id', '=', kept.id).execute();
    const told = await keepClaim(tx, acting, { achievement_id: kept.id, value, source });
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_contradicted', {
      before: trustInWords(kept.trust),
      after: { 'Thành tích': kept.statement, ...trustInWords('contradicted'), ...told },
    });
    return done({ id: kept.id });
  });
}

/** One change of one achievement of the exemplar, by somebody who may work on its merits now. */
function onAchievement(
  acting: Acting,
  input: WorkInput<object>,
  work: (tx: Tx, exemplar: ExemplarInView, kept: Kept) => Done,
): Done {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'merits');
    if (refusal) return refused(refusal);
    const kept = await achievementOf(tx, exemplar.id, input.item);
    return kept ? work(tx, exemplar, kept) : notFound();
  });
}

type Kept = NonNullable<Awaited<ReturnType<typeof achievementOf>>>;

function achievementOf(tx: Tx, exemplarId: number, id: number) {
  return tx
    .selectFrom('achievement')
    .selectAll()
    .where('id', '=', id)
    .where('exemplar_id', '=', exemplarId)
    .executeTakeFirst();
}
