import type { Typed } from '../web/form.ts';

/** Null when the form has not been typed into yet. */
export function textIn(typed: Typed, name: string): string | null {
  const value = typed[name];
  return value === undefined ? null : Array.isArray(value) ? (value[0] ?? '') : value;
}

/** A draft may hold what is told step by step by now: it is shown, so that nothing typed is lost. */
export const holdsMore = (typed: Typed): boolean =>
  ['breadth', 'title', 'statement', 'novelty', 'interest'].some((name) => textIn(typed, name));
