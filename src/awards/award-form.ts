import type { Level } from '../exemplars/show-words.ts';
import type { Day } from '../platform/clock.ts';
import { formatDate } from '../ui/format.ts';

/** A form of award (hình thức khen thưởng) of the catalogue. Laws change: each is in force for a time. */
export interface AwardForm {
  id: number;
  name: string;
  level: Level;
  legalBasis: string | null;
  /** Null: from ever, for ever. */
  validFrom: Day | null;
  validTo: Day | null;
}

type Validity = Pick<AwardForm, 'validFrom' | 'validTo'>;

/** Both days count. */
export const isValidOn = (form: Validity, day: Day): boolean => isValidWithin(form, day, day);

/** In force on at least one day of the span. */
export const isValidWithin = ({ validFrom, validTo }: Validity, from: Day, to: Day): boolean =>
  (validFrom === null || validFrom <= to) && (validTo === null || validTo >= from);

/** "từ 01/01/2024", "đến 31/12/2023"; empty when it is not bounded. */
export const validityInWords = ({ validFrom, validTo }: Validity): string =>
  [
    ...(validFrom ? [`từ ${formatDate(validFrom)}`] : []),
    ...(validTo ? [`đến ${formatDate(validTo)}`] : []),
  ].join(' ');
