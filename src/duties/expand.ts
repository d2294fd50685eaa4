import { type DueRule, dueDay } from '../calendar/due-rule.ts';
import { type Cycle, periodsOf } from '../calendar/periods.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import type { Day } from '../platform/clock.ts';
import { type Candidate, isMeantOn } from './candidates.ts';
import { type Addressee, receiverIn, type StandingBody } from './receiver.ts';

/** A duty as far as its items follow from it. */
export interface DutyRule extends Addressee {
  cycle: Cycle;
  fromOn: Day;
  toOn: Day;
  /** The last day on which it makes items; null: until `toOn`. */
  endedOn: Day | null;
  dueRule: DueRule;
}

/** An item as it follows from its duty. */
export interface DueItem {
  officeId: number;
  periodFrom: Day;
  periodTo: Day;
  dueOn: Day;
  receiverOfficeId: number | null;
}

/** More than any plan asks for; a duty that would make more is refused when it is written. */
export const MOST_ITEMS = 50_000;

/**
 * The items of a duty: for each period of its cycle the day on which it is due, and each office that the selection
 * means **on that day**, in the order of the candidates. Pure; the same input makes the same items.
 */
export function expandDuty(
  duty: DutyRule,
  candidates: readonly Candidate[],
  standing: readonly StandingBody[],
  calendar: WorkCalendar,
): DueItem[] {
  return periodsOf(duty.cycle, duty.fromOn, duty.toOn).flatMap((period) => {
    const dueOn = dueDay(duty.dueRule, period, calendar);
    if (duty.endedOn !== null && dueOn > duty.endedOn) return [];
    return candidates
      .filter((office) => isMeantOn(office, dueOn))
      .map((office) => ({
        officeId: office.id,
        periodFrom: period.from,
        periodTo: period.to,
        dueOn,
        receiverOfficeId: receiverIn(office, duty, standing, dueOn),
      }));
  });
}

/** The days on which a duty falls due, the first one first. */
export const dueDaysOf = (duty: DutyRule, calendar: WorkCalendar): Day[] =>
  periodsOf(duty.cycle, duty.fromOn, duty.toOn)
    .map((period) => dueDay(duty.dueRule, period, calendar))
    .filter((day) => duty.endedOn === null || day <= duty.endedOn);
