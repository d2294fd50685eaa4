import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/days.ts';
import { makeCalendar } from '../calendar/working-days.ts';
import type { DutyState } from '../duties/state.ts';
import { type ReminderItem, type ReminderPerson, remindersOn } from './reminder-rules.ts';

/** Off on Friday 30/11 and Monday 03/12; the Saturday 01/12 is worked in exchange. */
const calendar = makeCalendar([
  { day: '2018-11-30', kind: 'off' },
  { day: '2018-12-01', kind: 'work' },
  { day: '2018-12-03', kind: 'off' },
]);
const COMMUNE = 1;
const DISTRICT = 2;
const item = (dueOn: string, state: DutyState = 'open', id = 7): ReminderItem => ({
  id,
  officeId: COMMUNE,
  officeName: 'Xã Đồng Luận',
  receiverOfficeId: DISTRICT,
  dueOn,
  state,
  name: 'Báo cáo năm',
  periodWords: 'Năm 2018',
  href: '/bao-cao',
});
const author: ReminderPerson = { accountId: 11, officeIds: [COMMUNE], daysBefore: 3 };
const above: ReminderPerson = { accountId: 12, officeIds: [DISTRICT], daysBefore: 3 };
const people = [author, above];

/** kind@account of a day, for an item that is open until its day and late after it. */
const told = (day: string, dueOn: string, whom: readonly ReminderPerson[] = people) =>
  remindersOn(day, [item(dueOn, day > dueOn ? 'late' : 'open')], whom, calendar).map(
    ({ kind, accountId }) => `${kind}@${accountId}`,
  );

describe('who is reminded of a thing due, and when', () => {
  const both = ['overdue@11', 'overdue_below@12'];
  it.each([
    // due on Thursday 13/12
    ['2018-12-07', '2018-12-13', []],
    ['2018-12-10', '2018-12-13', ['due_soon@11']],
    ['2018-12-11', '2018-12-13', []],
    ['2018-12-13', '2018-12-13', ['due_today@11']],
    ['2018-12-14', '2018-12-13', both],
    ['2018-12-17', '2018-12-13', []],
    ['2018-12-21', '2018-12-13', both],
    ['2018-12-28', '2018-12-13', both],
    // due on Sunday 16/12: the last working day before it
    ['2018-12-14', '2018-12-16', ['due_today@11']],
    ['2018-12-16', '2018-12-16', []],
    ['2018-12-17', '2018-12-16', both],
    // due on Thursday 29/11: Friday is off, Saturday is worked
    ['2018-11-30', '2018-11-29', []],
    ['2018-12-01', '2018-11-29', both],
    // a week later is Saturday: moved to Monday
    ['2018-12-08', '2018-11-29', []],
    ['2018-12-10', '2018-11-29', both],
    ['2018-12-15', '2018-11-29', []],
    ['2018-12-17', '2018-11-29', both],
  ])('%s, due on %s: %j', (day, dueOn, expected) => {
    expect(told(day, dueOn)).toEqual(expected);
  });

  it('goes by the days before that each person chose, and not before the day for who chose none', () => {
    const early = { ...author, accountId: 13, daysBefore: 5 };
    const never = { ...author, accountId: 14, daysBefore: 0 };
    expect(told('2018-12-06', '2018-12-13', [author, early, never])).toEqual(['due_soon@13']);
    expect(told('2018-12-13', '2018-12-13', [early, never])).toEqual(['due_today@13', 'due_today@14']);
  });

  it('leaves in peace what is done, excused or void', () => {
    for (const state of ['done', 'done_late', 'excused', 'void'] as const)
      expect(remindersOn('2018-12-14', [item('2018-12-13', state)], people, calendar)).toEqual([]);
  });

  it('says what, until when and how late; to the office above also whose', () => {
    const said = (day: string) =>
      remindersOn(day, [item('2018-12-13', day > '2018-12-13' ? 'late' : 'open')], people, calendar).map(
        ({ sentence }) => sentence,
      );
    expect(said('2018-12-10')).toEqual(['Còn 3 ngày làm việc: Báo cáo năm – Năm 2018, hạn 13/12/2018.']);
    expect(said('2018-12-21')).toEqual([
      'Quá hạn 8 ngày: Báo cáo năm – Năm 2018, hạn 13/12/2018.',
      'Xã Đồng Luận: quá hạn 8 ngày: Báo cáo năm – Năm 2018, hạn 13/12/2018.',
    ]);
  });

  it('tells who answers for both offices once, as the author, and names the office', () => {
    const both = { ...author, officeIds: [COMMUNE, DISTRICT] };
    const reminders = remindersOn('2018-12-14', [item('2018-12-13', 'late')], [both], calendar);
    expect(reminders.map(({ kind }) => kind)).toEqual(['overdue']);
    expect(reminders[0]?.sentence).toContain('(Xã Đồng Luận)');
  });
});

describe('days on which nobody ran the round', () => {
  it('are made good once: the kind is that of today, whatever was missed', () => {
    const since = (from: string, day: string, dueOn: string) =>
      remindersOn(day, [item(dueOn, day > dueOn ? 'late' : 'open')], [author], calendar, from).map(
        ({ kind }) => kind,
      );
    expect(since('2018-12-07', '2018-12-12', '2018-12-13')).toEqual(['due_soon']);
    expect(since('2018-12-07', '2018-12-18', '2018-12-13')).toEqual(['overdue']);
    expect(since('2018-12-14', '2018-12-18', '2018-12-13')).toEqual([]);
  });

  it('never change how often somebody is told: rounds every day tell at least as much as rounds now and then', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    const due = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2018-11-20', n));
    fc.assert(
      fc.property(due, gaps, (dueOn, steps) => {
        const start = '2018-11-20';
        const count = (from: string, to: string) =>
          remindersOn(to, [item(dueOn, to > dueOn ? 'late' : 'open')], [author], calendar, from).length;
        let [day, sparse] = [start, 0];
        for (const step of steps) {
          const next = addDays(day, step);
          sparse += count(day, next);
          day = next;
        }
        let dense = 0;
        for (let one = start; one < day; one = addDays(one, 1)) dense += count(one, addDays(one, 1));
        expect(sparse).toBeLessThanOrEqual(dense);
        expect(dense).toBeLessThanOrEqual(2 + Math.ceil(steps.reduce((sum, n) => sum + n, 0) / 5));
      }),
    );
  });

  it('brings nobody a reminder on a day off, when the round runs every day', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2018-11-10', n));
    fc.assert(
      fc.property(day, day, (today, dueOn) => {
        if (!calendar.isWorkingDay(today)) expect(told(today, dueOn)).toEqual([]);
      }),
    );
  });
});
