import type { FieldErrors } from '../platform/outcome.ts';
import type { Typed } from './form.ts';

/** What a field of a form is given: its name, what was typed in it, else what is kept, and its error. */
export type FieldOf = (
  name: string,
  kept?: string | number | null,
) => { name: string; value: string | null; error: string | undefined };

/** The fields of a form that came back, or is opened: then nothing is typed yet. */
export const fieldOf =
  (typed: Typed, errors: FieldErrors): FieldOf =>
  (name, kept = null) => {
    const given = typed[name];
    const value = typeof given === 'string' ? given : kept === null ? null : String(kept);
    return { name, value, error: errors[name] };
  };
