import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open, type Seen, send } from '../../test/exemplar-site.ts';
import { HOME, openPlaceDesk, type PlaceDesk, typedPlace } from '../../test/place-desk.ts';
import { queriesOf } from '../../test/query-count.ts';
import { ROLES } from '../identity/actor.ts';
import { distanceM } from '../places/point.ts';
import { placesFor } from '../places/queries.ts';

let desk: PlaceDesk;
let page: string;
let form: string;
beforeAll(async () => {
  desk = await openPlaceDesk();
  page = `/dien-hinh/${desk.exemplarId}`;
  form = `${page}/vi-tri`;
});
afterAll(() => desk.close());

const typed = (fields?: Record<string, string>) => typedPlace(desk, fields);
const record = async (fields: Record<string, string> = {}) =>
  send(await desk.as(desk.people.unit), form, typed(fields));

/** Anything that gives the true point away to about a hundred metres. */
const tells = ({ html }: Seen) => /21[.,]34[56]|105[.,]28[78]/.test(html);

describe('what leaves the server', () => {
  const CHECKERS = ['unit', 'lead', 'standing'];

  it.each(['hamlet', 'commune'])(
    'holds the true point for those who check alone, staff set to %s',
    async (staff) => {
      await record({ staff });
      for (const [role, actor] of Object.entries(desk.people)) {
        const browser = await desk.as(actor);
        const seen = await open(browser, page);
        expect([role, seen.status, tells(seen)]).toEqual([role, 200, CHECKERS.includes(role)]);
        expect(seen.html).toContain('<circle');
        if (!CHECKERS.includes(role)) {
          const words = staff === 'hamlet' ? 'trong vòng 500 m' : 'trong vòng khoảng 5,4 km';
          expect(seen.text).toContain(words);
          // the form is no way around it
          expect(tells(await open(browser, form))).toBe(false);
        }
        // read again it is the same
        expect(/<svg[\s\S]*?<\/svg>/.exec((await open(browser, page)).html)?.[0]).toBe(
          /<svg[\s\S]*?<\/svg>/.exec(seen.html)?.[0],
        );
      }
    },
  );

  it('is one area for one subject, whichever of its exemplars is asked for', async () => {
    await record({ staff: 'hamlet' });
    const { db } = desk.site;
    const { subject_id, office_id } = await db
      .selectFrom('exemplar')
      .select(['subject_id', 'office_id'])
      .where('id', '=', desk.exemplarId)
      .executeTakeFirstOrThrow();
    const other = await db
      .insertInto('exemplar')
      .values({ subject_id, office_id, state: 'found', origin: 'office' })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('exemplar_place')
      .columns(['exemplar_id', 'office_id', 'lat', 'lon', 'staff_precision', 'source', 'recorded_on'])
      .expression((eb) =>
        eb
          .selectFrom('exemplar_place')
          .select([
            eb.val(other.id).as('id'),
            'office_id',
            'lat',
            'lon',
            'staff_precision',
            'source',
            'recorded_on',
          ]),
      )
      .execute();
    const viewers = { kind: 'staff' as const, roles: new Set([ROLES[6]]) };
    const places = await placesFor(
      db,
      new Map([
        [desk.exemplarId, viewers],
        [other.id, viewers],
      ]),
    );
    const [one, two] = [...places.values()];
    expect(one?.precision).toBe('hamlet');
    expect(one?.area).toEqual(two?.area);
    expect(one?.point).toBeNull();
    expect(distanceM(one?.area?.centre ?? HOME, HOME)).toBeGreaterThan(0);
    await db.deleteFrom('exemplar_place').where('exemplar_id', '=', other.id).execute();
  });

  it('is the commune from the list of offices, not from the point: two points of a commune look the same', async () => {
    const areaAt = async (point: string) => {
      await record({ point, sure: '1' });
      const audience = { kind: 'public' as const };
      return (await placesFor(desk.site.db, new Map([[desk.exemplarId, audience]]))).get(desk.exemplarId);
    };
    const [one, two] = [await areaAt('21,35; 105,28'), await areaAt('21,33; 105,29')];
    expect(one).toEqual(two);
    expect(one).toMatchObject({
      precision: 'commune',
      point: null,
      area: { centre: { lat: 21.34, lon: 105.28 } },
    });
  });

  it('is nothing for the public when the place was hidden', async () => {
    await record({ public: 'hidden' });
    const places = await placesFor(desk.site.db, new Map([[desk.exemplarId, { kind: 'public' as const }]]));
    expect(places.get(desk.exemplarId)).toMatchObject({ precision: 'hidden', area: null, point: null });
  });

  it('is an area even where nothing is known of any office, and asks nothing then', async () => {
    const { db } = desk.site;
    const known = await db.deleteFrom('office_position').returningAll().execute();
    expect((await record({ point: '20,5; 105,5' })).status).toBe(303);
    await record();
    const seen = await open(await desk.as(desk.people.viewer), page);
    expect([tells(seen), seen.html.includes('<circle')]).toEqual([false, true]);
    for (const { outline, ...row } of known)
      await db
        .insertInto('office_position')
        .values({ ...row, outline: outline === null ? null : JSON.stringify(outline) })
        .execute();
  });

  it('costs as many queries for fifty exemplars as for one', async () => {
    const { db, plan, place } = desk.world;
    const subjects = await db
      .insertInto('subject')
      .values(Array.from({ length: 50 }, (_, n) => ({ kind: 'household', full_name: `Hộ thử ${n}` })))
      .returning('id')
      .execute();
    const many = await db
      .insertInto('exemplar')
      .values(
        subjects.map(({ id }) => ({
          subject_id: id,
          office_id: place.commune.id,
          plan_id: plan.planId,
          state: 'found',
          origin: 'office',
        })),
      )
      .returning('id')
      .execute();
    await db
      .insertInto('exemplar_place')
      .values(
        many.map(({ id }) => ({
          exemplar_id: id,
          office_id: place.commune.id,
          source: 'thử',
          recorded_on: '2018-11-15',
        })),
      )
      .execute();
    const costs: number[] = [];
    for (const asked of [many.slice(0, 1), many]) {
      const audiences = new Map(asked.map(({ id }) => [id, { kind: 'public' as const }]));
      costs.push(
        await queriesOf(desk.site, async () => {
          expect((await placesFor(desk.site.deps.db, audiences)).size).toBe(asked.length);
        }),
      );
    }
    expect(costs).toEqual([3, 3]);
  });
});
