import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../platform/project-root.ts';
import { weekday } from './days.ts';
import type { Decision } from './decided-days.ts';
import { HOLIDAY_YEARS, holidaysByRule } from './vietnamese-holidays.ts';

const seed: { decisions: Decision[] } = JSON.parse(
  readFileSync(join(projectRoot(), 'db/seed/holidays.json'), 'utf8'),
);
const daysOf = (year: number): string[] => holidaysByRule(year).map(({ day }) => day);
const years = Array.from(
  { length: HOLIDAY_YEARS.last - HOLIDAY_YEARS.first + 1 },
  (_, n) => HOLIDAY_YEARS.first + n,
);

describe('the days off of a year by rule', () => {
  it('hold every day off that a known decision names, but for days swapped', () => {
    for (const { off, source } of seed.decisions)
      for (const day of off) expect(daysOf(Number(day.slice(0, 4))), source).toContain(day);
  });

  it('put no weekday off around Tết that the decision of the year did not', () => {
    for (const { off } of seed.decisions.filter((decision) => decision.off.length > 4)) {
      const supposed = holidaysByRule(Number(off[0]?.slice(0, 4)))
        .filter(({ name }) => name.includes('Tết Âm lịch'))
        .map(({ day }) => day)
        .filter((day) => weekday(day) % 6 !== 0);
      expect(supposed.filter((day) => !off.includes(day))).toEqual([]);
    }
  });

  it('give Quốc khánh its second day from 2021 on, as it was set in those years', () => {
    expect(daysOf(2020).filter((day) => day.includes('-09-'))).toEqual(['2020-09-02']);
    expect(
      [2021, 2022, 2023, 2024, 2025, 2026].map((year) =>
        daysOf(year)
          .filter((day) => /-(08|09)-/.test(day) && weekday(day) % 6 !== 0)
          .map((day) => day.slice(5)),
      ),
    ).toEqual([
      ['09-02', '09-03'],
      ['09-01', '09-02'],
      ['09-01', '09-04'],
      ['09-02', '09-03'],
      ['09-01', '09-02'],
      ['09-01', '09-02'],
    ]);
  });

  it('are in order, name no day twice, and give each weekend day its own working day, in every year', () => {
    for (const year of years) {
      const days = daysOf(year);
      expect(days).toEqual([...new Set(days)].toSorted());
      const weekdays = days.filter((day) => weekday(day) % 6 !== 0);
      expect(weekdays, String(year)).toHaveLength(year >= 2021 ? 11 : 10);
    }
  });

  it('say where the law itself fixes them, and leave open what a yearly decision sets', () => {
    const source = (day: string) => holidaysByRule(2019).find((row) => row.day === day)?.source;
    expect(source('2019-04-30')).toBe('Điều 115 Bộ luật Lao động 10/2012/QH13');
    expect(source('2019-02-05')).toBeNull();
    const later = holidaysByRule(2021).find(({ day }) => day === '2021-05-03');
    expect(later?.source).toBe('Điều 111, 112 Bộ luật Lao động 45/2019/QH14');
  });
});
