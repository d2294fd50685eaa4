/** Which sign parts the whole from the rest: 1.234,5 as here, or 1,234.5 as an English Excel writes. */
export type NumberStyle = 'vi' | 'en';

export interface ReadNumber {
  value: number;
  /** What stood behind it: 'm2', 'triệu đồng'. */
  unit: string | null;
  /** It could be read in another way: a person should look. */
  unsure: boolean;
}

const WRITTEN = /^([-+]?)\s*(\d[\d.,\s]*)(.*)$/su;
const LONGEST_UNIT = 40;

/**
 * A number as lists have it: '1.234,5', '1,234.5', '1.200m2', '12 triệu đồng'. Null when it is none.
 *
 * @param style what the other numbers of its column say; null when they say nothing
 */
export function readNumber(text: string, style: NumberStyle | null): ReadNumber | null {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const unit = (found[3] ?? '').trim();
  // '12/2018', '5-7': no number with its unit
  if (/\d{2,}|^[/:-]/.test(unit) || unit.length > LONGEST_UNIT) return null;
  const digits = (found[2] ?? '').replace(/\s/g, '').replace(/[.,]$/, '');
  const read = readDigits(digits, style);
  if (!read || !Number.isFinite(read.value) || Math.abs(read.value) > 1e15) return null;
  return { ...read, value: found[1] === '-' ? -read.value : read.value, unit: unit || null };
}

function readDigits(digits: string, style: NumberStyle | null): { value: number; unsure: boolean } | null {
  if (/^\d+$/.test(digits)) return { value: Number(digits), unsure: false };
  const told = styleOf(digits);
  if (told) return { value: parse(digits, told), unsure: false };
  // one or more groups of three behind one kind of sign: '1.200' is a thousand here, '1,200' most often too
  const grouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.exec(digits);
  if (!grouped) return null;
  const sign = grouped[1] ?? '.';
  const apart = style === 'vi' ? '.' : style === 'en' ? ',' : sign;
  const single = digits.split(sign).length === 2;
  if (sign !== apart && single) return { value: Number(digits.replace(sign, '.')), unsure: true };
  return { value: Number(digits.replaceAll(sign, '')), unsure: sign === ',' && style !== 'en' };
}

/** What a number itself says of its style: '1.234,5', '12,5' → here; '1,234.5', '12.5' → English; else null. */
export function styleOf(digits: string): NumberStyle | null {
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^\d+,(?:\d{1,2}|\d{4,})$/.test(digits)) return 'vi';
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(digits) || /^\d+\.(?:\d{1,2}|\d{4,})$/.test(digits)) return 'en';
  return null;
}

const parse = (digits: string, style: NumberStyle): number =>
  Number(style === 'vi' ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', ''));

/** What the numbers of a column say together; null where none or as many say the one as the other. */
export function columnStyle(texts: Iterable<string>): NumberStyle | null {
  let here = 0;
  for (const text of texts) {
    const digits = /\d[\d.,]*/.exec(text)?.[0].replace(/[.,]$/, '') ?? '';
    const style = styleOf(digits);
    here += style === 'vi' ? 1 : style === 'en' ? -1 : 0;
  }
  return here === 0 ? null : here > 0 ? 'vi' : 'en';
}
