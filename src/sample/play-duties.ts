import { addDuty } from '../duties/commands.ts';
import { excuseItem } from '../duties/excuse.ts';
import type { Acting } from '../identity/actor.ts';
import { findBloc } from '../offices/bloc-queries.ts';
import { createBloc, writeBloc } from '../offices/blocs.ts';
import { type OfficeSelection, selectedOffices } from '../offices/selection.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { idOf, type OfficeIds } from './load-offices.ts';
import { type People, personOf } from './load-people.ts';
import type { DutiesSeed } from './seed-duties.ts';
import { readSeed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

interface Loaded {
  planId: number;
  offices: OfficeIds;
  people: People;
}

/** The standing body sets the duties of the plan as its text words them, and writes the blocs that some name. */
export async function playDuties(tx: Tx, loaded: Loaded): Promise<void> {
  const seed = await readSeed('phu-tho-2016/duties.json');
  const acting = actingOf(tx, loaded, seed.by);
  const blocs = new Map<string, number>();
  for (const bloc of seed.blocs)
    blocs.set(bloc.key, await playBloc(tx, acting(seed.on), bloc, loaded.offices));
  const office = (key: string | null) => (key === null ? null : idOf(loaded.offices, key));
  for (const duty of seed.duties) {
    const who: OfficeSelection =
      duty.who.by === 'bloc'
        ? { by: 'bloc', blocId: blocs.get(duty.who.bloc) ?? 0 }
        : { by: 'kind', kindId: duty.who.kind, belowId: idOf(loaded.offices, duty.who.below) };
    const input = {
      planId: loaded.planId,
      name: duty.name,
      what: duty.what,
      reportFormKey: duty.form,
      who,
      cycle: duty.cycle,
      fromOn: duty.from,
      toOn: duty.to,
      dueRule: duty.due,
      toOfficeId: office(duty.toOffice),
      viaOfficeId: office(duty.via),
      basis: duty.basis,
    };
    agreed(await addDuty(acting(seed.on), input), `nhiệm vụ “${duty.name}”`);
  }
}

async function playBloc(
  tx: Tx,
  acting: Acting,
  bloc: DutiesSeed['blocs'][number],
  offices: OfficeIds,
): Promise<number> {
  const { id } = agreed(await createBloc(acting, { name: bloc.name, isSample: true }), `khối “${bloc.name}”`);
  for (const { year, head } of bloc.years) {
    const selection = { by: 'kind' as const, kindId: bloc.kind, belowId: idOf(offices, bloc.below) };
    const members = await selectedOffices(tx, selection, `${year}-06-30`);
    const version = (await findBloc(tx, id))?.version ?? 0;
    const memberIds = members.map((member) => member.id);
    const change = { id, version, name: bloc.name, year, memberIds, headId: idOf(offices, head) };
    agreed(await writeBloc(acting, change), `khối “${bloc.name}” năm ${year}`);
  }
  return id;
}

/** Some offices are excused, each with a reason. */
export async function playExcuses(tx: Tx, loaded: Loaded): Promise<void> {
  const seed = await readSeed('phu-tho-2016/duties.json');
  const acting = actingOf(tx, loaded, seed.by);
  for (const { duty, office, period, on, reason } of seed.excuses) {
    const item = await tx
      .selectFrom('duty_item as i')
      .innerJoin('duty as d', 'd.id', 'i.duty_id')
      .select('i.id')
      .where('d.plan_id', '=', loaded.planId)
      .where('d.name', '=', duty)
      .where('i.office_id', '=', idOf(loaded.offices, office))
      .where('i.period_from', '=', period)
      .executeTakeFirstOrThrow();
    agreed(await excuseItem(acting(on), { id: item.id, reason }), `miễn “${duty}” cho ${office}`);
  }
}

function actingOf(tx: Tx, { people }: Loaded, by: string): (day: Day) => Acting {
  const hours = new OfficeHours();
  return (day) => ({ db: tx, clock: hours.at(day), actor: personOf(people, by), ip: null, requestKey: null });
}
