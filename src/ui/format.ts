/**
 * How dates, numbers and money are written and read here: dd/mm/yyyy, 1.234,5, "180 triệu đồng".
 * What is not known is said in words, never shown as 0 or as nothing.
 */
export const UNKNOWN = 'chưa rõ';

const TIME_ZONE = 'Asia/Ho_Chi_Minh';
// an Intl object takes longer to make than a row of a table takes to draw, so each is made once
const DAYS = new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE });
const TIMES = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** `2018-11-15` (a time after it is ignored) → `15/11/2018`; null, empty or no date → `chưa rõ`. */
export function formatDate(iso: string | null | undefined): string {
  const found = ISO_DATE.exec(iso ?? '');
  return found ? `${found[3]}/${found[2]}/${found[1]}` : UNKNOWN;
}

/** A moment → `14:05 ngày 15/11/2018`, on the clock of Việt Nam wherever the server stands. */
export function formatDateTime(moment: Date | null | undefined): string {
  if (!moment || Number.isNaN(moment.getTime())) return UNKNOWN;
  return `${formatTime(moment)} ngày ${formatDate(DAYS.format(moment))}`;
}

/** A moment → `14:05`; @throws RangeError where it is none. */
export function formatTime(moment: Date): string {
  return TIMES.format(moment);
}

/**
 * `1234.5` → `1.234,5`. With `decimals` exactly that many are shown, so that a column lines up;
 * without it up to six, and no trailing zeros.
 */
export function formatNumber(n: number | null | undefined, options: { decimals?: number } = {}): string {
  if (n === null || n === undefined || !Number.isFinite(n)) return UNKNOWN;
  return writerOf(options.decimals).format(n);
}

/** What writes numbers, by decimals: the locale is looked up once, not for each number of each page. */
const writers = new Map<number | undefined, Intl.NumberFormat>();

function writerOf(decimals: number | undefined): Intl.NumberFormat {
  const known = writers.get(decimals);
  if (known) return known;
  const digits =
    decimals === undefined
      ? { maximumFractionDigits: 6 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const writer = new Intl.NumberFormat('vi-VN', digits);
  writers.set(decimals, writer);
  return writer;
}

/** A whole number of things: `12345` → `12.345`. */
export function formatCount(n: number | null | undefined): string {
  return formatNumber(n, { decimals: 0 });
}

/** A ratio from 0 to 1 → `92,5%`, one decimal at most. */
export function formatPercent(ratio: number | null | undefined): string {
  if (ratio === null || ratio === undefined || !Number.isFinite(ratio)) return UNKNOWN;
  return `${formatNumber(Math.round(ratio * 1000) / 10)}%`;
}

const MONEY_STEPS = [
  { size: 1_000_000_000, word: 'tỷ đồng' },
  { size: 1_000_000, word: 'triệu đồng' },
];

/**
 * Money in đồng as people write it: `180 triệu đồng`, `1,5 tỷ đồng`. The short form is used only where
 * it says exactly the same with two decimals at most; any other amount is written out in full.
 */
export function formatMoney(dong: number | null | undefined): string {
  if (dong === null || dong === undefined || !Number.isFinite(dong)) return UNKNOWN;
  const step = MONEY_STEPS.find(({ size }) => Math.abs(dong) >= size && dong % (size / 100) === 0);
  return step ? `${formatNumber(dong / step.size)} ${step.word}` : `${formatNumber(dong)} đồng`;
}

const SPOKEN_DATE = /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/;
/** The number pad of a phone has no slash. */
const DIGITS_ONLY_DATE = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * What a person typed as a day → ISO `yyyy-mm-dd`, or null when it is no day of the calendar.
 * Reads `15/11/2018`, `5-1-2018`, `15.11.2018`, `15112018`, and ISO itself.
 */
export function parseDate(text: string): string | null {
  const trimmed = text.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed);
  if (iso) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = SPOKEN_DATE.exec(trimmed) ?? DIGITS_ONLY_DATE.exec(trimmed);
  return found ? realDay(Number(found[3]), Number(found[2]), Number(found[1])) : null;
}

function realDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : null;
}
