import { holdsOn, type Validity } from '../../offices/validity.ts';
import type { Day } from '../../platform/clock.ts';
import { formatDate } from '../../ui/format.ts';

/** 'từ 01/01/2020 đến 30/06/2025'; an open end on both sides is said as 'không giới hạn'. */
export function periodInWords({ validFrom, validTo }: Validity): string {
  const parts = [validFrom && `từ ${formatDate(validFrom)}`, validTo && `đến ${formatDate(validTo)}`];
  return parts.filter(Boolean).join(' ') || 'không giới hạn';
}

export interface OfficeState {
  tone: 'good' | 'neutral' | 'stopped';
  word: string;
}

/** Is it there on this day, no more, or not yet? */
export function stateOn(office: Validity, day: Day): OfficeState {
  if (holdsOn(office, day)) return { tone: 'good', word: 'đang hoạt động' };
  if (office.validTo !== null && office.validTo < day) {
    return { tone: 'stopped', word: `không còn từ sau ${formatDate(office.validTo)}` };
  }
  return { tone: 'neutral', word: `có từ ${formatDate(office.validFrom)}` };
}
