import { describe, expect, it } from 'vitest';
import { LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import { tinosBold } from './typeface.ts';

/** The ranges of Nghị định 30/2020/NĐ-CP, Phụ lục I, written out once more, apart from the layout. */
const DECREE: [string, number, number, number][] = [
  ['top margin', LAYOUT.margin.topMm, 20, 25],
  ['bottom margin', LAYOUT.margin.bottomMm, 20, 25],
  ['left margin', LAYOUT.margin.leftMm, 30, 35],
  ['right margin', LAYOUT.margin.rightMm, 15, 20],
  ['page number', LAYOUT.pageNumber.sizePt, 13, 14],
  ['Quốc hiệu', LAYOUT.nation.sizePt, 12, 13],
  ['Tiêu ngữ', LAYOUT.motto.sizePt, 13, 14],
  ['rule under Tiêu ngữ', LAYOUT.motto.ruleShare, 1, 1],
  ['superior', LAYOUT.superior.sizePt, 12, 13],
  ['issuer', LAYOUT.issuer.sizePt, 12, 13],
  ['rule under the issuer', LAYOUT.issuer.ruleShare, 1 / 3, 1 / 2],
  ['number', LAYOUT.number.sizePt, 13, 13],
  ['place and date', LAYOUT.placeAndDate.sizePt, 13, 14],
  ['kind', LAYOUT.kind.sizePt, 13, 14],
  ['subject', LAYOUT.subject.sizePt, 13, 14],
  ['rule under the subject', LAYOUT.subject.ruleShare, 1 / 3, 1 / 2],
  ['body', LAYOUT.body.sizePt, 13, 14],
  ['first line', LAYOUT.body.firstLineMm, 10, 12.7],
  ['space between paragraphs', LAYOUT.body.afterParagraphPt, 6, Number.POSITIVE_INFINITY],
  ['line spacing', LAYOUT.body.lineSpacing, 1, 1.5],
  ['signature', LAYOUT.signature.sizePt, 13, 14],
  ['Nơi nhận', LAYOUT.recipients.labelPt, 12, 12],
  ['list of recipients', LAYOUT.recipients.listPt, 11, 11],
];

describe('the layout', () => {
  it.each(DECREE)('keeps the %s (%d) within the decree: %d to %d', (_, value, least, most) => {
    expect(value).toBeGreaterThanOrEqual(least);
    expect(value).toBeLessThanOrEqual(most);
  });

  it('fills the width of the text with the two columns of the head', () => {
    expect(LAYOUT.head.leftMm + LAYOUT.head.rightMm).toBe(TEXT_WIDTH_MM);
  });

  it('has room for the Quốc hiệu on one line', () => {
    expect(tinosBold().widthMm(LAYOUT.nation.text, LAYOUT.nation.sizePt)).toBeLessThan(LAYOUT.head.rightMm);
  });
});
