import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { PaperFields } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { changingReport } from './changing.ts';
import { tokensIn, wrongTokens } from './figure-words.ts';
import { wordsField } from './forms.ts';
import { partsOfReport, type ReportInView } from './queries.ts';
import { refusalToWrite, wrongClosingDay } from './rules.ts';

export interface WordsInput {
  id: number;
  version: number | null;
  closingOn: Day;
  /** Text by key of the part. */
  words: Record<string, string>;
  paper: PaperFields;
}

export const NOT_AUTHOR = {
  rule: 'wrong_role',
  sentence: 'Báo cáo do cán bộ của đơn vị lập báo cáo soạn; tài khoản của bạn chỉ được xem.',
};

/**
 * Keeps the written parts, the closing day and what the head and foot of the paper say. A part that refers to a figure
 * which the form does not have is refused there.
 */
export function writeReport(acting: Acting, input: WordsInput): Promise<Outcome<{ id: number }>> {
  return changingReport(acting, input, async (tx, report) => {
    if (!report.mayWrite) return refused(NOT_AUTHOR);
    const refusal = refusalToWrite(report);
    if (refusal) return refused(refusal);
    const parts = await partsOfReport(tx, report);
    const errors = wrongIn(report, parts, input);
    if (Object.keys(errors).length > 0) return invalid(errors);
    // what a part of another edition holds is not shown, and not lost either
    const words = { ...report.words, ...pick(input.words, parts) };
    await tx
      .updateTable('report')
      .set({
        closing_on: input.closingOn,
        words: JSON.stringify(words),
        paper: JSON.stringify(input.paper),
        version: report.version + 1,
      })
      .where('id', '=', report.id)
      .execute();
    await keepUses(tx, report.id, words);
    const changed = parts.filter((part) => (report.words[part.key] ?? '') !== (words[part.key] ?? ''));
    await record(tx, acting, {
      kind: 'report.words_changed',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      before: { 'Ngày chốt': report.closingOn, ...excerpts(changed, report.words) },
      after: { 'Ngày chốt': input.closingOn, ...excerpts(changed, words) },
    });
    return done({ id: report.id });
  });
}

type Part = { key: string; name: string };

function wrongIn(report: ReportInView, parts: readonly Part[], input: WordsInput): FieldErrors {
  const errors: FieldErrors = {};
  const wrong = wrongClosingDay({ from: report.periodFrom, to: report.periodTo }, input.closingOn);
  if (wrong) errors.closingOn = wrong;
  for (const { key } of parts) {
    const tokens = wrongTokens(input.words[key] ?? '', report.figureKeys);
    if (tokens) errors[wordsField(key)] = tokens;
  }
  return errors;
}

const pick = (words: Record<string, string>, parts: readonly Part[]): Record<string, string> =>
  Object.fromEntries(parts.flatMap(({ key }) => (words[key] === undefined ? [] : [[key, words[key]]])));

/** Which figures stand in which part, so that a corrected record lists every text that used it. */
export async function keepUses(tx: Tx, reportId: number, words: Readonly<Record<string, string>>) {
  await tx.deleteFrom('report_figure_use').where('report_id', '=', reportId).execute();
  const uses = Object.entries(words).flatMap(([part, text]) =>
    tokensIn(text).map((indicator) => ({ report_id: reportId, part, indicator })),
  );
  if (uses.length > 0) await tx.insertInto('report_figure_use').values(uses).execute();
}

/** The audit says which part changed and how it begins; the whole text stands in the report. */
function excerpts(parts: readonly Part[], words: Record<string, string>) {
  return Object.fromEntries(parts.map((part) => [part.name, (words[part.key] ?? '').slice(0, 120)]));
}
