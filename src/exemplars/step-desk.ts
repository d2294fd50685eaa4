import { deskDue } from '../desks/due.ts';
import { recordReturn } from '../desks/returns.ts';
import type { ReturnReason } from '../desks/rules.ts';
import { leaveDesk, moveToDesk, staysOf } from '../desks/stay.ts';
import type { Acting } from '../identity/actor.ts';
import { standingBodiesOn } from '../offices/find.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import type { ExemplarInView } from './queries.ts';
import type { ExemplarAction, ExemplarState } from './workflow.ts';

/**
 * Where a step lays the file: with the office that decides, with its author, with the standing body, where it is
 * already, where it was before it was held, or on nobody's desk, for it travels no more.
 */
export type NextPlace = 'decider' | 'author' | 'standing' | 'same' | 'before_hold' | 'nobody';

export const PLACE_AFTER: Record<ExemplarAction, NextPlace> = {
  propose: 'decider',
  return: 'author',
  wait: 'same',
  hold: 'standing',
  resume: 'before_hold',
  refuse: 'nobody',
  merge: 'nobody',
  choose: 'nobody',
  decline: 'nobody',
  recognise: 'nobody',
  honour: 'nobody',
  withdraw: 'nobody',
  lapse: 'nobody',
  reopen: 'nobody',
};

export interface StepOnDesk {
  action: ExemplarAction;
  to: ExemplarState;
  onDay: Day;
  /** Of a return. */
  reasons: readonly ReturnReason[];
}

/** Puts a return on record, then moves the file from desk to desk in the transaction of the step. */
export async function moveAlong(
  tx: Tx,
  acting: Acting,
  exemplar: ExemplarInView,
  step: StepOnDesk,
): Promise<Outcome<unknown>> {
  if (step.action === 'return') {
    const { reasons, onDay } = step;
    const byOfficeId = returningOffice(exemplar);
    const input = { paper: 'exemplar' as const, paperId: exemplar.id, byOfficeId, reasons };
    const returned = await recordReturn(tx, acting, input, onDay);
    if (!returned.ok) return returned;
  }
  const desk = await nextDesk(tx, exemplar, step);
  if (!desk) {
    await leaveDesk(tx, 'exemplar', exemplar.id, step.onDay);
    return done(null);
  }
  const movedBy = acting.actor.accountId;
  await moveToDesk(tx, { paper: 'exemplar', paperId: exemplar.id, movedBy, ...desk }, step.onDay);
  return done(null);
}

/** The level that returns a file: the office on whose desk it lies, else the one that decides on it. */
export const returningOffice = ({ stay, leadOfficeId, officePath, officeId }: ExemplarInView): number =>
  stay?.officeId ?? leadOfficeId ?? officePath[0] ?? officeId;

interface Desk {
  officeId: number;
  dueOn: Day | null;
  waitsFor: string;
}

const DECISION = 'quyết định lựa chọn';

async function nextDesk(tx: Tx, exemplar: ExemplarInView, step: StepOnDesk): Promise<Desk | null> {
  const decideBy = () => deskDue(tx, 'exemplar', 'decide', step.onDay);
  switch (PLACE_AFTER[step.action]) {
    case 'decider':
      return {
        officeId: await decider(tx, exemplar, step.onDay),
        dueOn: await decideBy(),
        waitsFor: DECISION,
      };
    case 'author': {
      const dueOn = await deskDue(tx, 'exemplar', 'complete', step.onDay);
      return { officeId: exemplar.officeId, dueOn, waitsFor: `đơn vị bổ sung ${step.reasons.length} mục` };
    }
    case 'same': {
      const officeId = exemplar.stay?.officeId ?? (await decider(tx, exemplar, step.onDay));
      // the list has no day: it moves when there is room
      return { officeId, dueOn: null, waitsFor: 'chọn khi có chỗ (danh sách chờ)' };
    }
    case 'standing': {
      const officeId = (await standingBody(tx, step.onDay)) ?? returningOffice(exemplar);
      return { officeId, dueOn: await decideBy(), waitsFor: 'xác minh' };
    }
    case 'before_hold': {
      if (step.to !== 'proposed') return null;
      const officeId = (await deskBeforeHold(tx, exemplar.id)) ?? (await decider(tx, exemplar, step.onDay));
      return { officeId, dueOn: await decideBy(), waitsFor: DECISION };
    }
    case 'nobody':
      return null;
  }
}

/** The office that leads the field; without one the standing body; in a house without either, the root of the tree. */
async function decider(tx: Tx, exemplar: ExemplarInView, day: Day): Promise<number> {
  return (
    exemplar.leadOfficeId ?? (await standingBody(tx, day)) ?? exemplar.officePath[0] ?? exemplar.officeId
  );
}

const standingBody = async (tx: Tx, day: Day): Promise<number | null> =>
  (await standingBodiesOn(tx, day))[0]?.id ?? null;

/** Where it lay when it was held: the last desk that waited for a decision. */
async function deskBeforeHold(tx: Tx, exemplarId: number): Promise<number | null> {
  const stays = await staysOf(tx, 'exemplar', exemplarId);
  return stays.findLast(({ waitsFor }) => waitsFor === DECISION)?.officeId ?? null;
}
