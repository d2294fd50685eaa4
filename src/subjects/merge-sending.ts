import type { Role } from '../identity/actor.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { Typed } from '../web/form.ts';

/** Who may merge at all; over what, says `holdsWhole`. */
export const MERGING_ROLES: readonly Role[] = ['unit', 'lead', 'standing'];

/** A form sent without the reason that would pass over what stands against it is told at its field. */
export function withOverride(
  { errors, typed, reasons }: { errors: FieldErrors; typed: Typed; reasons: readonly Reason[] },
  sentence: string,
): FieldErrors {
  const sent = Object.keys(typed).length > 0;
  const overridable = reasons.length > 0 && reasons.every(({ mayOverride }) => mayOverride);
  const given = String(typed.overrideReason ?? '').trim() !== '';
  if (!sent || !overridable || given || errors.overrideReason) return errors;
  return { ...errors, overrideReason: sentence };
}
