import type { Day } from '../platform/clock.ts';

/** The time in which something holds, both days included; null is open: since ever, without an end. */
export interface Validity {
  validFrom: Day | null;
  validTo: Day | null;
}

export const holdsOn = ({ validFrom, validTo }: Validity, day: Day): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** Does the first hold the whole time in which the second does? */
export const covers = (outer: Validity, inner: Validity): boolean =>
  (outer.validFrom === null || (inner.validFrom !== null && inner.validFrom >= outer.validFrom)) &&
  (outer.validTo === null || (inner.validTo !== null && inner.validTo <= outer.validTo));

/** Is there a day on which both hold? */
export const overlap = (one: Validity, other: Validity): boolean =>
  (one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo) &&
  (other.validFrom === null || one.validTo === null || other.validFrom <= one.validTo);

/** The day before, across months and years: '2020-01-01' → '2019-12-31'. */
export function dayBefore(day: Day): Day {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() - 1);
  return moment.toISOString().slice(0, 10);
}

/** A day as people write it, for the audit: '2020-01-01' → '01/01/2020'. */
export const writtenDay = (day: Day | null): string | null => day?.split('-').reverse().join('/') ?? null;
