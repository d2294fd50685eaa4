import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../calendar/working-days.ts';
import type { DutyInView } from '../duties/duty-queries.ts';
import { REMINDER_KINDS } from '../notices/reminder-rules.ts';
import type { Asked } from './asked.ts';
import { BEHAVIOURS, type Behaviour, type Past, playedDoneOn } from './behaviour.ts';
import { type Copy, itemsOf } from './load.ts';
import { loadLevel } from './load-view.tsx';
import { playDays } from './play.ts';
import { monthsBetween, playPlan, stageOf } from './played.ts';

const TET = '2018-02-16';

const duty = (change: Partial<DutyInView> = {}): DutyInView => ({
  id: 1,
  planId: 1,
  ord: 1,
  name: 'Báo cáo năm',
  what: 'report',
  reportFormKey: 'nam',
  formName: 'Báo cáo năm',
  who: { by: 'branch', belowId: 1 },
  whoName: 'Tỉnh',
  whoKindName: null,
  cycle: 'yearly',
  fromOn: '2018-01-01',
  toOn: '2018-12-31',
  endedOn: null,
  dueRule: { kind: 'fixed', monthsAfter: 0, day: 10 },
  toOfficeId: null,
  toName: null,
  viaOfficeId: null,
  viaName: null,
  basis: null,
  version: 1,
  ...change,
});

const office = (id: number, name: string) => ({
  ...{ id, name, kindId: 'district', validFrom: null, validTo: null },
  parentId: id === 1 ? null : 1,
  belowRoot: id !== 1,
  path: id === 1 ? [1] : [1, id],
});

const copy = (duties: DutyInView[], change: Partial<Copy> = {}): Copy => ({
  duties,
  directory: {
    offices: [office(1, 'Tỉnh'), office(2, 'Huyện Hai'), office(3, 'Huyện Ba'), office(9, 'Ban TĐKT')],
    blocMembers: [],
    standing: [{ id: 9, validFrom: null, validTo: null }],
  },
  calendar: makeCalendar([{ day: TET, kind: 'off' }]),
  people: [
    { accountId: 20, officeIds: [2], daysBefore: 3 },
    { accountId: 90, officeIds: [9], daysBefore: 0 },
  ],
  namedDays: new Map([[TET, 'Tết Nguyên đán']]),
  past: new Map(),
  ...change,
});

const asked = (change: Partial<Asked> = {}): Asked => ({
  from: '2018-01-01',
  to: '2018-12-31',
  now: '2018-12-01',
  step: 'thang',
  behaviour: 'dung-han',
  week: 2,
  desk: 2,
  ...change,
});

const allDays = (of: Copy, behaviour: Behaviour = 'dung-han') =>
  playDays(stageOf(of, itemsOf(of, '2018-01-01', '2018-12-31', behaviour)), '2018-01-01', '2018-12-31');

const districts = { by: 'kind' as const, kindId: 'district', belowId: 1 };

