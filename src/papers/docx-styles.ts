import { type IStylesOptions, LineRuleType } from 'docx';
import { mm, pt, STYLE, typeSize } from './docx-parts.ts';
import { LAYOUT } from './layout.ts';

const { body, table } = LAYOUT;
const BLACK = '000000';
const SINGLE_LINE = 240;

const bodySpacing = {
  before: 0,
  after: pt(body.afterParagraphPt),
  line: Math.round(SINGLE_LINE * body.lineSpacing),
  lineRule: LineRuleType.AUTO,
};
const tight = { before: 0, after: 0, line: SINGLE_LINE, lineRule: LineRuleType.AUTO };
const headingParagraph = {
  spacing: bodySpacing,
  indent: { firstLine: mm(body.firstLineMm) },
  keepNext: true,
};

const headingStyle = (name: string, italics: boolean) => ({
  name,
  run: { size: typeSize(body.sizePt), bold: true, italics, color: BLACK, font: LAYOUT.face.docx },
  paragraph: headingParagraph,
});

/** The styles of our papers: the measures stand here once, so that a clerk can change a paper as a whole. */
export const DOCX_STYLES: IStylesOptions = {
  default: {
    document: {
      run: {
        font: LAYOUT.face.docx,
        size: typeSize(body.sizePt),
        color: BLACK,
        language: { value: 'vi-VN', eastAsia: 'vi-VN', bidirectional: 'ar-SA' },
      },
      paragraph: { spacing: tight },
    },
    heading1: headingStyle('heading 1', false),
    heading2: headingStyle('heading 2', false),
    heading3: headingStyle('heading 3', true),
  },
  paragraphStyles: [
    {
      id: STYLE.body,
      name: 'Nội dung',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        alignment: 'both',
        spacing: bodySpacing,
        indent: { firstLine: mm(body.firstLineMm) },
      },
    },
    {
      id: STYLE.head,
      name: 'Phần đầu',
      basedOn: 'Normal',
      paragraph: { alignment: 'center', spacing: tight },
    },
    {
      id: STYLE.cell,
      name: 'Ô bảng',
      basedOn: 'Normal',
      run: { size: typeSize(table.sizePt) },
      paragraph: { spacing: tight },
    },
    {
      id: STYLE.tableTitle,
      name: 'Tên bảng',
      basedOn: 'Normal',
      run: { size: typeSize(table.sizePt + 1), bold: true },
      paragraph: { alignment: 'center', spacing: { ...tight, before: pt(6), after: pt(3) }, keepNext: true },
    },
  ],
};
