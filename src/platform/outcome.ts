/**
 * What a command answers. A refusal is a value, never an exception: exceptions are for bugs and lost
 * databases. Every reason is a Vietnamese sentence for the person at the screen: what is wrong and what to do.
 */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export type Refusal =
  /** Does not exist, or lies outside the actor's reach: the two are never told apart. */
  | { kind: 'not_found' }
  /** The actor may see the thing but may not do this, or the thing is not in a state for it. */
  | { kind: 'refused'; reasons: Reason[] }
  /** The input is wrong: keyed by the name of the form field. */
  | { kind: 'invalid'; fields: FieldErrors }
  /** Somebody else changed the thing since the form was opened. */
  | { kind: 'stale'; currentVersion: number };

export interface Reason {
  /** Stable key of the rule, e.g. `endorsement_missing`; tests and overrides name it. */
  rule: string;
  /** The sentence shown. */
  sentence: string;
  /** True when the deciding office may go on all the same, with a reason that stays on record. */
  mayOverride?: boolean;
}

export type FieldErrors = Record<string, string>;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const notFound = (): Outcome<never> => ({ ok: false, refusal: { kind: 'not_found' } });
export const refused = (...reasons: Reason[]): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'refused', reasons },
});
export const invalid = (fields: FieldErrors): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'invalid', fields },
});
export const stale = (currentVersion: number): Outcome<never> => ({
  ok: false,
  refusal: { kind: 'stale', currentVersion },
});