describe('a year played in advance', () => {
  it('gives, reminds before the day and lets arrive, when everybody is in time', () => {
    const played = playPlan(copy([duty({ who: districts })]), asked());
    expect(
      allDays(copy([duty({ who: districts })])).map(({ day, given, due, arriving, reminders }) => [
        day,
        given.length,
        due.length,
        arriving.length,
        reminders.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ['2018-01-01', 3, 0, 0, []],
      ['2018-12-05', 0, 0, 0, ['due_soon']],
      ['2018-12-10', 0, 3, 3, ['due_today', 'due_today']],
    ]);
    expect(played.window.map(({ day }) => day)).toEqual(['2018-12-05', '2018-12-10']);
  });

  it('goes on reminding, the office above as well, when nobody answers, and nothing arrives', () => {
    const nobody = playPlan(copy([duty({ who: districts })]), asked({ behaviour: 'khong-ai' }));
    expect(nobody.reminders).toEqual({ due_soon: 1, due_today: 2, overdue: 6, overdue_below: 6 });
    expect(nobody.arriving).toEqual([]);
  });

  it('behaves as each office did the last time: late, never, or in time when it was never asked', () => {
    const past = new Map<string, Past>([
      ['report nam 2', 7],
      ['report nam 3', 'never'],
    ]);
    const { items } = playPlan(
      copy([duty({ who: districts })], { past }),
      asked({ behaviour: 'nhu-nam-truoc' }),
    );
    expect(items.map(({ officeName, doneOn }) => [officeName, doneOn])).toEqual([
      ['Huyện Hai', '2018-12-17'],
      ['Huyện Ba', null],
      ['Ban TĐKT', '2018-12-10'],
    ]);
    expect(playedDoneOn('2018-12-10', 'nhu-nam-truoc', -3)).toBe('2018-12-07');
  });

  it('says where desks clash: an office in a week, a receiver on a day, a day in Tết or on a weekend', () => {
    const onTet = duty({
      cycle: 'once',
      dueRule: { kind: 'on', day: TET },
      who: { by: 'office', officeId: 2 },
    });
    const onSaturday = duty({
      cycle: 'once',
      dueRule: { kind: 'on', day: '2018-03-10' },
      who: { by: 'office', officeId: 3 },
    });
    const { clashes } = playPlan(copy([onTet, onTet, onTet, onSaturday, duty({ who: districts })]), asked());
    expect(clashes.daysOff.map(({ day, why, items }) => [day, why, items.length])).toEqual([
      [TET, 'Tết Nguyên đán', 3],
      ['2018-03-10', 'Thứ bảy', 1],
    ]);
    expect(clashes.weeks.map(({ officeName, week, items }) => [officeName, week, items.length])).toEqual([
      ['Huyện Hai', '2018-02-12', 3],
    ]);
    expect(clashes.desks.map(({ officeName, day, items }) => [officeName, day, items.length])).toEqual([
      ['Ban TĐKT', TET, 3],
    ]);
  });

  it('counts by office and month, the busiest first', () => {
    const monthly = duty({
      cycle: 'monthly',
      who: { by: 'office', officeId: 2 },
      dueRule: { kind: 'fixed', monthsAfter: 0, day: 5 },
    });
    const { due, months } = playPlan(copy([monthly, duty({ who: districts })]), asked());
    expect(months[0]).toBe('2018-01');
    expect(due.map(({ officeName, counts, sum }) => [officeName, counts.at(-1), sum])).toEqual([
      ['Huyện Hai', 2, 13],
      ['Ban TĐKT', 1, 1],
      ['Huyện Ba', 1, 1],
    ]);
    expect([0, 2, 3, 5].map((n) => loadLevel(n, 2))).toEqual(['none', 'good', 'fair', 'poor']);
  });

  it('leaves what it is given as it is, and plays the same twice', () => {
    const given = copy([
      duty({ who: districts }),
      duty({ cycle: 'monthly', who: { by: 'branch', belowId: 1 } }),
    ]);
    const before = structuredClone(given.directory);
    fc.assert(
      fc.property(fc.constantFrom(...BEHAVIOURS), fc.integer({ min: 0, max: 300 }), (behaviour, n) => {
        const now = new Date(Date.parse('2018-01-01') + n * 86_400_000).toISOString().slice(0, 10);
        const once = playPlan(given, asked({ behaviour, now }));
        expect(playPlan(given, asked({ behaviour, now }))).toEqual(once);
        // nothing arrives that was not done, and nobody is reminded of what was done before
        const days = allDays(given, behaviour);
        for (const { arriving, day } of days) for (const item of arriving) expect(item.doneOn).toBe(day);
        const items = new Map(once.items.map((item) => [item.id, item]));
        for (const { reminders, day } of days)
          for (const { itemId } of reminders) expect((items.get(itemId)?.doneOn ?? '9999') >= day).toBe(true);
      }),
      { numRuns: 25 },
    );
    expect(given.directory).toEqual(before);
  });

  it('counts as many reminders as the round itself would send, kind by kind', () => {
    const given = copy([duty({ who: districts }), duty({ cycle: 'monthly' })]);
    given.people.push({ accountId: 21, officeIds: [2, 9], daysBefore: 10 });
    for (const behaviour of BEHAVIOURS) {
      const sent = allDays(given, behaviour).flatMap(({ reminders }) => reminders);
      const { reminders } = playPlan(given, asked({ behaviour }));
      for (const kind of REMINDER_KINDS)
        expect(reminders[kind]).toBe(sent.filter((one) => one.kind === kind).length);
    }
  });
});

it('names the months from one day to another, over the end of a year', () => {
  const months = [monthsBetween('2017-11-15', '2018-01-01'), monthsBetween('2018-12-31', '2018-12-31')];
  expect(months).toEqual([['2017-11', '2017-12', '2018-01'], ['2018-12']]);
});
