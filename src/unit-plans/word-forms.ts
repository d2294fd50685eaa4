import { z } from 'zod';
import type { Typed } from '../web/form.ts';
import { choice } from '../web/form-fields.ts';
import { type Section, wordsByPart } from './headings.ts';

/** Sections of a file that are shown to be confirmed; a plan has a few dozen. */
export const MOST_SECTIONS = 80;
const LONGEST_SECTION = 60_000;

/** Fields of section `n`, counted from 1. */
export const sectionField = (n: number, field: 'heading' | 'part' | 'text'): string => `m${n}_${field}`;

const textIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

/** The sections as they were sent, with the part that was chosen for each. */
export function sectionsTyped(typed: Typed): Section[] {
  const sections: Section[] = [];
  for (let n = 1; n <= MOST_SECTIONS && typed[sectionField(n, 'text')] !== undefined; n++) {
    const part = textIn(typed, sectionField(n, 'part'));
    sections.push({
      heading: textIn(typed, sectionField(n, 'heading')).slice(0, 300),
      text: textIn(typed, sectionField(n, 'text')).slice(0, LONGEST_SECTION),
      part: /^[1-9]\d{0,2}$/.test(part) ? Number(part) : null,
    });
  }
  return sections;
}

/** What a person confirmed: the words for each part, and whether they replace or follow what stands there. */
export const takeForm = z
  .looseObject({ mode: choice('cách ghi', ['replace', 'append']) })
  .transform(({ mode, ...typed }) => ({ mode, words: wordsByPart(sectionsTyped(typed as Typed)) }));
