import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Measure } from '../measures/queries.ts';
import { showPlainly } from '../measures/show-amount.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { keepClaim } from './achievements-claims.ts';
import { judgeFigure } from './achievements-figure.ts';
import type { ConfirmInput, ContradictInput } from './achievements-forms.ts';
import { trustInWords, whyNotConfirm } from './achievements-trust.ts';
import { changing } from './changing.ts';
import { type Contribution, contributionsOf } from './contributions-queries.ts';
import type { ExemplarInView } from './queries.ts';
import { recordChange } from './record-change.ts';
import type { WorkInput } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

type Done = Promise<Outcome<{ id: number }>>;

/** A contribution as a command is given it; `amount` in the unit of the measure. */
export interface ContributionFacts {
  measureId: number;
  amount: number;
  year: number | null;
  purpose: string;
  receiver: string | null;
  /** A piece of evidence of the same exemplar. */
  evidenceId: number | null;
  asTyped?: string | null;
  rechecked?: boolean;
}

/** Adds what somebody gave; it is self-declared until somebody else confirms it. */
export function addContribution(acting: Acting, input: WorkInput<ContributionFacts>): Done {
  return onMerits(acting, input, async (tx, exemplar) => {
    const measure = await judged(tx, acting, exemplar, input, null);
    if (!measure.ok) return measure;
    const made = await tx
      .insertInto('contribution')
      .values({ exemplar_id: exemplar.id, ...columnsOf(input), recorded_by: acting.actor.accountId })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordChange(tx, acting, exemplar, 'exemplar.contribution_added', {
      after: inWords(input, measure.value),
    });
    return done(made);
  });
}

/** Changes a contribution. What somebody had confirmed is self-declared again when its amount or year is another. */
export function changeContribution(acting: Acting, input: WorkInput<ContributionFacts>): Done {
  return onContribution(acting, input, async (tx, exemplar, kept) => {
    const measure = await judged(tx, acting, exemplar, input, kept.measureId);
    if (!measure.ok) return measure;
    const same =
      kept.measureId === input.measureId && kept.amount === input.amount && kept.year === input.year;
    const anew = { trust: 'self_declared', confirmed_by: null, recorded_by: acting.actor.accountId };
    await tx
      .updateTable('contribution')
      .set({ ...columnsOf(input), ...(same ? {} : anew) })
      .where('id', '=', kept.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.contribution_changed', {
      before: { ...keptInWords(kept), ...trustInWords(kept.trust) },
      after: { ...inWords(input, measure.value), ...trustInWords(same ? kept.trust : anew.trust) },
    });
    return done({ id: kept.id });
  });
}

/** Removes a contribution, with what other sources said of it. */
export function removeContribution(acting: Acting, input: WorkInput<{ reason: string }>): Done {
  return onContribution(acting, input, async (tx, exemplar, kept) => {
    await tx.deleteFrom('contribution').where('id', '=', kept.id).execute();
    await recordChange(tx, acting, exemplar, 'exemplar.contribution_removed', {
      before: { ...keptInWords(kept), ...trustInWords(kept.trust) },
      reason: input.reason,
    });
    return done({ id: kept.id });
  });
}

/** Confirms a contribution: who answers for it, and with what. Refused to who typed it or proposed the record. */
export function confirmContribution(acting: Acting, input: WorkInput<ConfirmInput>): Done {
  return onContribution(acting, input, async (tx, exemplar, kept) => {
    const { recordedBy } = kept;
    const reasons = whyNotConfirm(acting.actor.accountId, { recordedBy, proposedBy: exemplar.proposedBy });
    if (reasons.length > 0) return refused(...reasons);
    const confirmedBy = `${input.confirmedBy}: ${input.confirmedWith}`;
    await tx
      .updateTable('contribution')
      .set({ trust: 'confirmed', confirmed_by: confirmedBy })
      .where('id', '=', kept.id)
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.contribution_confirmed', {
      before: { ...trustInWords(kept.trust), 'Xác nhận': kept.confirmedBy },
      after: { ...keptInWords(kept), ...trustInWords('confirmed'), 'Xác nhận': confirmedBy },
    });
    return done({ id: kept.id });
  });
}

