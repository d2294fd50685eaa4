import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Nobody fills the form of a proposal in less. */
export const SHORTEST_MS = 4_000;
/** A form may be left open over night. */
export const LONGEST_MS = 24 * 3600_000;
const MAC_LENGTH = 24;

/**
 * The key of a public form, signed with the time at which it was given out. It is the form's own idempotency key, so
 * that one token does its work once: sent again it brings the first answer.
 */
export function signedKey(secret: string, at: Date): string {
  const words = `${at.getTime().toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${words}.${macOf(secret, words)}`;
}

export type KeyJudgement = 'good' | 'too_fast' | 'too_old' | 'forged';

export function judgeKey(secret: string, key: string | null, now: Date): KeyJudgement {
  const [time = '', chance = '', mac = ''] = (key ?? '').split('.');
  const right = Buffer.from(macOf(secret, `${time}.${chance}`));
  const given = Buffer.from(mac);
  if (right.length !== given.length || !timingSafeEqual(right, given)) return 'forged';
  const age = now.getTime() - Number.parseInt(time, 36);
  if (age > LONGEST_MS || age < -LONGEST_MS) return 'too_old';
  return age < SHORTEST_MS ? 'too_fast' : 'good';
}

/** For a form that was open too long: whoever sends it again at once has had time enough to fill it. */
export const renewedKey = (secret: string, now: Date): string =>
  signedKey(secret, new Date(now.getTime() - SHORTEST_MS));

const macOf = (secret: string, words: string): string =>
  createHmac('sha256', secret).update(`form\0${words}`).digest('base64url').slice(0, MAC_LENGTH);
