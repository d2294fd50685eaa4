import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectRoot } from '../platform/project-root.ts';
import { type Decision, withDecisions } from './decided-days.ts';
import { holidaysByRule } from './vietnamese-holidays.ts';
import { makeCalendar } from './working-days.ts';

const off = (year: number, decisions: readonly Decision[] = []) =>
  withDecisions(holidaysByRule(year), decisions).map(({ day, kind }) => `${day} ${kind}`);

it('keeps what the law fixes, and by rule gives a day for each that falls on a weekend', () => {
  const days = holidaysByRule(2018);
  const on = (day: string) => days.find((row) => row.day === day);
  expect(on('2018-04-25')?.name).toContain('Giỗ Tổ');
  expect(on('2018-09-02')?.source).toContain('Bộ luật Lao động');
  expect(on('2018-09-03')?.name).toContain('Nghỉ bù');
  expect(on('2018-02-16')).toMatchObject({ name: 'Tết Âm lịch (mùng 1)', source: null });
});

it('puts the days of a decision in the place of those that the rule supposed, and no others', () => {
  const decision: Decision = {
    source: 'Quyết định',
    off: ['2018-02-15', '2018-02-16', '2018-02-17', '2018-02-18', '2018-02-19', '2018-02-20', '2018-02-21'],
    swaps: [{ off: '2018-04-30', work: '2018-04-28', occasion: 'dịp 30/4' }],
  };
  const days = off(2018, [decision]);
  expect(days).not.toContain('2018-02-14 off');
  expect(days).toContain('2018-02-21 off');
  expect(days).toContain('2018-04-28 work');
  expect(days).toContain('2018-01-01 off');
});

it('makes a working calendar of every year that is shipped: about 250 working days', async () => {
  const seed = JSON.parse(await readFile(join(projectRoot(), 'db/seed/holidays.json'), 'utf8'));
  for (let year = seed.fromYear; year <= seed.toYear; year++) {
    const calendar = makeCalendar(withDecisions(holidaysByRule(year), seed.decisions));
    const count = calendar.workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`);
    expect(count, String(year)).toBeGreaterThan(245);
    expect(count, String(year)).toBeLessThan(255);
  }
});
