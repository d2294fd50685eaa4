import { record } from '../audit/record.ts';
import { type Acting, PROGRAM } from '../identity/actor.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Db, Tx } from '../platform/db.ts';
import { preparingStatements } from '../platform/prepared.ts';
import { SAMPLE_TODAY } from './days.ts';
import { loadPeople } from './load-people.ts';
import { loadPhuTho } from './phu-tho.ts';
import { playCarry } from './play-carry.ts';
import { playChoosing } from './play-choosing.ts';
import { playCopy } from './play-copy.ts';
import { playCriteria } from './play-criteria.ts';
import { playDesks } from './play-desks.ts';
import { playDuties, playExcuses } from './play-duties.ts';
import { playImports } from './play-imports.ts';
import { playLeads } from './play-leads.ts';
import { playMerges } from './play-merges.ts';
import { playNotices } from './play-notices.ts';
import { playPlaces } from './play-places.ts';
import { playDistrictPlan } from './play-plan.ts';
import { playRegistration } from './play-registration.ts';
import { playReports } from './play-reports.ts';
import { playSubjects } from './play-subjects.ts';
import { playUnitPlans } from './play-unit-plans.ts';
import { loadPressLeads } from './press-leads.ts';
import { playSample } from './sample-life.ts';
import { OfficeHours } from './stage.ts';

const LOADED = 'sample.loaded';
/** The day of Kế hoạch 1711/KH-UBND: the sample begins with it. */
const FIRST_DAY: Day = '2016-05-10';

/** Fills an empty database with the sample, in one transaction. Does nothing when it is there already. */
export async function seedSample(db: Db, clock: Clock): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const there = await tx.selectFrom('setting').select('key').where('key', '=', LOADED).executeTakeFirst();
    if (there) return;
    const today = new OfficeHours().at(clock.today());
    await loadSample(tx, { db: tx, clock: today, actor: PROGRAM, ip: null, requestKey: null });
  });
}

/**
 * Loads Phú Thọ with its people, about 300 invented exemplars, and the leads from the press, in the given
 * transaction and in the order of time. Used by the demo, and by the first start for those who begin with it.
 */
export const loadSample = (tx: Tx, acting: Acting): Promise<{ officeId: number }> =>
  preparingStatements(() => loadAll(tx, acting));

async function loadAll(tx: Tx, acting: Acting): Promise<{ officeId: number }> {
  const atFirst = { ...acting, clock: new OfficeHours().at(FIRST_DAY) };
  const { officeId, ...loaded } = await loadPhuTho(tx, atFirst);
  const people = await loadPeople(tx, atFirst, loaded.offices);
  await playDistrictPlan(tx, { offices: loaded.offices, people, planId: loaded.plan.planId });
  const duties = { planId: loaded.plan.planId, offices: loaded.offices, people };
  await playDuties(tx, duties);
  await playUnitPlans(tx, { ...duties, fieldIds: loaded.plan.fieldIds });
  const exemplars = await playSample(tx, { ...loaded, people });
  await playDesks(tx, { offices: loaded.offices, people });
  await playCriteria(tx, { ...loaded, people });
  await playPlaces(tx, { people });
  await playExcuses(tx, duties);
  await playReports(tx, { planId: loaded.plan.planId, people, offices: loaded.offices });
  await playCopy(tx, { planId: loaded.plan.planId, people });
  await playRegistration(tx, { plan: loaded.plan, people });
  await playSubjects(tx, { plan: loaded.plan, people });
  await playLeads(tx, { offices: loaded.offices, people });
  await playChoosing(tx, { plan: loaded.plan, people });
  // on the last day of the sample, when the offices that they lie with are still there
  const atLast = { ...acting, clock: new OfficeHours().at(SAMPLE_TODAY) };
  await loadPressLeads(tx, atLast, loaded.offices);
  await playImports(tx, { offices: loaded.offices, people });
  await playCarry(tx, { people });
  await playMerges(tx, { offices: loaded.offices, people });
  await playNotices(tx);
  await tx
    .insertInto('setting')
    .values({ key: LOADED, value: JSON.stringify({ exemplars }) })
    .execute();
  await record(tx, acting, { kind: LOADED, thingId: 0, after: { 'Điển hình mẫu': exemplars } });
  return { officeId };
}
