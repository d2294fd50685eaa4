import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatNumber } from '../ui/format.ts';
import { keepParts } from './kept-parts.ts';
import { type MergedFigure, mergedFigures, typedOtherwise } from './merged-figures.ts';
import { gathered, MOST_LETTERS, passagesOf, quoted, withPassages } from './merged-passages.ts';
import { changingAbove, type Rollup, refusalToMerge } from './merged-report.ts';
import { wordsBelow } from './merged-words.ts';
import { partsOfReport } from './queries.ts';
import { belowOf } from './rollup-below.ts';
import { completenessInWords, completenessOf } from './rollup-rules.ts';
import type { RollupReach } from './rollup-tree.ts';
import { keepUses } from './write.ts';

/** What merging did, for the sentence that says so. */
export interface Merged {
  id: number;
  figures: number;
  /** Indicators that a person typed otherwise, so that they were left alone. */
  leftAlone: string[];
  /** Names of parts. */
  filled: string[];
  kept: string[];
  tooLong: string[];
}

/**
 * Fills the report of the office above: figures as the roll-up has them, words of those below gathered under their
 * names where a part is still empty, or left to the writer. What somebody typed is never overwritten.
 */
export function mergeBelow(
  acting: Acting,
  input: { id: number; version: number | null; reach: RollupReach; words: 'gather' | 'leave' },
): Promise<Outcome<Merged>> {
  return changingAbove(acting, input, async (tx, report) => {
    const locked = refusalToMerge(report);
    if (locked) return refused(locked);
    const completeness = completenessOf(await belowOf(tx, report, input.reach));
    if (completeness.counted === 0) {
      return refused({
        rule: 'nothing_below',
        sentence: 'Chưa có báo cáo nào của cấp dưới được nộp, nên chưa có gì để tổng hợp.',
      });
    }
    const figures = await mergedFigures(tx, report, input.reach);
    const otherwise = new Set(typedOtherwise(figures).map((one) => one.indicator.key));
    const fresh = figures.filter((one) => one.indicator.add !== 'none' && one.written?.source !== 'typed');
    await writeFigures(tx, report.id, fresh);
    await keepParts(tx, report, {
      reach: input.reach,
      own: Object.fromEntries(figures.map(({ indicator, own }) => [indicator.key, own])),
      day: acting.clock.today(),
    });
    const parts = await partsOfReport(tx, report);
    const words =
      input.words === 'gather'
        ? gathered(report, parts, await wordsBelow(tx, report))
        : { words: report.words, filled: [], kept: [], tooLong: [] };
    const rollup: Rollup = {
      mergedOn: acting.clock.today(),
      reach: input.reach,
      completeness,
      known: Object.fromEntries(
        figures.map(({ indicator, known, own }) => [indicator.key, known + (own === null ? 0 : 1)]),
      ),
    };
    await tx
      .updateTable('report')
      .set({
        words: JSON.stringify(words.words),
        rollup: JSON.stringify(rollup),
        version: report.version + 1,
      })
      .where('id', '=', report.id)
      .execute();
    await keepUses(tx, report.id, words.words);
    await record(tx, acting, {
      kind: 'report.merged',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      after: {
        'Mức đầy đủ': completenessInWords(completeness),
        'Số liệu tổng hợp': fresh.length,
        'Mục đã gom': words.filled,
      },
    });
    const { filled, kept, tooLong } = words;
    return done({
      id: report.id,
      figures: fresh.length,
      leftAlone: figures
        .filter((one) => otherwise.has(one.indicator.key))
        .map(({ indicator }) => indicator.name),
      filled,
      kept,
      tooLong,
    });
  });
}

async function writeFigures(tx: Tx, reportId: number, figures: readonly MergedFigure[]): Promise<void> {
  if (figures.length === 0) return;
  await tx
    .insertInto('report_figure')
    .values(
      figures.map(({ indicator, total }) => ({
        report_id: reportId,
        indicator: indicator.key,
        value: total,
        source: 'rolled_up',
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['report_id', 'indicator']).doUpdateSet((set) => ({
        value: set.ref('excluded.value'),
        source: set.ref('excluded.source'),
      })),
    )
    .execute();
}

/** A passage as it was ticked: a paragraph of a part of a report below, in the version that was read. */
export interface Ticked {
  reportId: number;
  version: number;
  index: number;
}

/** Copies paragraphs of those below to the end of a part of this report, each with the name of its office. */
export function takePassages(
  acting: Acting,
  input: { id: number; version: number | null; part: string; ticked: readonly Ticked[] },
): Promise<Outcome<{ id: number; added: number; already: number }>> {
  return changingAbove(acting, input, async (tx, report) => {
    const locked = refusalToMerge(report);
    if (locked) return refused(locked);
    const part = (await partsOfReport(tx, report)).find((one) => one.key === input.part);
    if (!part) return invalid({ phan: 'Hãy chọn một mục của mẫu báo cáo này.' });
    const passages = passagesTicked(await wordsBelow(tx, report), input);
    if (!passages) {
      return refused({
        rule: 'changed_below',
        sentence: 'Có báo cáo vừa được sửa hoặc trả lại nên đoạn đã chọn không còn đúng; hãy chọn lại.',
      });
    }
    const { text, added } = withPassages(report.words[part.key] ?? '', passages);
    if (added === 0)
      return refused({ rule: 'already_there', sentence: 'Các đoạn đã chọn đều đã có trong mục này.' });
    if (text.length > MOST_LETTERS) {
      return invalid({
        doan: `Mục “${part.name}” sẽ dài quá ${formatNumber(MOST_LETTERS)} ký tự; hãy chọn ít đoạn hơn.`,
      });
    }
    await tx
      .updateTable('report')
      .set({ words: JSON.stringify({ ...report.words, [part.key]: text }), version: report.version + 1 })
      .where('id', '=', report.id)
      .execute();
    await record(tx, acting, {
      kind: 'report.passages_taken',
      thingId: report.id,
      thingVersion: report.version + 1,
      officeId: report.officeId,
      after: { Mục: part.name, 'Số đoạn': added },
    });
    return done({ id: report.id, added, already: passages.length - added });
  });
}

/** The passages with the names of their offices; null when one of them is no longer what was read. */
function passagesTicked(
  below: Awaited<ReturnType<typeof wordsBelow>>,
  { part, ticked }: { part: string; ticked: readonly Ticked[] },
): string[] | null {
  const byId = new Map(below.map((one) => [one.reportId, one]));
  const passages = ticked.map(({ reportId, version, index }) => {
    const source = byId.get(reportId);
    const passage = source?.version === version ? passagesOf(source.words[part] ?? '')[index] : undefined;
    return source && passage ? quoted(source.officeName, passage) : null;
  });
  return passages.includes(null) ? null : passages.filter((one) => one !== null);
}
