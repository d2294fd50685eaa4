import { placePart } from '../src/exemplars/place-part.tsx';
import { placeRoutes } from '../src/exemplars/place-routes.tsx';
import { exemplarRoutes } from '../src/exemplars/routes.tsx';
import type { Actor } from '../src/identity/actor.ts';
import { type ExemplarSite, openExemplarSite } from './exemplar-site.ts';
import { makeActor } from './factories.ts';

/** Where the household of the tests lives; its digits are looked for in whatever leaves the server. */
export const HOME = { lat: 21.34567, lon: 105.28765 };
export const HOME_WRITTEN = '21,34567; 105,28765';

export interface PlaceDesk extends ExemplarSite {
  exemplarId: number;
  /** One person of every kind that sees the exemplar. */
  people: Record<'unit' | 'lead' | 'standing' | 'council' | 'leader' | 'press' | 'viewer' | 'admin', Actor>;
}

/** A site with one exemplar of a commune that lies at a known place, in a province with an outline of one degree. */
export async function openPlaceDesk(): Promise<PlaceDesk> {
  const site = await openExemplarSite([...exemplarRoutes({ parts: [placePart] }), ...placeRoutes]);
  const { db, place, plan, unit, lead, standing, leader } = site.world;
  const source = 'Vị trí thử.';
  const outline = [
    [105, 21],
    [106, 21],
    [106, 22],
    [105, 22],
  ];
  await db
    .insertInto('office_position')
    .values([
      {
        office_id: place.province.id,
        lat: 21.5,
        lon: 105.5,
        km2: 10_000,
        source,
        outline: JSON.stringify(outline),
      },
      { office_id: place.commune.id, lat: 21.34, lon: 105.28, km2: 40, source, outline: null },
    ])
    .execute();
  const subject = await db
    .insertInto('subject')
    .values({ kind: 'household', full_name: 'Gia đình bà Thử' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const exemplar = await db
    .insertInto('exemplar')
    .values({
      subject_id: subject.id,
      office_id: place.commune.id,
      plan_id: plan.planId,
      field_id: plan.fieldId,
      state: 'found',
      origin: 'office',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    ...site,
    exemplarId: exemplar.id,
    people: {
      unit,
      lead,
      standing,
      leader,
      council: await makeActor(db, [['council', place.province, 'all']]),
      press: await makeActor(db, [['press', place.commune, 'own']]),
      viewer: await makeActor(db, [['viewer', place.province, 'all']]),
      admin: await makeActor(db, [['admin', place.province, 'all']]),
    },
  };
}

/** The form of a place as an officer fills it, with what differs. */
export const typedPlace = (desk: PlaceDesk, fields: Record<string, string> = {}) => ({
  officeId: String(desk.world.place.commune.id),
  point: HOME_WRITTEN,
  staff: 'commune',
  public: 'commune',
  source: 'Cán bộ xã đến tận nơi',
  ...fields,
});
