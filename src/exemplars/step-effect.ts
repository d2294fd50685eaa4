import type { ExemplarAction, ExemplarState } from './workflow.ts';

/** From the lowest to the highest. */
export const LEVELS = ['unit', 'commune', 'district', 'sector', 'province', 'national'] as const;
export type Level = (typeof LEVELS)[number];

export const BREADTHS = ['comprehensive', 'aspect'] as const;
export type Breadth = (typeof BREADTHS)[number];

export const ORIGINS = ['office', 'association', 'press', 'citizen', 'own_search'] as const;
export type Origin = (typeof ORIGINS)[number];

export type Maturity = 'emerging' | 'exemplar' | 'outstanding';
/** The states from which an exemplar can be held. */
export type HeldFrom = Extract<ExemplarState, 'proposed' | 'nurtured' | 'recognised' | 'honoured'>;

/** The part of an exemplar that its life cycle moves. */
export interface LifeFields {
  state: ExemplarState;
  heldFrom: HeldFrom | null;
  level: Level | null;
  maturity: Maturity;
  proposedBy: number | null;
  mergedIntoId: number | null;
  lastReason: string | null;
}

export interface StepDetails {
  action: ExemplarAction;
  to: ExemplarState | 'before_hold';
  accountId: number | null;
  reason: string | null;
  /** Of recognition or honour. */
  level: Level | null;
  mergedIntoId: number | null;
}

/**
 * What a step that is allowed makes of the exemplar. Reopening starts a new life: what was recognised must be
 * earned again, and whoever proposed it before is free to decide on it now.
 *
 * @throws Error when a held exemplar does not know where it was held from
 */
export function afterStep(before: LifeFields, step: StepDetails): LifeFields {
  const reopened = step.action === 'reopen';
  return {
    state: step.to === 'before_hold' ? stateBeforeHold(before) : step.to,
    heldFrom: step.action === 'hold' ? (before.state as HeldFrom) : null,
    level: reopened ? null : step.action === 'recognise' ? step.level : before.level,
    maturity: reopened ? 'emerging' : ripened(before.maturity, step),
    proposedBy: reopened ? null : step.action === 'propose' ? step.accountId : before.proposedBy,
    mergedIntoId: step.action === 'merge' ? step.mergedIntoId : reopened ? null : before.mergedIntoId,
    lastReason: step.reason,
  };
}

function stateBeforeHold(before: LifeFields): HeldFrom {
  if (!before.heldFrom) throw new Error('A held exemplar must know where it was held from');
  return before.heldFrom;
}

/** Recognition makes an exemplar; honour by the province or the nation makes an outstanding one. */
function ripened(maturity: Maturity, step: StepDetails): Maturity {
  if (step.action === 'recognise' && maturity === 'emerging') return 'exemplar';
  const high = step.level === 'province' || step.level === 'national';
  return step.action === 'honour' && high ? 'outstanding' : maturity;
}

/** Is this level strictly above that one? Nothing is below the lowest level. */
export const isHigher = (level: Level, than: Level | null): boolean =>
  LEVELS.indexOf(level) > (than === null ? -1 : LEVELS.indexOf(than));
