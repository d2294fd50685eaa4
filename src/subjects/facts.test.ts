import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SubjectFacts, subjectErrors, tidySubject } from './facts.ts';
import { SUBJECT_KINDS } from './kinds.ts';

const HOA: SubjectFacts = {
  kind: 'individual',
  fullName: 'Đỗ Thị Hòa',
  birthYear: 1975,
  place: null,
  position: null,
  representative: null,
};
const errors = (more: Partial<SubjectFacts>) =>
  Object.keys(subjectErrors(tidySubject({ ...HOA, ...more }), 2018));

describe('what is kept of a subject', () => {
  it('is written in one spelling of Unicode and of spaces', () => {
    expect(tidySubject({ ...HOA, fullName: '  Đỗ  Thị\nHo\u0300a ', place: ' ' })).toEqual(HOA);
  });

  it('has nothing in it that is not seen, and no towers of marks; markup stays text', () => {
    const name = (fullName: string) => tidySubject({ ...HOA, fullName }).fullName;
    expect(name('Đỗ\u0000 Thị\u0007 Hòa')).toBe('Đỗ Thị Hòa');
    expect(name('\u202eĐỗ Thị\u200b Hòa\u2069\ufeff\u00ad')).toBe('Đỗ Thị Hòa');
    expect(name('Ho\u200da\u0300')).toBe('Hoà');
    expect(name(`A${'\u0300'.repeat(400)}`)).toHaveLength(3);
    expect(name('<b>Hòa</b>')).toBe('<b>Hòa</b>');
  });

  it('has letters in its name: signs alone are none', () => {
    for (const fullName of ['???', '12 - 34', '…', '\u202e\u200b'])
      expect(errors({ fullName })).toEqual(['fullName']);
  });

  it('is tidy once tidied', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (fullName) => {
        const once = tidySubject({ ...HOA, fullName });
        expect(tidySubject(once)).toEqual(once);
      }),
    );
  });

  it('has a name, not longer than the database keeps', () => {
    expect(errors({ fullName: ' \t' })).toEqual(['fullName']);
    expect(errors({ fullName: 'a'.repeat(201) })).toEqual(['fullName']);
    expect(errors({ fullName: 'a'.repeat(200) })).toEqual([]);
  });

  it('has a year of birth that can be, and a collective has none', () => {
    for (const birthYear of [1879, 2019, 1975.5, Number.NaN])
      expect(errors({ birthYear })).toEqual(['birthYear']);
    for (const birthYear of [1880, 2018, null]) expect(errors({ birthYear })).toEqual([]);
    expect(errors({ kind: 'household' })).toEqual([]);
    expect(errors({ kind: 'collective' })).toEqual(['birthYear']);
    for (const kind of SUBJECT_KINDS) expect(errors({ kind, birthYear: null })).toEqual([]);
  });
});
