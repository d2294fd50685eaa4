import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { keptFigures } from './freeze.ts';
import { officeBelow } from './gap.ts';
import { indicatorsOf } from './merged-indicators.ts';
import { type AboveReport, changingAbove } from './merged-report.ts';
import { outsideChanges } from './outside-difference.ts';
import { type Expected, readOutside } from './outside-read.ts';
import { keepOutsideForm, writeOutsideReport } from './outside-write.ts';
import { partsOfReport } from './queries.ts';
import type { BelowOffice } from './rollup-below.ts';

/** An office outside with what has been recorded for it. */
export interface OutsideBelow extends BelowOffice {
  figures: ReadonlyMap<string, number | null>;
  words: Readonly<Record<string, string>>;
}

/** One office that sends to this one, with the figures and words recorded for it; null when it does not send here. */
export async function outsideOffice(
  db: Reader,
  report: AboveReport,
  officeId: number,
): Promise<OutsideBelow | null> {
  const office = await officeBelow(db, report, officeId);
  if (!office) return null;
  const none = { ...office, figures: new Map(), words: {} };
  if (office.reportId === null || !office.isOutside) return none;
  const { words } = await db
    .selectFrom('report')
    .select('words')
    .where('id', '=', office.reportId)
    .executeTakeFirstOrThrow();
  return {
    ...office,
    figures: new Map([...(await keptFigures(db, office.reportId))].map(([key, { value }]) => [key, value])),
    words: words as Record<string, string>,
  };
}

/** Why nothing can be recorded for this office; null when it can. */
export function refusalToRecord(
  office: Pick<OutsideBelow, 'officeName' | 'isOutside' | 'status' | 'reportId'>,
): Reason | null {
  if (office.reportId !== null && !office.isOutside) {
    return {
      rule: 'own_report',
      sentence: `${office.officeName} tự lập báo cáo này trong hệ thống; không nhập hộ được.`,
    };
  }
  if (office.status === 'accepted') {
    return {
      rule: 'accepted',
      sentence: `Báo cáo của ${office.officeName} đã được chấp nhận, không nhập lại được.`,
    };
  }
  if (office.status === 'submitted') {
    return {
      rule: 'being_read',
      sentence: `Báo cáo của ${office.officeName} đã nhập và đang chờ xem; muốn nhập lại, hãy trả lại báo cáo đó trước.`,
    };
  }
  return null;
}

/** What a form is read against. */
export async function expectedOf(db: Reader, report: AboveReport, office: OutsideBelow): Promise<Expected> {
  return {
    report,
    officeId: office.officeId,
    officeName: office.officeName,
    indicators: indicatorsOf(report.figureKeys),
    parts: await partsOfReport(db, report),
  };
}

export interface RecordOutside {
  id: number;
  version: number | null;
  officeId: number;
  /** The file as it was sent, read once more: nothing of the page that showed the difference is believed. */
  name: string;
  bytes: Uint8Array;
  /** The day on which the office's paper came. */
  receivedOn: Day;
}

/**
 * Records the form of an office outside as its report, submitted on the day it came; from then on it runs like every
 * other report. Kept with it: the file, who recorded it, what it changed.
 */
export function recordOutside(
  acting: Acting,
  input: RecordOutside,
  files: FileStore,
): Promise<Outcome<{ id: number; reportId: number; changes: number }>> {
  return changingAbove(acting, input, async (tx, report) => {
    const office = await outsideOffice(tx, report, input.officeId);
    if (!office) return notFound();
    const refusal = refusalToRecord(office);
    if (refusal) return refused(refusal);
    if (input.receivedOn > acting.clock.today() || input.receivedOn < report.periodFrom)
      return invalid({ receivedOn: 'Ngày nhận phải từ đầu kỳ báo cáo đến hôm nay.' });
    const expected = await expectedOf(tx, report, office);
    const read = await readOutside(input.name, input.bytes, expected);
    if (!read.ok)
      return refused(...read.sentences.map((sentence, n) => ({ rule: `wrong_form_${n}`, sentence })));
    const changes = outsideChanges(office, read.content, expected.indicators, expected.parts);
    if (changes.length === 0) return refused(NOTHING_NEW);
    const reportId = await writeOutsideReport(tx, acting, { report, office, input, content: read.content });
    const form = { reportId, keeperId: report.officeId, file: read.file, name: input.name, changes };
    const kept = await keepOutsideForm(tx, acting, files, form);
    if (!kept.ok) return kept;
    await record(tx, acting, {
      kind: 'report.outside_recorded',
      thingId: reportId,
      thingVersion: (office.reportVersion ?? 0) + 1,
      officeId: office.officeId,
      after: { 'Nhập hộ': office.officeName, Tệp: input.name, 'Số mục thay đổi': changes.length },
    });
    return done({ id: report.id, reportId, changes: changes.length });
  });
}

export const NOTHING_NEW: Reason = {
  rule: 'nothing_new',
  sentence: 'Biểu này không có gì khác với báo cáo đã nhập, nên không ghi lại lần nữa.',
};
