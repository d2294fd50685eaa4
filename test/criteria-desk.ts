import type { CriterionInput, SetFacts } from '../src/criteria/set-input.ts';
import type { Acting, Actor } from '../src/identity/actor.ts';
import { type Day, SettableClock } from '../src/platform/clock.ts';
import type { Db } from '../src/platform/db.ts';
import type { Outcome } from '../src/platform/outcome.ts';

/** Somebody at work on criteria on a day. */
export const at = (db: Db, actor: Actor, day: Day = '2018-11-15'): Acting => ({
  db,
  actor,
  clock: new SettableClock(day),
  ip: null,
  requestKey: null,
});

export const facts = (more: Partial<SetFacts> = {}): SetFacts => ({
  name: 'Bộ tiêu chí thử',
  legalBasis: 'Quyết định thử',
  source: null,
  note: null,
  validFrom: '2018-01-01',
  validTo: null,
  subjectKinds: ['household', 'individual'],
  groupings: [],
  ...more,
});

export const input = (more: Partial<CriterionInput> = {}): CriterionInput => ({
  name: 'Gương mẫu',
  rule: { kind: 'yes_no' },
  mandatory: true,
  subjectKinds: [],
  parentId: null,
  points: null,
  source: null,
  hint: null,
  ...more,
});

/** The id that a command answered. */
export function idIn(outcome: Outcome<{ id: number }>): number {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

/** Which rules refused it; empty when it was done. */
export const rulesIn = (outcome: Outcome<unknown>): string[] => {
  if (outcome.ok) return [];
  const { refusal } = outcome;
  if (refusal.kind === 'refused') return refusal.reasons.map(({ rule }) => rule);
  return refusal.kind === 'invalid' ? Object.keys(refusal.fields) : [refusal.kind];
};
