import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import type { OfficialPaper } from './official-paper.ts';
import { renderPdf } from './pdf.ts';
import { NO_GLYPH } from './printable.ts';
import { bare, readPdf } from './read-back.ts';
import { longPaper, SAMPLE_PAPER } from './sample-paper.ts';
import { tinosBold } from './typeface.ts';
import { UGLY_CASES } from './ugly-text.ts';

const pt = (mm: number) => (mm * 72) / 25.4;
const read = async (paper: OfficialPaper) => readPdf(await renderPdf(paper));

/** What the font can show of a text: the rest appears as boxes. */
const shown = (text: string) =>
  bare(cleanText(text)).replace(/[^\x20-\x7E]/gu, (letter) => {
    if (tinosBold().shows(letter.codePointAt(0) ?? 0)) return letter;
    return /\p{Default_Ignorable_Code_Point}/u.test(letter) ? '' : NO_GLYPH;
  });

describe('the text of a PDF', () => {
  it.each(UGLY_CASES)('takes text as text: $name', async ({ text }) => {
    const columns = [{ label: text }, { label: 'B' }];
    const body: OfficialPaper['body'] = [
      { type: 'heading', level: 1, text },
      { type: 'list', items: [text] },
      { type: 'table', title: text, columns, rows: [[text, 1]], note: text },
      { type: 'note', text },
    ];
    const { pages } = await read({ ...SAMPLE_PAPER, subject: text, addressees: [], body, recipients: [] });
    const words = pages
      .map((page) =>
        page.texts
          .filter(({ top }) => top > pt(20))
          .map((one) => one.text)
          .join(''),
      )
      .join('');
    expect(bare(words).split(shown(text)).length - 1).toBe(8);
    for (const one of pages.flatMap((page) => page.texts)) expect(one.right).toBeLessThan(pt(210 - 15) + 0.5);
  });

  it('gives back any text that goes in, with a box for what its font lacks', async () => {
    // Scripts that are written from right to left or reshaped are read back in another order.
    const reordered = /[\p{Bidi_Control}\p{Script=Hebrew}\p{Script=Arabic}\p{M}]/u;
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 60 })
      .filter((one) => !reordered.test(one));
    await fc.assert(
      fc.asyncProperty(text, async (one) => {
        const note = `đầu ${one} cuối`;
        const { text: found } = await read({ ...SAMPLE_PAPER, body: [{ type: 'note', text: note }] });
        expect(bare(found)).toContain(shown(note));
      }),
      { numRuns: 100 },
    );
  });

  it('sets sixty pages within a generous time, while the server goes on answering', async () => {
    await renderPdf(SAMPLE_PAPER);
    let turns = 0;
    const turning = setInterval(() => turns++, 5);
    const start = performance.now();
    const file = await renderPdf(longPaper(20));
    const took = performance.now() - start;
    clearInterval(turning);
    const { pages } = await readPdf(file);
    process.stdout.write(
      `${pages.length} pages, ${Math.round(took)} ms, ${Math.round(file.length / 1024)} KB\n`,
    );
    expect(pages.length).toBeGreaterThanOrEqual(60);
    expect(took).toBeLessThan(15_000);
    expect(turns).toBeGreaterThan(took / 50);
  });
});
