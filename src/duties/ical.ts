import type { Day } from '../platform/clock.ts';

/** One all-day event of a calendar. */
export interface CalendarEvent {
  /** Stays the same however often the event changes. */
  uid: string;
  /** Raised each time its day changes. */
  sequence: number;
  day: Day;
  summary: string;
  description: string;
  url: string;
  cancelled: boolean;
  /** How many hours before the day begins a reminder rings (negative: after); null: none. */
  alarmHours: number | null;
}

export interface CalendarFeed {
  name: string;
  description: string;
  /** The moment of which it speaks: 'yyyy-mm-ddThh:mm:ssZ'. */
  stamp: string;
  events: readonly CalendarEvent[];
}

const CRLF = '\r\n';
const MOST_OCTETS = 75;

/**
 * A calendar to subscribe to, by RFC 5545: lines end in CRLF and hold 75 octets at most, folded between characters;
 * text is escaped. All-day events, since an alarm on them is what phones and desktops show alike (to-dos they mostly
 * do not).
 */
export function writeCalendar(feed: CalendarFeed): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guong Sang//Nhiem vu//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(feed.name)}`,
    `NAME:${escapeText(feed.name)}`,
    `X-WR-CALDESC:${escapeText(feed.description)}`,
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...feed.events.flatMap((event) => eventLines(event, feed.stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => foldLine(line) + CRLF).join('');
}

function eventLines(event: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp.replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${basic(event.day)}`,
    `DTEND;VALUE=DATE:${basic(dayAfter(event.day))}`,
    `SUMMARY;LANGUAGE=vi:${escapeText(event.summary)}`,
    `DESCRIPTION;LANGUAGE=vi:${escapeText(event.description)}`,
    `URL:${event.url}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // a due day takes nobody's time
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    ...(event.alarmHours === null ? [] : alarmLines(event, event.alarmHours)),
    'END:VEVENT',
  ];
}

const alarmLines = (event: CalendarEvent, hours: number): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(event.summary)}`,
  `TRIGGER:${hours > 0 ? '-' : ''}PT${Math.abs(hours)}H`,
  'END:VALARM',
];

const basic = (day: Day): string => day.replaceAll('-', '');

function dayAfter(day: Day): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  return moment.toISOString().slice(0, 10);
}

/** TEXT of RFC 5545 §3.3.11: backslash, semicolon, comma and line breaks are escaped; other controls are left out. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is to be taken out
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');

/**
 * A content line folded into lines of 75 octets at most (a continued one counts its leading space), never within the
 * octets of one character (RFC 5545 §3.1), nor between a letter and the marks upon it.
 */
export function foldLine(line: string): string {
  const folded: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line.match(/\P{M}\p{M}*|\p{M}+/gsu) ?? []) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      folded.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  folded.push(current);
  return folded.join(CRLF);
}
