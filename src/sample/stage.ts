import type { Acting } from '../identity/actor.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import type { Outcome } from '../platform/outcome.ts';
import type { Invented } from './invent.ts';
import { type People, personOf } from './load-people.ts';
import type { LoadedPlan } from './load-plan.ts';
import type { Move } from './moves.ts';
import type { Chance } from './prng.ts';

/** What the people of the sample act on. */
export interface Stage {
  tx: Tx;
  people: People;
  plan: LoadedPlan;
  /** Key of an office in the seeds → its id. */
  officeId(key: string): number;
  /** Forms of award in force in the years of the sample, by name. */
  awardForms: ReadonlyMap<string, number>;
  movementId: number | null;
  hours: OfficeHours;
  chance: Chance;
}

const OPENS_MS = 7.5 * 3600_000;
const VIETNAM_OFFSET_MS = 7 * 3600_000;
const BETWEEN_ACTS_MS = 95_000;

/** The time of day in the sample: from half past seven on, each act a little later than the last, on any machine alike. */
export class OfficeHours {
  #day: Day = '';
  #acts = 0;

  /** The clock of the next act on a day. */
  at(day: Day): Clock {
    this.#acts = day === this.#day ? this.#acts + 1 : 0;
    this.#day = day;
    const moment =
      Date.parse(`${day}T00:00:00Z`) + OPENS_MS - VIETNAM_OFFSET_MS + this.#acts * BETWEEN_ACTS_MS;
    return { today: () => day, now: () => new Date(moment) };
  }
}

/** One move with the exemplar that it happens to; `id` is known from its first move on. */
export interface Scene<M extends Move = Move> {
  stage: Stage;
  move: M;
  invented: Invented;
  id: number;
}

/** The surroundings of a command: the person of the move, on the day of the move. */
export function actingIn({ stage, move }: Scene): Acting {
  return {
    db: stage.tx,
    clock: stage.hours.at(move.day),
    actor: personOf(stage.people, move.by),
    ip: null,
    requestKey: null,
  };
}

/** What every command on one exemplar is told beside its own input. */
export const target = ({ id }: Scene) => ({ id, version: null, item: 0 });

/** @throws Error when a command refuses: the sample must obey the rules like everybody */
export async function must<T>(scene: Scene, outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.ok) return settled.value;
  const { move, invented } = scene;
  const who = `${move.by} ${move.does} “${invented.subject.fullName}” (${invented.role.fieldKey}, ${invented.role.target}) ${move.day}`;
  throw new Error(`The sample was refused: ${who}: ${JSON.stringify(settled.refusal)}`);
}

/** dd/mm/yyyy within invented papers. */
export const written = (day: Day): string => day.split('-').reverse().join('/');
