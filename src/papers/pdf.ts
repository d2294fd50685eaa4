import { FORM_LAYOUT, LAYOUT } from './layout.ts';
import template from './official.typ?raw';
import type { OfficialPaper } from './official-paper.ts';
import { printablePaper } from './printable.ts';
import { typeset } from './typeset.ts';
import { compileTypst } from './typst-process.ts';

export interface PdfOptions {
  /** A form to be filled in by hand; it is set closer. */
  form?: boolean;
  /** Time of creation in the file; the same paper and time give the same bytes. Default: now. */
  createdAt?: Date;
  /** Time limit in ms, counted from the paper's turn. Default: 30 s. */
  limitMs?: number;
}

const LIMIT_MS = 30_000;

/**
 * Sets an official paper as PDF/A-2b in the layout of Nghị định 30/2020/NĐ-CP, with its fonts inside.
 * Works outside the event loop. Throws `PaperLimitExceeded` when it takes longer than the limit.
 */
export async function renderPdf(paper: OfficialPaper, options: PdfOptions = {}): Promise<Uint8Array> {
  const input = { layout: options.form ? FORM_LAYOUT : LAYOUT, paper: printablePaper(typeset(paper)) };
  const { pdf } = await compileTypst({
    template,
    inputs: { paper: JSON.stringify(input) },
    createdAt: options.createdAt ?? new Date(),
    limitMs: options.limitMs ?? LIMIT_MS,
  });
  return new Uint8Array(pdf);
}
