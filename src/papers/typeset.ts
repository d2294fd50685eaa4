import { balancedLines } from './balanced-lines.ts';
import { cleanLine, cleanText } from './clean-text.ts';
import { LAYOUT, TEXT_WIDTH_MM } from './layout.ts';
import type { Block, OfficialPaper } from './official-paper.ts';
import { checkPaperLimits } from './paper-limit.ts';
import { tinosBold, tinosRegular } from './typeface.ts';
import { type TypesetTable, typesetTable } from './typeset-table.ts';
import { capitals, numberLine, placeAndDate, recipientLines, withEndMark } from './wording.ts';

/** A paper ready to be written as DOCX or PDF: every text final, so that both say and look the same. */
export interface TypesetPaper {
  /** Title in the file's properties. */
  title: string;
  superior: string;
  issuer: string;
  issuerRuleMm: number;
  mottoRuleMm: number;
  numberLine: string;
  placeAndDate: string;
  kind: string;
  subject: string;
  subjectRuleMm: number;
  addressees: string[];
  body: TypesetBlock[];
  annex: TypesetBlock[];
  signature: { lines: string[]; name: string };
  recipients: string[];
  /** Signature and recipients stay on one page, unless the list is too long for that. */
  wholeSignature: boolean;
}

export type TypesetBlock =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; lead: string; text: string }
  | { type: 'basis' | 'centred' | 'under' | 'item' | 'note'; text: string }
  | TypesetTable;

/** Office programs break lines a little earlier than the widths say. */
const LINE_TO_SPARE_MM = 1;
/** More lines of recipients than this, and the block may break across pages. */
const LONGEST_WHOLE_LIST = 30;

/** Sets a paper. Throws `PaperLimitExceeded`, and an error for what only a bug sends: a malformed date or table. */
export function typeset(paper: OfficialPaper): TypesetPaper {
  checkPaperLimits(paper);
  const headMm = LAYOUT.head.leftMm - LINE_TO_SPARE_MM;
  const superior = capitals(cleanText(paper.superior ?? ''));
  const issuer = balancedLines(capitals(cleanText(paper.issuer)), tinosBold(), LAYOUT.issuer.sizePt, headMm);
  const subjectMm = TEXT_WIDTH_MM - LINE_TO_SPARE_MM;
  const subject = balancedLines(cleanText(paper.subject), tinosBold(), LAYOUT.subject.sizePt, subjectMm);
  const kind = capitals(cleanText(paper.kind));
  const recipients = recipientLines(paper.recipients);
  return {
    title: cleanLine(`${kind} ${subject}`),
    superior: balancedLines(superior, tinosRegular(), LAYOUT.superior.sizePt, headMm),
    issuer,
    issuerRuleMm: ruleMm(issuer, LAYOUT.issuer, LAYOUT.head.leftMm),
    mottoRuleMm: ruleMm(LAYOUT.motto.text, LAYOUT.motto, LAYOUT.head.rightMm),
    numberLine: numberLine({ number: cleaned(paper.number), symbol: cleaned(paper.symbol) }),
    placeAndDate: placeAndDate({ ...paper, place: cleanLine(paper.place) }),
    kind,
    subject,
    subjectRuleMm: ruleMm(subject, LAYOUT.subject, TEXT_WIDTH_MM),
    addressees: (paper.addressees ?? []).map(cleanLine).filter((text) => text !== ''),
    body: closed(paper.body.flatMap(typesetBlock)),
    annex: (paper.annex ?? []).flatMap(typesetBlock),
    signature: {
      lines: [...paper.signature.authority, paper.signature.title]
        .map((line) => capitals(cleanLine(line)))
        .filter((line) => line !== ''),
      name: cleanLine(paper.signature.name ?? ''),
    },
    recipients,
    wholeSignature: recipients.join('').length / 40 + recipients.length <= LONGEST_WHOLE_LIST,
  };
}

const cleaned = (text: string | null): string | null => (text === null ? null : cleanLine(text));

/** Length of the rule beneath a line of bold text: its share of the line, or of the widest line if it wraps. */
function ruleMm(text: string, style: { sizePt: number; ruleShare: number }, widestMm: number): number {
  const lines = text.split('\n').map((line) => tinosBold().widthMm(line, style.sizePt));
  return Math.min(Math.max(...lines), widestMm) * style.ruleShare;
}

function typesetBlock(block: Block): TypesetBlock[] {
  switch (block.type) {
    case 'table':
      return [typesetTable(block)];
    case 'list':
      return block.items.map((item) => ({ type: 'item', text: `- ${cleanText(item)}` }));
    case 'paragraph':
      return [{ type: 'paragraph', lead: cleanText(block.lead ?? ''), text: cleanText(block.text) }];
    case 'heading':
      return [{ type: 'heading', level: block.level, text: cleanText(block.text) }];
    default:
      return [{ type: block.type, text: cleanText(block.text) }];
  }
}

/** Puts the closing mark after the last words, when the text ends in words. */
function closed(blocks: TypesetBlock[]): TypesetBlock[] {
  const last = blocks.at(-1);
  if (!last || (last.type !== 'paragraph' && last.type !== 'item')) return blocks;
  return [...blocks.slice(0, -1), { ...last, text: withEndMark(last.text) }];
}
