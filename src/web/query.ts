import { parseDate } from '../ui/format.ts';
import { cleanText } from './form.ts';
import type { Visit } from './visit.ts';

/** Text from the address, cleaned like text from a form; empty when it is not there. Longer text is cut. */
export function queryText(visit: Visit, name: string, max = 200): string {
  return cleanText(visit.req.query(name) ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max);
}

/** A positive whole number from the address: an id, a page; null when it is none. */
export function queryNumber(visit: Visit, name: string): number | null {
  const text = visit.req.query(name) ?? '';
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** A day from the address, written dd/mm/yyyy or ISO, given on as ISO; null when it is none. */
export function queryDay(visit: Visit, name: string): string | null {
  const day = parseDate(queryText(visit, name, 20));
  return day && day >= '1900-01-01' ? day : null;
}

/** One of a list from the address; null when it is none of it. */
export function queryChoice<const T extends string>(
  visit: Visit,
  name: string,
  values: readonly T[],
): T | null {
  return values.find((value) => value === visit.req.query(name)) ?? null;
}

/** The address of the same list with other parameters; empty ones are left out. */
export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `${path}?${text}` : path;
}
