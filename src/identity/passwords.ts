import { createHmac, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP Password Storage Cheat Sheet: argon2id (the library's default kind), 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** What is tried first by anybody who guesses; without marks and spaces. */
const WORST = [
  ...[
    'matkhau',
    'matkhau123',
    'matkhau1234',
    'password',
    'password1',
    'password12',
    'password123',
    'qwertyuiop',
  ],
  ...['1234567890', '0123456789', '0987654321', '12345678910', '123456789a', 'abc1234567', 'a123456789'],
  ...['thiduakhenthuong', 'guongsang', 'guongsang123', 'phutho123', 'phutho2016', 'phutho2025', 'vietnam123'],
  ...['iloveyou123', 'admin12345', 'administrator', 'quantri123', 'taikhoan123', 'khongnoidau', 'q1w2e3r4t5'],
];

/** Hashing runs on a thread of its own: requests go on meanwhile. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

let nobodysHash: Promise<string> | undefined;

/**
 * Is this the password? Where there is no hash (unknown or closed account) a hash of nobody is tried all the same, so
 * that the time of the answer does not tell whether a user name exists.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(16).toString('hex'));
  const same = await verify(stored ?? (await nobodysHash), password.normalize('NFC'));
  return stored !== null && same;
}

/** Why a password is not good enough, as a sentence; null when it is. */
export function passwordProblem(password: string, username: string): string | null {
  const length = [...password.normalize('NFC')].length;
  if (length < SHORTEST_PASSWORD)
    return `Mật khẩu phải có ít nhất ${SHORTEST_PASSWORD} ký tự; một câu ngắn dễ nhớ là tốt.`;
  if (length > LONGEST_PASSWORD) return `Mật khẩu dài quá ${LONGEST_PASSWORD} ký tự.`;
  const plain = withoutMarks(password);
  const name = withoutMarks(username);
  if (plain === name || plain === name.repeat(2) || plain.replace(/\d{1,4}$/, '') === name)
    return 'Mật khẩu không được trùng với tên đăng nhập.';
  if (WORST.includes(plain) || new Set(plain).size < 4)
    return 'Mật khẩu này quá dễ đoán; hãy chọn mật khẩu khác.';
  return null;
}

/** 'Mật khẩu' → 'matkhau' */
function withoutMarks(text: string): string {
  const base = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return base.replaceAll('đ', 'd').replace(/\s+/g, '');
}

/** Letters and digits that are not mistaken for one another when read from paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const processSecret = randomBytes(32);

/** This run of the program: a one-time password can be shown again only by the run that made it. */
export const RUN = randomBytes(8).toString('hex');

/**
 * A password to hand to a person, such as `k7mp-x4tq-9hjd-wn3e` (79 bits). It follows from the key of the form, so
 * that a form sent twice shows the same one, and is stored nowhere.
 */
export function oneTimePassword(formKey: string): string {
  const letters: string[] = [];
  for (let block = 0; letters.length < 16; block++) {
    for (const byte of createHmac('sha256', processSecret).update(`${block}:${formKey}`).digest()) {
      // bytes beyond the last whole round would favour the first letters
      if (byte < 248 && letters.length < 16) letters.push(READABLE.charAt(byte % READABLE.length));
    }
  }
  return [0, 4, 8, 12].map((start) => letters.slice(start, start + 4).join('')).join('-');
}
