import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { formatNumber } from '../ui/format.ts';
import { keptFigures } from './freeze.ts';
import { type GapInput, officeBelow } from './gap.ts';
import type { AddRule } from './indicators/kinds.ts';
import { INDICATORS } from './indicators/registry.ts';
import { keepLatePart } from './kept-parts.ts';
import { type FormIndicator, indicatorsOf } from './merged-indicators.ts';
import { type AboveReport, changingAbove } from './merged-report.ts';
import { rounded } from './rollup-rules.ts';

/** What one late report changed in one figure. */
export interface Change {
  before: number | null;
  after: number;
}

/** By key of the indicator. */
export type Correction = Record<string, Change>;

/** One report that came late, or was sent again, after the merging: shown beside the figures as they were submitted. */
export interface ShownCorrection {
  officeName: string;
  /** Why it was named as a gap, and when; null: it had been merged, was returned and was sent again. */
  reason: string | null;
  namedOn: Day | null;
  arrivedOn: Day;
  arrivedReportId: number;
  changes: Correction;
}

/**
 * The figure with one more report: as if it had been there in time. `known` is how many have known it so far, which a
 * mean needs.
 */
export function corrected(
  rule: AddRule,
  before: number | null,
  known: number,
  arrived: number,
): number | null {
  if (rule === 'none') return null;
  if (before === null) return arrived;
  if (rule === 'sum') return before + arrived;
  if (rule === 'max') return Math.max(before, arrived);
  return known > 0 ? rounded((before * known + arrived) / (known + 1)) : null;
}

/**
 * Merges the report of an office that had been named as a gap. What was submitted stays as it was: the correction is
 * kept beside it, figure by figure, with the day. In a report that is still open the rolled-up figures change as well.
 */
export function mergeLate(
  acting: Acting,
  input: GapInput,
): Promise<Outcome<{ id: number; changed: number }>> {
  return changingAbove(acting, input, async (tx, report) => {
    const office = await officeBelow(tx, report, input.officeId);
    if (!office?.gap) return notFound();
    if (!office.gap.waitsForMerge || office.reportId === null) {
      return refused({
        rule: 'nothing_late',
        sentence: office.gap.arrivedOn
          ? `Báo cáo của ${office.officeName} đã được ghép.`
          : `${office.officeName} chưa nộp báo cáo, nên chưa có gì để ghép.`,
      });
    }
    const changes = await lateChanges(tx, report, office.reportId);
    await tx
      .updateTable('report_gap')
      .set({
        arrived_report_id: office.reportId,
        arrived_on: acting.clock.today(),
        arrived_at: acting.clock.now(),
        correction: JSON.stringify(changes),
      })
      .where('report_id', '=', report.id)
      .where('office_id', '=', office.officeId)
      .execute();
    await keepLatePart(tx, report.id, office.reportId, acting.clock.today());
    await keepKnown(tx, report, Object.keys(changes));
    if (report.state === 'draft' || report.state === 'returned') await applyToDraft(tx, report.id, changes);
    await record(tx, acting, {
      kind: 'report.late_merged',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      before: inWords(report, changes, 'before'),
      after: { 'Đơn vị': office.officeName, ...inWords(report, changes, 'after') },
    });
    return done({ id: report.id, changed: Object.keys(changes).length });
  });
}

/** The figures that a late report changes: on top of what was submitted and of the corrections before it. */
export async function lateChanges(
  db: Reader,
  report: AboveReport,
  lateId: number | null,
): Promise<Correction> {
  if (lateId === null) return {};
  const [now, late] = [await correctedFigures(db, report.id), await keptFigures(db, lateId)];
  const changes: Correction = {};
  for (const { key, add } of indicatorsOf(report.figureKeys)) {
    const arrived = late.get(key)?.value ?? null;
    // what was never rolled up into this report is not corrected either
    if (arrived === null || !now.has(key)) continue;
    const before = now.get(key) ?? null;
    const after = corrected(add, before, report.rollup?.known[key] ?? 0, arrived);
    if (after !== null && after !== before) changes[key] = { before, after };
  }
  return changes;
}

/** The figures of a report with all corrections so far. */
export async function correctedFigures(db: Reader, reportId: number): Promise<Map<string, number | null>> {
  const written = await keptFigures(db, reportId);
  const figures = new Map([...written].map(([key, { value }]) => [key, value]));
  for (const { changes } of await correctionsOf(db, reportId)) {
    for (const [key, { after }] of Object.entries(changes)) figures.set(key, after);
  }
  return figures;
}

/** The late reports that were merged into one report, in the order in which they came. */
export async function correctionsOf(db: Reader, reportId: number): Promise<ShownCorrection[]> {
  const rows = await db
    .selectFrom('report_gap as g')
    .innerJoin('office as o', 'o.id', 'g.office_id')
    .select(['o.name as officeName', 'g.reason', 'g.named_on as namedOn', 'g.correction'])
    .select(['g.arrived_on as arrivedOn', 'g.arrived_report_id as arrivedReportId'])
    .where('g.report_id', '=', reportId)
    .where('g.arrived_on', 'is not', null)
    .orderBy('g.arrived_at')
    .execute();
  return rows.flatMap(({ correction, arrivedOn, arrivedReportId, ...row }) =>
    arrivedOn === null || arrivedReportId === null
      ? []
      : [
          {
            ...row,
            arrivedOn,
            arrivedReportId,
            changes: inOrder((correction ?? {}) as unknown as Correction),
          },
        ],
  );
}

/** As a form lists its figures: the database keeps the keys of an object by their length. */
const inOrder = (changes: Correction): Correction =>
  Object.fromEntries(INDICATORS.flatMap(({ key }) => (changes[key] ? [[key, changes[key]] as const] : [])));

async function keepKnown(tx: Tx, report: AboveReport, keys: readonly string[]): Promise<void> {
  const known = { ...report.rollup?.known };
  for (const key of keys) known[key] = (known[key] ?? 0) + 1;
  await tx
    .updateTable('report')
    .set({
      version: report.version + 1,
      ...(report.rollup ? { rollup: JSON.stringify({ ...report.rollup, known }) } : {}),
    })
    .where('id', '=', report.id)
    .execute();
}

/** A figure that a person typed stays; the correction stands beside it. */
async function applyToDraft(tx: Tx, reportId: number, changes: Correction): Promise<void> {
  for (const [indicator, { after }] of Object.entries(changes)) {
    await tx
      .updateTable('report_figure')
      .set({ value: after })
      .where('report_id', '=', reportId)
      .where('indicator', '=', indicator)
      .where('source', '=', 'rolled_up')
      .execute();
  }
}

function inWords(report: AboveReport, changes: Correction, side: keyof Change): Record<string, string> {
  const named = new Map(indicatorsOf(report.figureKeys).map((one: FormIndicator) => [one.key, one.name]));
  return Object.fromEntries(
    Object.entries(changes).map(([key, change]) => [named.get(key) ?? key, formatNumber(change[side])]),
  );
}
