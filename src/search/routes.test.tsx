import { afterAll, beforeAll, expect, test } from 'vitest';
import { actingAs, makeActor, makeOffice, makeProvince, type Province } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import { type Browser, openTestSite, type TestSite } from '../../test/site.ts';
import { recordSuccession } from '../offices/succeed-office.ts';
import { searchRoutes } from './routes.tsx';

let site: TestSite;
let province: Province;
let viewer: Browser;

beforeAll(async () => {
  site = await openTestSite(searchRoutes);
  province = await makeProvince(site.db);
  viewer = await site.signedIn(await makeActor(site.db, [['viewer', province.province, 'all']]));
});
afterAll(() => site.close());

const search = async (typed: string) => {
  const answer = await viewer.get(`/tim?q=${encodeURIComponent(typed)}`);
  expect(answer.status).toBe(200);
  return answer.text();
};

test('an empty search says what can be searched, and one letter asks for more', async () => {
  expect(await (await viewer.get('/tim')).text()).toContain('Kết quả tìm sẽ hiện ở đây.');
  expect(await search('a')).toContain('Hãy gõ ít nhất hai chữ cái.');
});

test('what was typed is shown as text, never as markup', async () => {
  const page = await search('<img src=x onerror=alert(1)>');
  expect(page).not.toContain('<img src=x');
  expect(page).toContain('&lt;img');
});

test('nothing found says so, and what to try', async () => {
  expect(await search('khong co ai ten nay')).toContain('Hãy thử ít từ hơn');
});

test('an exemplar of an old office shows the office of today beside it', async () => {
  const old = await makeOffice(site.db, province.district, { name: 'Xã Vừa Gộp' });
  const next = await makeOffice(site.db, province.district, { name: 'Xã Gộp Xong', validFrom: '2018-10-01' });
  const { id } = await site.db
    .insertInto('subject')
    .values({ kind: 'household', full_name: 'Gia đình Hà Thị Mẫu', place: 'khu 3' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await site.db
    .insertInto('exemplar')
    .values({ subject_id: id, office_id: old.id, state: 'found', origin: 'press', field_hint: 'Kinh tế hộ' })
    .execute();
  const admin = actingAs(site.db, await makeActor(site.db, [['admin', province.province, 'all']]));
  const input = {
    from: [old.id],
    to: [next.id],
    onDate: '2018-10-01',
    basis: 'Nghị quyết thử',
    endFrom: true,
  };
  expect((await recordSuccession(admin, input)).ok).toBe(true);
  const page = await search('ha thi mau');
  expect(page).toContain('Gia đình Hà Thị Mẫu');
  expect(page).toContain('Kinh tế hộ');
  expect(page).toContain('nay thuộc Xã Gộp Xong');
  const offices = await search('vua gop');
  expect(offices).toContain('không còn từ sau 30/09/2018');
  expect(offices).toContain('nay thuộc Xã Gộp Xong');
});

test('a name that nobody bears exactly shows who comes near', async () => {
  expect(await search('ha thi mauu')).toContain('những tên gần giống');
});

test('a search that is too long is cut, and says so', async () => {
  expect(await search('ha thi mau '.repeat(12))).toContain('chỉ dùng 100 ký tự đầu');
  expect(await search('ha thi mau')).not.toContain('ký tự đầu');
});

test('more offices than are shown are never told as if they were all', async () => {
  for (let n = 0; n < 21; n++) await makeOffice(site.db, province.district, { name: `Xã Đông ${n}` });
  const page = await search('xa dong');
  expect(page).toMatch(/hơn 20/);
  expect(page).toContain('/don-vi?q=xa+dong');
});

test('asks the database as often for many results as for one', async () => {
  const queries = (typed: string) => queriesOf(site, () => search(typed));
  const one = await queries('vua gop');
  expect(one).toBeGreaterThan(3);
  expect(await queries('xa')).toBeLessThanOrEqual(one);
});

test('is for those who are signed in', async () => {
  expect((await site.visitor().get('/tim?q=xa')).status).toBe(303);
});
