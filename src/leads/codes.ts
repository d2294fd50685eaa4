import { createHmac } from 'node:crypto';

/** Digits and capitals that nobody takes for one another: no 0/O, 1/I/L. 31 of them, so that a prime guards the code. */
const SYMBOLS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
/** The last one is the check digit. */
const LENGTH = 8;
const PREFIX = 'GS';

/**
 * The code that comes of a key, the same one each time, so that whoever sends a form twice reads the same code though
 * only its hash is kept. 31⁷ codes, about 2,7 × 10¹⁰.
 *
 * @param secret of this house; without it nobody can tell the code from the key
 * @param turn counts on where the code was taken already
 */
export function codeFromKey(secret: string, key: string, turn: number): string {
  const digest = createHmac('sha256', secret).update(`code\0${key}\0${turn}`).digest('hex');
  let number = BigInt(`0x${digest}`);
  const base = BigInt(SYMBOLS.length);
  let symbols = '';
  for (let n = 1; n < LENGTH; n++) {
    symbols += SYMBOLS[Number(number % base)];
    number /= base;
  }
  return symbols + checkOf(symbols);
}

/**
 * The check digit: the sum of all places, each with a weight of its own, is a multiple of 31. One wrong symbol and two
 * that changed places are always found.
 */
export function checkOf(symbols: string): string {
  const sum = weighted(symbols);
  return SYMBOLS[(SYMBOLS.length - sum) % SYMBOLS.length] ?? '';
}

const weighted = (symbols: string): number =>
  [...symbols].reduce((sum, symbol, place) => sum + SYMBOLS.indexOf(symbol) * (place + 2), 0) %
  SYMBOLS.length;

/** As it is written on a slip and shown: 'GS-7K3M-92QX'. */
export const writtenCode = (code: string): string => `${PREFIX}-${code.slice(0, 4)}-${code.slice(4)}`;

/** The bare code that somebody typed, with or without 'GS', dashes, spaces and capitals; null when it is none. */
export function readCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const code = bare.length === PREFIX.length + LENGTH && bare.startsWith(PREFIX) ? bare.slice(2) : bare;
  if (code.length !== LENGTH || [...code].some((symbol) => !SYMBOLS.includes(symbol))) return null;
  return checkOf(code.slice(0, -1)) === code.at(-1) ? code : null;
}
