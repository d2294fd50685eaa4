import { unlinkAchievement } from '../evidence/keep.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatNumber } from '../ui/format.ts';
import type { AchievementInput, ConfirmInput, ContradictInput } from './achievements-forms.ts';
import { type Claim, sameClaim, TRUST_NAMES, type Trust, whyNotConfirm } from './achievements-trust.ts';
import { changing } from './changing.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import type { WorkInput } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

type Done = Promise<Outcome<{ id: number }>>;

/** Adds an achievement; it is self-declared until somebody else confirms it. */
export function addAchievement(acting: Acting, input: WorkInput<AchievementInput>): Done {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'merits');
    if (refusal) return refused(refusal);
    const made = await tx
      .insertInto('achievement')
      .values({ exemplar_id: exemplar.id, ...columnsOf(input), recorded_by: acting.actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_added', { after: inWords(input) });
    return done(made);
  });
}

/** Changes an achievement. What somebody had confirmed is self-declared again when the figure is another one. */
export function changeAchievement(acting: Acting, input: WorkInput<AchievementInput>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    const same = sameClaim(kept, input);
    const anew = { trust: 'self_declared', confirmed_by: null, recorded_by: acting.actor.accountId };
    await tx
      .updateTable('achievement')
      .set({ ...columnsOf(input), ...(same ? {} : anew) })
      .where('id', '=', kept.id)
      .execute();
    const trust = same ? kept.trust : anew.trust;
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_changed', {
      before: { ...inWords(kept), ...trustInWords(kept.trust) },
      after: { ...inWords(input), ...trustInWords(trust) },
    });
    return done({ id: kept.id });
  });
}

/** Removes an achievement; evidence that was tied to it stays with the exemplar. */
export function removeAchievement(acting: Acting, input: WorkInput<{ reason: string }>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    await unlinkAchievement(tx, kept.id);
    await tx.deleteFrom('achievement').where('id', '=', kept.id).execute();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_removed', {
      before: { ...inWords(kept), ...trustInWords(kept.trust) },
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
 * Keeps another source that says otherwise beside the figure, beside its confirmation and beside earlier such
 * sources, one a line. Whoever works on the merits may, the one who proposed the record too: it speaks against them.
 */
export function contradictAchievement(acting: Acting, input: WorkInput<ContradictInput>): Done {
  return onAchievement(acting, input, async (tx, exemplar, kept) => {
    const said = input.source.replaceAll(/\s*\n\s*/g, ' ');
    const source = kept.source ? `${kept.source}\n${said}` : said;
    await tx
      .updateTable('achievement')
      .set({ trust: 'contradicted', source })
      .where('id', '=', kept.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.achievement_contradicted', {
      before: trustInWords(kept.trust),
      after: { 'Thành tích': kept.statement, ...trustInWords('contradicted'), 'Nguồn khác': input.source },
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

const columnsOf = ({ statement, measure, value, unit, year }: AchievementInput): Claim => ({
  statement,
  measure,
  value,
  unit,
  year,
});

/** As the audit tells it. */
const inWords = ({ statement, measure, value, unit, year }: Claim) => ({
  'Thành tích': statement,
  'Số đo': measure,
  'Giá trị': value === null ? null : formatNumber(value),
  'Đơn vị tính': unit,
  Năm: year,
});

const trustInWords = (trust: string) => ({ 'Độ tin cậy': TRUST_NAMES[trust as Trust] });
