import { sql } from 'kysely';
import type { Db } from '../../src/platform/db.ts';

/** A stretch of time under care: from a day until the day before `toOn`; null: still. */
export interface Stretch {
  exemplarId: number;
  officeId: number;
  fromOn: string;
  toOn: string | null;
}

/** How many of an office were under care on a due day, and checked in the year. */
export interface Tally {
  officeId: number;
  dueOn: string;
  year: number;
  cared: number;
  checked: number;
  lastOn: string | null;
}

const CARED = ['nurtured', 'recognised', 'honoured'];

/** The stretches that follow from all steps, reckoned one step after the other. */
export async function reckonStretches(db: Db): Promise<Stretch[]> {
  const steps = await db
    .selectFrom('exemplar_step as s')
    .innerJoin('exemplar as e', 'e.id', 's.exemplar_id')
    .select(['s.exemplar_id as exemplarId', 'e.office_id as officeId', 's.to_state as state'])
    .select('s.on_day as day')
    .orderBy('s.id')
    .execute();
  const stretches: Stretch[] = [];
  for (const { exemplarId, officeId, state, day } of steps) {
    const open = stretches.find((one) => one.exemplarId === exemplarId && one.toOn === null);
    if (CARED.includes(state)) {
      if (!open) stretches.push({ exemplarId, officeId, fromOn: day, toOn: null });
    } else if (open) {
      if (open.fromOn >= day) stretches.splice(stretches.indexOf(open), 1);
      else open.toOn = day;
    }
  }
  return inOrder(stretches);
}

/** What the database keeps of them. */
export async function keptStretches(db: Db): Promise<Stretch[]> {
  const kept = await db
    .selectFrom('exemplar_care')
    .select(['exemplar_id as exemplarId', 'office_id as officeId', 'from_on as fromOn', 'to_on as toOn'])
    .execute();
  return inOrder(kept);
}

/** The tallies that follow from the items, the stretches and the checks. */
export async function reckonTallies(db: Db): Promise<Tally[]> {
  const stretches = await reckonStretches(db);
  const { rows: days } = await sql<{ dueOn: string; year: number }>`
    SELECT DISTINCT i.due_on AS "dueOn", extract(year FROM i.period_to)::int AS year
    FROM duty_item i JOIN duty d ON d.id = i.duty_id WHERE d.what = 'check'`.execute(db);
  const checks = await db
    .selectFrom('exemplar_check')
    .select(['exemplar_id as exemplarId', 'year', 'checked_on as on'])
    .execute();
  const tallies: Tally[] = [];
  for (const { dueOn, year } of days) {
    const cared = stretches.filter(({ fromOn, toOn }) => fromOn <= dueOn && (toOn === null || toOn > dueOn));
    for (const officeId of new Set(cared.map((one) => one.officeId))) {
      const lying = cared.filter((one) => one.officeId === officeId);
      // two stretches of one exemplar may overlap when a step was dated back: each is counted, as is its check
      const checkDays = lying
        .flatMap(
          ({ exemplarId }) => checks.find((one) => one.exemplarId === exemplarId && one.year === year) ?? [],
        )
        .map((one) => one.on)
        .toSorted();
      const [checked, lastOn] = [checkDays.length, checkDays.at(-1) ?? null];
      tallies.push({ officeId, dueOn, year, cared: lying.length, checked, lastOn });
    }
  }
  return inOrder(tallies);
}

export async function keptTallies(db: Db): Promise<Tally[]> {
  const kept = await db
    .selectFrom('check_tally')
    .select(['office_id as officeId', 'due_on as dueOn', 'year', 'cared', 'checked', 'last_on as lastOn'])
    .execute();
  return inOrder(kept);
}

const inOrder = <T extends object>(rows: readonly T[]): T[] =>
  rows.toSorted((one, other) => (JSON.stringify(sorted(one)) < JSON.stringify(sorted(other)) ? -1 : 1));

const sorted = (row: object) => Object.entries(row).toSorted(([one], [other]) => (one < other ? -1 : 1));
