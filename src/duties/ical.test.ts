import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { type CalendarEvent, escapeText, foldLine, writeCalendar } from './ical.ts';

const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'viec-7@guong-sang',
  sequence: 2,
  day: '2018-12-10',
  summary: 'Hạn: Báo cáo năm (các huyện, thành, thị) – Năm 2018',
  description: 'Đơn vị: Huyện Thanh Thuỷ; nơi nhận: Ban Thi đua\\Khen thưởng\nHạn: 10/12/2018',
  url: 'https://guongsang.example/nhiem-vu/muc/7',
  cancelled: false,
  alarmHours: 64,
  ...change,
});

const write = (events: readonly CalendarEvent[]) =>
  writeCalendar({
    name: 'Nhiệm vụ – Nguyễn Thị Phương Nguyệt Quỳnh',
    description: 'Việc đến hạn',
    stamp: '2018-11-15T00:00:00Z',
    events,
  });

const eventsIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
};

/** What RFC 5545 §3.1 asks of every line. */
function expectRightLines(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\p{Cc}/u);
    // no character cut in two
    expect(Buffer.from(line).toString()).toBe(line);
  }
  const unfolded = text.replaceAll('\r\n ', '').slice(0, -2).split('\r\n');
  for (const line of unfolded) expect(line).toMatch(/^[A-Z-]+(;[A-Z-]+=[^:;]+)*:/);
}

it('is read back word for word by another program, as an all-day event with its alarm', () => {
  const text = write([event()]);
  expectRightLines(text);
  const [read] = eventsIn(text);
  expect(read).toMatchObject({
    uid: 'viec-7@guong-sang',
    sequence: 2,
    summary: event().summary,
    description: event().description,
  });
  expect(read?.startDate.toString()).toBe('2018-12-10');
  expect(read?.startDate.isDate).toBe(true);
  expect(read?.endDate.toString()).toBe('2018-12-11');
  const alarm = read?.component.getFirstSubcomponent('valarm');
  expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT64H');
});

it('ends an event of the last day of a year on the first of the next, and cancels what was excused', () => {
  const [read] = eventsIn(write([event({ day: '2019-12-31', cancelled: true, alarmHours: null })]));
  expect(read?.endDate.toString()).toBe('2020-01-01');
  expect(read?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  expect(read?.component.getAllSubcomponents('valarm')).toEqual([]);
});

it('is a calendar also without any event', () => {
  const text = write([]);
  expectRightLines(text);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Nhiệm vụ – Nguyễn Thị Phương Nguyệt Quỳnh');
  expect(eventsIn(text)).toEqual([]);
});

it('keeps every text, however strange, within 75 octets a line', () => {
  const strange = fc.string({ unit: 'grapheme', maxLength: 200 });
  const vietnamese = fc.string({
    unit: fc.constantFrom('ễ', 'Ự', 'đ', 'a\u0302\u0301', ',', ';', '\\', '\n', ' ', ':', '"', '😀'),
    maxLength: 300,
  });
  fc.assert(
    fc.property(fc.oneof(strange, vietnamese), (words) => {
      const text = write([event({ summary: words, description: words })]);
      expectRightLines(text);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the controls that are taken out
      const kept = words.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ');
      expect(eventsIn(text)[0]?.summary).toBe(kept);
    }),
    { numRuns: 300 },
  );
});

it('folds between characters: the longest line of marks stays whole', () => {
  const folded = foldLine(`SUMMARY:${'ễ'.repeat(60)}`);
  expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${'ễ'.repeat(60)}`);
  expect(escapeText('a\\b;c,d\r\ne')).toBe('a\\\\b\\;c\\,d\\ne');
});