/** Keeps another source that says otherwise beside the contribution. */
export function contradictContribution(acting: Acting, input: WorkInput<ContradictInput>): Done {
  return onContribution(acting, input, async (tx, exemplar, kept) => {
    await tx.updateTable('contribution').set({ trust: 'contradicted' }).where('id', '=', kept.id).execute();
    const { value = null, source } = input;
    const told = await keepClaim(tx, acting, { contribution_id: kept.id, value, source });
    await recordChange(tx, acting, exemplar, 'exemplar.contribution_contradicted', {
      before: trustInWords(kept.trust),
      after: { ...keptInWords(kept), ...trustInWords('contradicted'), ...told },
    });
    return done({ id: kept.id });
  });
}

/** The measure, when the amount is a gift of it, plausible or said to be right, and the evidence is of this file. */
async function judged(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  input: ContributionFacts,
  keptMeasureId: number | null,
): Promise<Outcome<Measure>> {
  const { measureId, amount, evidenceId, rechecked = false } = input;
  if (!(amount > 0)) return invalid({ amount: 'Đóng góp phải lớn hơn 0.' });
  if (evidenceId !== null && !(await isEvidenceOf(tx, exemplar.id, evidenceId)))
    return invalid({ evidenceId: 'Hãy chọn minh chứng của hồ sơ này trong danh sách.' });
  const about = {
    subjectKind: exemplar.subject.kind,
    today: acting.clock.today(),
    keptMeasureId,
    gifts: true,
  };
  const outcome = await judgeFigure(tx, { measureId, values: [amount], rechecked }, about);
  const tooLarge =
    !outcome.ok && outcome.refusal.kind === 'invalid' ? outcome.refusal.fields.value : undefined;
  return tooLarge ? invalid({ amount: tooLarge }) : outcome;
}

async function isEvidenceOf(tx: Tx, exemplarId: number, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .select('id')
    .where('id', '=', id)
    .where('exemplar_id', '=', exemplarId)
    .executeTakeFirst();
  return row !== undefined;
}

const onMerits = (
  acting: Acting,
  input: WorkInput<object>,
  work: (tx: Tx, exemplar: ExemplarInView) => Done,
): Done =>
  changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'merits');
    return refusal ? refused(refusal) : work(tx, exemplar);
  });

const onContribution = (
  acting: Acting,
  input: WorkInput<object>,
  work: (tx: Tx, exemplar: ExemplarInView, kept: Contribution) => Done,
): Done =>
  onMerits(acting, input, async (tx, exemplar) => {
    const kept = (await contributionsOf(tx, exemplar.id)).find((one) => one.id === input.item);
    return kept ? work(tx, exemplar, kept) : notFound();
  });

const columnsOf = (facts: ContributionFacts) => ({
  measure_id: facts.measureId,
  amount: facts.amount,
  as_typed: facts.asTyped ?? null,
  rechecked: facts.rechecked ?? false,
  year: facts.year,
  receiver: facts.receiver,
  purpose: facts.purpose,
  evidence_id: facts.evidenceId,
});

/** As the audit tells it. */
const inWords = (
  facts: ContributionFacts,
  measure: Pick<Measure, 'name' | 'unit' | 'decimals'>,
): AuditFields => ({
  'Loại đóng góp': measure.name,
  'Đóng góp': showPlainly(facts.amount, measure),
  Năm: facts.year,
  'Để làm gì': facts.purpose,
  'Nơi nhận': facts.receiver,
});

const keptInWords = (kept: Contribution): AuditFields =>
  inWords(kept, { name: kept.measure, unit: kept.scale.unit, decimals: kept.scale.decimals });
