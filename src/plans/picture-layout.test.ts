import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { layOutPicture, NARROW, WIDE } from './picture-layout.ts';
import type { Stage } from './queries.ts';

const stage = (fromOn: string, toOn: string): Stage => ({
  name: 'Giai đoạn',
  precision: 'day',
  fromOn,
  toOn,
  who: null,
  duties: [],
});

const PLAN = { periodFrom: '2016-01-01', periodTo: '2020-12-31', today: '2018-07-02', marks: [] };

it('draws stages to scale: half of the period is half of the picture', () => {
  const { lanes, todayX, years } = layOutPicture({
    ...PLAN,
    stages: [stage('2016-01-01', '2018-07-01'), stage('2018-07-02', '2020-12-31')],
  });
  expect(todayX).toBeCloseTo(WIDE.width / 2, 0);
  expect(lanes[0]?.width).toBeCloseTo(lanes[1]?.width ?? 0, -1);
  expect(lanes.map((lane) => lane.state)).toEqual(['past', 'now']);
  expect(years.map(({ label }) => label)).toEqual(['2016', '2017', '2018', '2019', '2020']);
});

it('leaves out today and marks that lie outside of the period', () => {
  const { todayX, marks } = layOutPicture({
    ...PLAN,
    today: '2026-01-01',
    stages: [],
    marks: [
      { kind: 'due', day: '2016-06-30', label: 'a' },
      { kind: 'due', day: '2021-01-05', label: 'b' },
    ],
  });
  expect(todayX).toBeNull();
  expect(marks.map(({ label }) => label)).toEqual(['a']);
});

it('keeps every stage within the picture, whatever the plan', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2014-01-01', n));
  const span = fc
    .tuple(day, day)
    .map(([one, other]) => (one < other ? stage(one, other) : stage(other, one)));
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      day,
      fc.constantFrom(WIDE, NARROW),
      (stages, today, shape) => {
        const { lanes } = layOutPicture({ ...PLAN, stages, today }, shape);
        for (const { x, width } of lanes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(shape.width + 6);
        }
      },
    ),
  );
});

it('cuts a name that would run out of the picture, and keeps the whole for those who ask', () => {
  const name = 'Xây dựng, bồi dưỡng và hoàn thiện các điển hình tiên tiến trong toàn tỉnh';
  const stages = [{ ...stage('2019-06-01', '2019-12-31'), name }];
  const [lane] = layOutPicture({ ...PLAN, stages }, NARROW).lanes;
  expect(lane?.name).toMatch(/^Xây dựng.*…$/);
  expect(lane?.fullName).toBe(name);
  expect(layOutPicture({ ...PLAN, stages }).lanes[0]?.name).toBe(name);
});

it('leaves out labels of years where there is no room for all', () => {
  const { years } = layOutPicture({ ...PLAN, periodTo: '2035-12-31', stages: [] }, NARROW);
  expect(years).toHaveLength(20);
  expect(years.filter(({ label }) => label).length).toBeLessThan(9);
});
