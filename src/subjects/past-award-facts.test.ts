import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PastAward,
  pastAwardErrors,
  pastAwardInWords,
  sameAward,
  tidyPastAward,
} from './past-award-facts.ts';

const AWARD: PastAward = {
  awardFormId: null,
  formWords: 'Giấy khen của Hội Nông dân huyện',
  number: '45/QĐ-HND',
  decidedOn: '2015-11-20',
  givenBy: 'Hội Nông dân huyện',
  year: 2015,
  forWhat: null,
  source: 'paper',
  confirmedBy: null,
};
const wrong = (more: Partial<PastAward>) => Object.keys(pastAwardErrors({ ...AWARD, ...more }, '2018-11-15'));

describe('an award from before', () => {
  it('has a form, of the catalogue or in words, and never both', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ awardFormId: 3, formWords: null })).toEqual([]);
    expect(wrong({ formWords: null })).toEqual(['awardFormId']);
    expect(wrong({ awardFormId: 3 })).toEqual(['formWords']);
  });

  it('was given on a day that has come, not before there were any, and not for a year after it', () => {
    expect(wrong({ decidedOn: '2018-11-16', year: null })).toEqual(['decidedOn']);
    expect(wrong({ decidedOn: '2018-11-15' })).toEqual([]);
    expect(wrong({ decidedOn: '1929-12-31', year: null })).toEqual(['decidedOn']);
    for (const year of [1929, 2019, 2014.5, Number.NaN])
      expect(wrong({ year, decidedOn: null })).toEqual(['year']);
    expect(wrong({ year: 2016 })).toEqual(['year']);
    for (const year of [1930, 2018, null]) expect(wrong({ year, decidedOn: null })).toEqual([]);
  });

  it('is not longer than what is kept', () => {
    expect(
      wrong({ formWords: 'a'.repeat(201), number: '1'.repeat(101), forWhat: 'b'.repeat(1_001) }),
    ).toEqual(['formWords', 'number', 'forWhat']);
    expect(wrong({ givenBy: 'a'.repeat(201), confirmedBy: 'b'.repeat(201) })).toEqual([
      'givenBy',
      'confirmedBy',
    ]);
  });

  it('is tidy once tidied: one spelling of Unicode and spaces, empty is unknown', () => {
    expect(tidyPastAward({ ...AWARD, number: '  45/QĐ-HND\n', forWhat: ' \t ' })).toEqual(AWARD);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = tidyPastAward({ ...AWARD, formWords: text, givenBy: text });
        expect(tidyPastAward(once)).toEqual(once);
      }),
    );
  });

  it('stays the same one for whoever confirmed it while only how we know of it changes', () => {
    expect(sameAward(AWARD, { ...AWARD, source: 'told', confirmedBy: 'Ai đó' })).toBe(true);
    const others: Partial<PastAward>[] = [
      { formWords: 'Giấy khen' },
      { awardFormId: 1 },
      { number: null },
      { decidedOn: '2015-11-21' },
      { givenBy: 'UBND xã' },
      { year: 2014 },
      { forWhat: 'Việc khác' },
    ];
    for (const other of others)
      expect([other, sameAward(AWARD, { ...AWARD, ...other })]).toEqual([other, false]);
  });

  it('is told by the name of the catalogue where it has one', () => {
    expect(pastAwardInWords({ ...AWARD, formWords: null }, 'Giấy khen')).toMatchObject({
      'hình thức': 'Giấy khen',
      ngày: '20/11/2015',
      nguồn: 'Có quyết định, bằng',
      'về việc': null,
    });
  });
});
