import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { type AboveReport, changingAbove, refusalToMerge } from './merged-report.ts';
import { type BelowOffice, belowOf, type Gap } from './rollup-below.ts';

export const GAP_NAMES: Record<Gap['kind'], string> = {
  none: 'ước tính không phát sinh',
  missing: 'thiếu, có nêu lý do',
};

export interface GapInput {
  id: number;
  version: number | null;
  officeId: number;
}

/**
 * Goes on without an office below that does not answer: it is named, with the reason, as one of which nothing is to be
 * expected (`none`) or as missing. Naming it again changes kind and reason.
 */
export function nameGap(
  acting: Acting,
  input: GapInput & { kind: Gap['kind']; reason: string },
): Promise<Outcome<{ id: number }>> {
  return changingAbove(acting, input, async (tx, report) => {
    const locked = refusalToMerge(report);
    if (locked) return refused(locked);
    const office = await officeBelow(tx, report, input.officeId);
    if (!office) return notFound();
    const refusal = refusalToName(office);
    if (refusal) return refused(refusal);
    const gap = {
      kind: input.kind,
      reason: input.reason,
      named_on: acting.clock.today(),
      named_by: acting.actor.accountId,
    };
    await tx
      .insertInto('report_gap')
      .values({ report_id: report.id, office_id: office.officeId, ...gap })
      .onConflict((conflict) => conflict.columns(['report_id', 'office_id']).doUpdateSet(gap))
      .execute();
    await nextVersion(tx, report);
    await record(tx, acting, {
      kind: 'report.gap_named',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      after: { 'Đơn vị': office.officeName, 'Ghi nhận': GAP_NAMES[input.kind] },
      reason: input.reason,
    });
    return done({ id: report.id });
  });
}

/** Takes a gap back: the office is waited for again. One whose late report was merged stays on record. */
export function dropGap(acting: Acting, input: GapInput): Promise<Outcome<{ id: number }>> {
  return changingAbove(acting, input, async (tx, report) => {
    const locked = refusalToMerge(report);
    if (locked) return refused(locked);
    const gone = await tx
      .deleteFrom('report_gap')
      .where('report_id', '=', report.id)
      .where('office_id', '=', input.officeId)
      .where('arrived_on', 'is', null)
      .returning('office_id')
      .executeTakeFirst();
    if (!gone) return notFound();
    await nextVersion(tx, report);
    const office = await tx
      .selectFrom('office')
      .select('name')
      .where('id', '=', gone.office_id)
      .executeTakeFirstOrThrow();
    await record(tx, acting, {
      kind: 'report.gap_dropped',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      before: { 'Đơn vị': office.name },
    });
    return done({ id: report.id });
  });
}

/** An office that sends directly to the office of this report; null when it does not. */
export async function officeBelow(
  tx: Reader,
  report: AboveReport,
  officeId: number,
): Promise<BelowOffice | null> {
  const below = await belowOf(tx, report);
  return below.find((one) => one.officeId === officeId) ?? null;
}

function refusalToName(office: BelowOffice): Reason | null {
  if (office.status === 'submitted' || office.status === 'accepted') {
    return {
      rule: 'has_answered',
      sentence: `${office.officeName} đã nộp báo cáo; hãy chấp nhận hoặc trả lại báo cáo đó thay vì ghi là thiếu.`,
    };
  }
  if (office.status === 'excused') {
    return {
      rule: 'excused',
      sentence: `${office.officeName} đã được miễn báo cáo này, không cần nêu thiếu.`,
    };
  }
  return null;
}

export async function nextVersion(tx: Tx, report: Pick<AboveReport, 'id' | 'version'>): Promise<void> {
  await tx
    .updateTable('report')
    .set({ version: report.version + 1 })
    .where('id', '=', report.id)
    .execute();
}
