import type { Block, OfficialPaper } from './official-paper.ts';

/**
 * Thrown when a paper or workbook is larger than this server makes in one piece. Callers that let people choose
 * how much goes into a file catch it and show the sentence.
 */
export class PaperLimitExceeded extends Error {
  /** What to tell the person at the screen: Vietnamese, what is wrong and what to do. */
  readonly sentence: string;

  constructor(message: string, sentence: string) {
    super(message);
    this.name = 'PaperLimitExceeded';
    this.sentence = sentence;
  }
}

/** Measured: at these limits a DOCX takes some two seconds, a PDF some five. */
export const PAPER_LIMITS = { tableCells: 20_000, letters: 500_000 } as const;

/** Throws `PaperLimitExceeded` for a paper that nobody reads as a paper: such lists belong in a workbook. */
export function checkPaperLimits(paper: OfficialPaper): void {
  const blocks = [...paper.body, ...(paper.annex ?? [])];
  const cells = sum(
    blocks.map((block) => (block.type === 'table' ? block.rows.length * block.columns.length : 0)),
  );
  const letters = paper.subject.length + sum(blocks.map(lettersIn));
  if (cells <= PAPER_LIMITS.tableCells && letters <= PAPER_LIMITS.letters) return;
  throw new PaperLimitExceeded(
    `A paper of ${cells} table cells and ${letters} letters.`,
    'Văn bản quá dài. Hãy rút gọn bảng trong văn bản và gửi danh sách đầy đủ bằng tệp Excel.',
  );
}

function lettersIn(block: Block): number {
  switch (block.type) {
    case 'table':
      return sum(
        block.rows.flatMap((row) => row.map((value) => (typeof value === 'string' ? value.length : 0))),
      );
    case 'list':
      return sum(block.items.map((item) => item.length));
    default:
      return block.text.length;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
