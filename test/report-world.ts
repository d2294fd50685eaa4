import type { Acting, Actor } from '../src/identity/actor.ts';
import { type Db, openDb } from '../src/platform/db.ts';
import { freshDatabase } from './database.ts';
import { actingAs, makePlan, makeProvince, type Province } from './factories.ts';
import { makeReportPeople, type OpenedAs, type ReportPeople } from './report-desk.ts';

/** A database of its own with a small province and the people of its reports. */
export interface ReportWorld extends ReportPeople {
  db: Db;
  place: Province;
  /** A plan that nothing was reported of, and the commune that reports. */
  inFreshPlan(): Promise<OpenedAs>;
  /** One of the people at work; on the day before the yearly reports are due unless told. */
  at(actor: Actor, day?: string): Acting;
  close(): Promise<void>;
}

export async function reportWorld(): Promise<ReportWorld> {
  const database = await freshDatabase();
  const { db, close } = openDb(database.url);
  const place = await makeProvince(db);
  return {
    ...(await makeReportPeople(db, place)),
    db,
    place,
    async inFreshPlan() {
      const { planId } = await makePlan(db, place.lead);
      return { planId, office: place.commune };
    },
    at: (actor, day = '2018-01-10') => actingAs(db, actor, { day }),
    async close() {
      await close();
      await database.drop();
    },
  };
}
