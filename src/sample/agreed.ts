import type { Outcome } from '../platform/outcome.ts';

/**
 * What a command of the sample answered.
 *
 * @throws Error when it was refused: the sample must obey the rules like everybody
 */
export function agreed<T>(outcome: Outcome<T>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The sample was refused (${what}): ${JSON.stringify(outcome.refusal)}`);
}
