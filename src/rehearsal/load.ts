import { sql } from 'kysely';
import { addDays, daysFrom } from '../calendar/days.ts';
import { loadCalendar } from '../calendar/load-calendar.ts';
import { periodInWords } from '../calendar/periods.ts';
import type { WorkCalendar } from '../calendar/working-days.ts';
import { everSelected, loadDirectory, type OfficeDirectory } from '../duties/candidates.ts';
import { doneDays } from '../duties/done.ts';
import { type DutyInView, dutiesOf } from '../duties/duty-queries.ts';
import { expandDuty } from '../duties/expand.ts';
import { whoIsReminded } from '../notices/people.ts';
import type { ReminderPerson } from '../notices/reminder-rules.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type Behaviour, type Past, playedDoneOn } from './behaviour.ts';
import type { PlayItem } from './play.ts';

/** Everything that the play of a plan needs; what is done with it stays in memory. */
export interface Copy {
  duties: DutyInView[];
  directory: OfficeDirectory;
  calendar: WorkCalendar;
  people: ReminderPerson[];
  /** Days off by name. */
  namedDays: Map<Day, string>;
  past: Map<string, Past>;
}

/** Copies a plan's duties with the offices, people and days off. Seven queries, none of which writes. */
export async function copyPlan(db: Reader, planId: number, startOn: Day): Promise<Copy> {
  const [duties, directory, calendar, people, daysOff, past] = await Promise.all([
    dutiesOf(db, planId),
    loadDirectory(db),
    loadCalendar(db),
    whoIsReminded(db, startOn),
    db.selectFrom('holiday').select(['day', 'name']).where('kind', '=', 'off').execute(),
    pastOf(db, startOn),
  ]);
  const namedDays = new Map(daysOff.map(({ day, name }) => [day, name]));
  return { duties, directory, calendar, people, namedDays, past };
}

const pastKey = (what: string, formKey: string | null, officeId: number) =>
  `${what} ${formKey ?? ''} ${officeId}`;

/** How each office kept each sort of duty the last time before a day, of whatever plan. */
async function pastOf(db: Reader, before: Day): Promise<Map<string, Past>> {
  const ids = sql`SELECT i.id FROM (
      SELECT DISTINCT ON (i.office_id, d.what, d.report_form_key) i.id
      FROM duty_item i JOIN duty d ON d.id = i.duty_id
      WHERE i.due_on < ${before}::date AND i.excused_on IS NULL
      ORDER BY i.office_id, d.what, d.report_form_key, i.due_on DESC, i.id) AS i`;
  const { rows } = await sql<{
    what: string;
    formKey: string | null;
    officeId: number;
    dueOn: Day;
    doneOn: Day | null;
  }>`SELECT d.what, d.report_form_key AS "formKey", i.office_id AS "officeId", i.due_on AS "dueOn", s.done_on AS "doneOn"
    FROM duty_item i JOIN duty d ON d.id = i.duty_id JOIN ${doneDays(ids)} AS s ON s.item_id = i.id
    WHERE NOT s.nothing_to_do`.execute(db);
  return new Map(
    rows.map(({ what, formKey, officeId, dueOn, doneOn }) => [
      pastKey(what, formKey, officeId),
      doneOn === null ? 'never' : daysFrom(dueOn, doneOn),
    ]),
  );
}

/** Days around the play that are seen in it: what fell due before and was not done, what falls due soon after. */
const DAYS_AROUND = 60;

/** The items of the copied plan that the play sees, as offices that behave in this way would do them. */
export function itemsOf(copy: Copy, from: Day, to: Day, behaviour: Behaviour): PlayItem[] {
  const { duties, directory, calendar, past } = copy;
  const names = new Map(directory.offices.map(({ id, name }) => [id, name]));
  const [seenFrom, seenTo] = [addDays(from, -DAYS_AROUND), addDays(to, DAYS_AROUND)];
  let id = 0;
  return duties.flatMap((duty) =>
    expandDuty(duty, everSelected(directory, duty.who), directory.standing, calendar)
      .filter(({ dueOn }) => seenFrom <= dueOn && dueOn <= seenTo)
      .map((item) => ({
        id: ++id,
        dutyName: duty.name,
        officeId: item.officeId,
        officeName: names.get(item.officeId) ?? '',
        receiverId: item.receiverOfficeId,
        receiverName: item.receiverOfficeId === null ? null : (names.get(item.receiverOfficeId) ?? null),
        periodFrom: item.periodFrom,
        periodWords: periodInWords({ from: item.periodFrom, to: item.periodTo }),
        givenOn: item.periodFrom,
        dueOn: item.dueOn,
        doneOn: playedDoneOn(
          item.dueOn,
          behaviour,
          past.get(pastKey(duty.what, duty.reportFormKey, item.officeId)),
        ),
      })),
  );
}
