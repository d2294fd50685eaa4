import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { castSample } from './cast.ts';
import { compareDays } from './days.ts';
import { type Invented, inventExemplar } from './invent.ts';
import { plotLife } from './life.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import type { People } from './load-people.ts';
import type { LoadedPlan } from './load-plan.ts';
import { Merits } from './merits.ts';
import type { Move } from './moves.ts';
import { Invention } from './names.ts';
import { play } from './play.ts';
import { Chance } from './prng.ts';
import { readSeed, readUnits } from './seed-files.ts';
import { OfficeHours, type Stage } from './stage.ts';

/** Any number will do; another one gives another sample. */
const SEED = 1711;

interface Life {
  invented: Invented;
  id: number;
}

/**
 * Lets the people of the sample live through the plan from June 2016 to 15/11/2018: about 300 invented exemplars,
 * each brought where it is by the commands of the program, in the order of days, so that every guard has been
 * asked and every step stands in the audit under the one who took it.
 *
 * @returns how many exemplars there are
 */
export async function playSample(
  tx: Tx,
  loaded: { offices: OfficeIds; plan: LoadedPlan; people: People },
): Promise<number> {
  const chance = new Chance(SEED);
  // thousands of small commands: planning their joins in the order in which they are written saves a fifth
  await sql`SET LOCAL join_collapse_limit = 1`.execute(tx);
  const moves = await plotSample(chance);
  const stage = await setStage(tx, loaded, chance);
  for (const { life, move } of moves) {
    life.id = await play({ stage, move, invented: life.invented, id: life.id });
  }
  return new Set(moves.map(({ life }) => life)).size;
}

/** Every move of every life in the order of days; within a day and a life as they were plotted. */
async function plotSample(chance: Chance): Promise<{ life: Life; move: Move }[]> {
  const merits = await Merits.read();
  const invention = new Invention();
  const roles = castSample(await castingCall(), merits, chance);
  const moves = roles.flatMap((role) => {
    const life: Life = { invented: inventExemplar(role, invention, chance), id: 0 };
    return plotLife(role, chance).map((move) => ({ life, move }));
  });
  return moves.toSorted((one, other) => compareDays(one.move.day, other.move.day));
}

/** The offices of 2016, and the unit officers that the sample has at some of them. */
async function castingCall() {
  const [{ offices }, [units], { people }] = await Promise.all([
    readSeed('phu-tho-2016/offices.json'),
    readUnits(),
    readSeed('sample/people.json'),
  ]);
  const officers = people.flatMap(({ username, grants }) =>
    grants.filter((grant) => grant.role === 'unit').map((grant) => [grant.office, username] as const),
  );
  return { offices: [...offices, ...(units?.offices ?? [])], units: new Map(officers) };
}

async function setStage(
  tx: Tx,
  { offices, plan, people }: { offices: OfficeIds; plan: LoadedPlan; people: People },
  chance: Chance,
): Promise<Stage> {
  const forms = await tx
    .selectFrom('award_form')
    .select(['id', 'name'])
    .where('valid_to', '=', '2023-12-31')
    .execute();
  const movement = await tx
    .selectFrom('movement')
    .select('id')
    .where('plan_id', '=', plan.planId)
    .executeTakeFirst();
  return {
    tx,
    people,
    plan,
    chance,
    hours: new OfficeHours(),
    officeId: (key) => idOf(offices, key),
    awardForms: new Map(forms.map((form) => [form.name, form.id])),
    movementId: movement?.id ?? null,
  };
}
