import {
  Document,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { docxBlock } from './docx-body.ts';
import { docxHead } from './docx-head.ts';
import { mm, typeSize } from './docx-parts.ts';
import { docxSignature } from './docx-signature.ts';
import { DOCX_STYLES } from './docx-styles.ts';
import { LAYOUT } from './layout.ts';
import type { OfficialPaper } from './official-paper.ts';
import { type TypesetPaper, typeset } from './typeset.ts';

type Content = Paragraph | Table;
interface Stretch {
  landscape: boolean;
  content: Content[];
}

/** Writes an official paper for Word, in the layout of Nghị định 30/2020/NĐ-CP, so that a clerk can finish it. */
export async function renderDocx(paper: OfficialPaper): Promise<Uint8Array> {
  const set = typeset(paper);
  const document = new Document({
    title: set.title,
    subject: set.subject.replaceAll('\n', ' '),
    creator: set.issuer.replaceAll('\n', ' '),
    lastModifiedBy: set.issuer.replaceAll('\n', ' '),
    keywords: set.numberLine,
    styles: DOCX_STYLES,
    sections: stretches(set).map(section),
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** The paper as stretches of portrait and landscape pages: it begins and ends in portrait, and what is enclosed follows on pages of its own. */
function stretches(paper: TypesetPaper): Stretch[] {
  let current: Stretch = { landscape: false, content: docxHead(paper) };
  const all = [current];
  const turnTo = (landscape: boolean): void => {
    if (current.landscape === landscape) return;
    current = { landscape, content: [] };
    all.push(current);
  };
  for (const [i, block] of paper.body.entries()) {
    turnTo(block.type === 'table' && block.landscape);
    // The last words go with the signature, which never stands on a page alone.
    current.content.push(...docxBlock(block, i === paper.body.length - 1));
  }
  turnTo(false);
  current.content.push(...docxSignature(paper));
  for (const [i, block] of paper.annex.entries()) {
    const landscape = block.type === 'table' && block.landscape;
    // each section begins a page
    if (i === 0 || current.landscape !== landscape) {
      current = { landscape, content: [] };
      all.push(current);
    }
    current.content.push(...docxBlock(block, block.type !== 'table' && i < paper.annex.length - 1));
  }
  return all;
}

function section({ landscape, content }: Stretch, index: number): ISectionOptions {
  const numbered = new Header({ children: [pageNumber()] });
  const blank = new Header({ children: [new Paragraph({})] });
  return {
    properties: { ...pageOf(landscape), titlePage: index === 0 },
    headers: index === 0 ? { default: numbered, first: blank } : { default: numbered },
    children: content,
  };
}

function pageOf(landscape: boolean): ISectionPropertiesOptions {
  const { page, margin, table, pageNumber } = LAYOUT;
  const side = mm(table.landscapeMarginMm);
  const distances = { header: mm(pageNumber.fromTopMm), footer: mm(10), gutter: 0 };
  return {
    page: {
      size: {
        width: mm(page.widthMm),
        height: mm(page.heightMm),
        orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      },
      margin: landscape
        ? { top: side, bottom: side, left: side, right: side, ...distances }
        : {
            top: mm(margin.topMm),
            bottom: mm(margin.bottomMm),
            left: mm(margin.leftMm),
            right: mm(margin.rightMm),
            ...distances,
          },
    },
  };
}

function pageNumber(): Paragraph {
  const size = typeSize(LAYOUT.pageNumber.sizePt);
  return new Paragraph({
    alignment: 'center',
    children: [new TextRun({ size, children: [PageNumber.CURRENT] })],
  });
}
