import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeActor, makePlan, makeProvince } from '../../test/factories.ts';
import { openTestSite, type TestSite } from '../../test/site.ts';
import { criteriaFor, findCriteriaSet } from './queries.ts';
import { criteriaRoutes } from './routes.tsx';

let site: TestSite;
let page: string;
let setId: number;

beforeAll(async () => {
  site = await openTestSite(criteriaRoutes);
  const places = await makeProvince(site.db);
  setId = (await makePlan(site.db, places.lead)).criteriaSetId;
  await site.db
    .insertInto('criterion')
    .values({
      set_id: setId,
      ord: 3,
      name: 'Hằng năm đạt Gia đình văn hóa',
      kind: 'every_year',
      params: JSON.stringify({ from: 2016, to: 2020 }),
      subject_kinds: ['household'],
    })
    .execute();
  const browser = await site.signedIn(await makeActor(site.db, [['viewer', places.commune, 'own']]));
  const list = await (await browser.get('/danh-muc/tieu-chi')).text();
  page = list + (await (await browser.get(`/danh-muc/tieu-chi/${setId}`)).text());
});
afterAll(() => site.close());

describe('the catalogue of criteria', () => {
  it('lists every set, and shows on its page what it asks of whom', () => {
    for (const words of [
      'Bộ tiêu chí thử',
      'Được mọi người công nhận',
      'Hằng năm: mọi năm từ 2016 đến 2020',
      'hộ gia đình',
    ])
      expect(page).toContain(words);
  });

  it('is for those who are signed in', async () => {
    expect((await site.visitor().get('/danh-muc/tieu-chi')).status).not.toBe(200);
  });

  it('asks some criteria of some kinds of subject only', async () => {
    const set = await findCriteriaSet(site.db, setId);
    if (!set) throw new Error('just made');
    expect(criteriaFor(set, 'household').map((one) => one.name)).toContain('Hằng năm đạt Gia đình văn hóa');
    expect(criteriaFor(set, 'individual')).toHaveLength(2);
    expect(await findCriteriaSet(site.db, setId + 999)).toBeNull();
  });
});
