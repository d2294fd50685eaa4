import { describe, expect, it } from 'vitest';
import { NO_GLYPH, printablePaper } from './printable.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';
import { typeset } from './typeset.ts';

const subjectOf = (subject: string) => printablePaper(typeset({ ...SAMPLE_PAPER, subject })).subject;

describe('what the font of the PDF can print', () => {
  it('leaves a Vietnamese paper as it is', () => {
    const paper = typeset(SAMPLE_PAPER);
    expect(printablePaper(paper)).toEqual(paper);
  });

  it('shows a box for a character that the font lacks, and drops what is invisible anyway', () => {
    expect(subjectOf('sen 🪷 中')).toBe(`sen ${NO_GLYPH} ${NO_GLYPH}`);
    expect(subjectOf('tim ❤\uFE0F')).toBe(`tim ${NO_GLYPH}`);
  });

  it('lets a word break that is wider than its line, and no other', () => {
    expect(subjectOf('nguyenthihonghanh@phutho.gov.vn')).not.toContain('\u200B');
    const broken = subjectOf(`liền${'W'.repeat(200)}`);
    expect(broken).toContain('\u200B');
    expect(broken.replaceAll('\u200B', '')).toBe(`liền${'W'.repeat(200)}`);
  });
});
