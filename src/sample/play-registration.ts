import { confirmAchievement } from '../exemplars/achievements.ts';
import { addTypedAchievement, contradictTyped } from '../exemplars/achievements-typed.ts';
import { confirmContribution } from '../exemplars/contributions.ts';
import { addTypedContribution, contradictTypedContribution } from '../exemplars/contributions-typed.ts';
import { UNDER_CARE } from '../exemplars/list-conditions.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import { listMeasures } from '../measures/queries.ts';
import type { Tx } from '../platform/db.ts';
import { agreed } from './agreed.ts';
import { type People, personOf } from './load-people.ts';
import type { LoadedPlan } from './load-plan.ts';
import { readSeed, type Seed } from './seed-files.ts';
import { OfficeHours } from './stage.ts';

type Group = Seed<'sample/registration.json'>['groups'][number];
type Judged = Pick<Group['figures'][number], 'confirm' | 'contradict'>;

/** An exemplar of the sample with the officer who writes its figures. */
interface Written {
  id: number;
  writer: Actor;
}

/** Adds figures by measure and gifts to some of the invented exemplars; some are confirmed, some contradicted. */
export async function playRegistration(tx: Tx, loaded: { plan: LoadedPlan; people: People }): Promise<void> {
  const { groups, writtenOn, judgedOn } = await readSeed('sample/registration.json');
  const ids = new Map((await listMeasures(tx)).map(({ key, id }) => [key, id]));
  const hours = new OfficeHours();
  const act = (actor: Actor, day: string): Acting => ({
    ...{ db: tx, clock: hours.at(day), actor, ip: null, requestKey: null },
  });
  for (const group of groups) {
    const exemplars = await exemplarsOf(tx, loaded, group);
    const lead = personOf(loaded.people, group.lead);
    const made: (() => Promise<void>)[] = [];
    for (const one of [...group.figures, ...group.contributions]) {
      const exemplar = exemplars[one.nth];
      const measureId = ids.get(one.measure);
      // another cast of the sample may have fewer of a kind
      if (!exemplar || measureId === undefined) continue;
      const item = await write(act(exemplar.writer, writtenOn), exemplar.id, measureId, one);
      const about = { id: exemplar.id, item, version: null };
      made.push(() => judge(act(lead, judgedOn), about, one, 'statement' in one));
    }
    for (const judging of made) await judging();
  }
}

type Entry = Group['figures'][number] | Group['contributions'][number];

async function write(acting: Acting, id: number, measureId: number, one: Entry): Promise<number> {
  const about = { id, item: 0, version: null, measureId, year: one.year, rechecked: one.outside ?? false };
  const what = `figure of ${one.measure} on exemplar ${id}`;
  if (!('statement' in one)) {
    const { amount, purpose, receiver } = one;
    const gift = { ...about, amount, purpose, receiver, evidenceId: null };
    return agreed(await addTypedContribution(acting, gift), what).id;
  }
  const { statement, value, before = null, beforeYear = null } = one;
  const none = { measure: null, unit: null };
  const figure = { ...about, ...none, statement, value, valueBefore: before, yearBefore: beforeYear };
  return agreed(await addTypedAchievement(acting, figure), what).id;
}

async function judge(
  acting: Acting,
  about: { id: number; item: number; version: null },
  { confirm, contradict }: Judged,
  isAchievement: boolean,
): Promise<void> {
  const what = `judging figure ${about.item} of exemplar ${about.id}`;
  if (confirm) {
    const seen = { ...about, confirmedBy: confirm.by, confirmedWith: confirm.with };
    const command = isAchievement ? confirmAchievement : confirmContribution;
    agreed(await command(acting, seen), what);
  }
  if (contradict) {
    const command = isAchievement ? contradictTyped : contradictTypedContribution;
    agreed(await command(acting, { ...about, ...contradict }), what);
  }
}

/** Those under care of a field and kind that an officer of a unit may write, and that the lead did not propose. */
async function exemplarsOf(
  tx: Tx,
  { plan, people }: { plan: LoadedPlan; people: People },
  { field, kind, lead }: Group,
): Promise<Written[]> {
  const rows = await tx
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .select(['e.id', 'o.path', 'e.proposed_by'])
    .where('e.field_id', '=', plan.fieldIds.get(field) ?? 0)
    .where('e.subject_kind', '=', kind)
    .where('e.state', 'in', [...UNDER_CARE])
    .where('e.is_sample', '=', true)
    .orderBy('e.id')
    .execute();
  const { accountId } = personOf(people, lead);
  return rows.flatMap(({ id, path, proposed_by }) => {
    const where = { officePath: path, leadOfficeId: null };
    const writer = [...people.values()].find((person) => rolesOver(person, where).has('unit'));
    return writer && proposed_by !== accountId ? [{ id, writer }] : [];
  });
}
