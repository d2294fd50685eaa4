import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, type Seen, seen, send } from '../../test/exemplar-site.ts';
import { makeActor, makeProvince } from '../../test/factories.ts';
import { queriesOf } from '../../test/query-count.ts';
import { type Browser, hiddenFields, openTestSite, type TestSite } from '../../test/site.ts';
import { draftRoutes } from '../web/draft-routes.ts';
import { criteriaRoutes } from './routes.tsx';

let site: TestSite;
let standing: Browser;
let viewer: Browser;

beforeAll(async () => {
  site = await openTestSite([...criteriaRoutes, ...draftRoutes]);
  const place = await makeProvince(site.db);
  standing = await site.signedIn(await makeActor(site.db, [['standing', place.standing, 'all']]));
  viewer = await site.signedIn(await makeActor(site.db, [['unit', place.commune, 'own']]));
});
afterAll(() => site.close());

const LIST = '/danh-muc/tieu-chi';
const FACTS = {
  name: 'Gia đình văn hóa thử',
  legalBasis: 'Quyết định 1/QĐ-UBND (thử)',
  subjectKinds: ['household'],
  validFrom: '01/01/2018',
  groupings: 'Địa bàn: Xã đặc biệt khó khăn; Xã khác',
};

async function newSet(more: Record<string, string | string[]> = {}): Promise<string> {
  const { location } = await send(standing, `${LIST}/moi`, { ...FACTS, ...more });
  if (!location) throw new Error('not made');
  return location;
}

/** Presses a button beside a criterion, as a browser without scripts does. */
async function press(set: string, action: string): Promise<Seen> {
  const { html } = await open(standing, set);
  const form =
    new RegExp(`<form method="post" class="button-row">(?:(?!</form>)[\\s\\S])*${action}`).exec(html)?.[0] ??
    '';
  const hidden = [...form.matchAll(/name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name ?? '',
    value ?? '',
  ]);
  return seen(await standing.post(action, Object.fromEntries(hidden)));
}

/** Ids of the criteria in the order of the page. */
const idsOn = ({ html }: Seen): string[] => [
  ...new Set([...html.matchAll(/\/muc\/(\d+)\/len/g)].map(([, id]) => id ?? '')),
];

describe('a criteria set on screen', () => {
  it('is written, tried, brought into use and followed by another edition, all without scripts', async () => {
    const set = await newSet();
    await send(standing, `${set}/muc/moi?loai=points_sum`, {
      name: 'Tổng điểm',
      pass: '95',
      per: 'Xã đặc biệt khó khăn: 90',
      mandatory: '1',
    });
    const [sum = ''] = idsOn(await open(standing, set));
    for (const [name, points] of [
      ['Phần một', '32'],
      ['Phần hai', '42'],
      ['Phần ba', '26'],
    ] as const)
      expect(
        (await send(standing, `${set}/muc/moi?loai=points`, { name, points, parentId: sum })).status,
      ).toBe(303);
    const vote = { name: 'Cuộc họp nhất trí', atLeast: '90', of: 'present', mandatory: '1' };
    await send(standing, `${set}/muc/moi?loai=vote_percent`, vote);
    const page = await open(standing, set);
    expect(page.text).toContain('từ 95 điểm trở lên (Xã đặc biệt khó khăn: 90 điểm)');
    expect(page.text).toContain('ít nhất 90% số người dự họp tán thành');

    const [, a, b, c, d] = idsOn(page);
    const tried = await send(standing, `${set}/thu`, {
      ...{ [`c${a}`]: '32', [`c${b}`]: '38,5', [`c${c}`]: '22', 'nhom_dia-ban': '' },
      ...{ [`c${d}`]: '45', [`c${d}_tong`]: '50' },
    });
    expect(tried.text).toContain('được 92,5 điểm; cần 95 hoặc 90 điểm tùy nhóm “Địa bàn”');
    expect(await site.db.selectFrom('assessment').selectAll().execute()).toEqual([]);

    expect((await send(standing, `${set}/dung`, {})).location).toBe(set);
    const used = await open(standing, set);
    expect(used.text).toContain('đang dùng');
    expect(idsOn(used)).toEqual([]);

    const next = await seen(await standing.post(`${set}/lan-moi`, hiddenFields(used.html, `${set}/lan-moi`)));
    expect(next.location).not.toBe(set);
    expect((await open(standing, next.location ?? '')).text).toContain('Chưa ghi ngày bắt đầu áp dụng');
    await send(standing, `${next.location}/sua`, { ...FACTS, validFrom: '01/03/2019' });
    expect((await open(standing, `${next.location}/dung`)).text).toContain(
      'Lần 1 đang dùng sẽ hết hiệu lực ngày 28/02/2019',
    );
    await send(standing, `${next.location}/dung`, {});
    expect((await open(standing, next.location ?? '')).text).toContain('Đang áp dụng lần khác');
  });

  it('moves and removes criteria by buttons', async () => {
    const set = await newSet();
    for (const name of ['Một', 'Hai', 'Ba'])
      await send(standing, `${set}/muc/moi?loai=yes_no`, { name, mandatory: '1' });
    const [one = '', two = '', three = ''] = idsOn(await open(standing, set));
    expect((await press(set, `${set}/muc/${three}/len`)).status).toBe(303);
    expect(idsOn(await open(standing, set))).toEqual([one, three, two]);
    expect((await press(set, `${set}/muc/${one}/bo`)).status).toBe(303);
    expect(idsOn(await open(standing, set))).toEqual([three, two]);
  });

  it('gives a wrong form back with a sentence at the field and what was typed', async () => {
    const set = await newSet();
    const back = await send(standing, `${set}/muc/moi?loai=threshold`, {
      name: 'Hộ nghèo',
      atMost: 'ít',
      per: 'Xã khác 12',
    });
    expect(back.status).toBe(422);
    expect(errorAt(back, 'atMost')).toContain('“ít” không phải là số');
    expect(back.html).toContain('Hộ nghèo');
    const groups = await send(standing, `${LIST}/moi`, { ...FACTS, groupings: 'Địa bàn' });
    expect(errorAt(groups, 'groupings')).toContain('cần ít nhất hai nhóm');
    const long = await send(standing, `${LIST}/moi`, { ...FACTS, name: 'x'.repeat(301) });
    expect(errorAt(long, 'name')).toContain('quá 300 ký tự');
  });

  it('saves itself while one writes, and shows the draft again', async () => {
    const set = await newSet();
    const path = `${set}/muc/moi?loai=yes_no`;
    const form = await open(standing, path);
    const draftUrl = /data-draft-url="([^"]+)"/.exec(form.html)?.[1] ?? '';
    await standing.post(
      draftUrl,
      { ...hiddenFields(form.html, path.replace('&', '&amp;')), name: 'Viết dở' },
      { 'x-draft': '1' },
    );
    expect((await open(standing, path)).html).toContain('Viết dở');
  });

  it('is read by everybody who is signed in, and written by the standing body alone', async () => {
    const set = await newSet();
    for (const path of [LIST, set, `${set}/thu`, '/danh-muc/dinh-muc', '/danh-muc/quy-trinh-tieu-chi'])
      expect((await open(viewer, path)).status).toBe(200);
    expect((await open(viewer, set)).text).not.toContain('Thêm tiêu chí');
    expect((await open(viewer, `${set}/sua`)).text).toContain('Chưa thực hiện được');
    expect((await open(viewer, `${set}/chon-loai`)).status).toBe(404);
    expect((await open(viewer, '/danh-muc/dinh-muc/moi')).status).not.toBe(200);
    const { html } = await open(standing, set);
    expect((await viewer.post(`${set}/bo-nhap`, hiddenFields(html, ''))).status).toBe(422);
    expect((await open(standing, `${LIST}/999999`)).status).toBe(404);
    expect((await open(standing, `${set}/muc/moi?loai=la`)).status).toBe(404);
  });

  it('is listed with the same number of queries, however many there are', async () => {
    const few = await queriesOf(site, () => standing.get(LIST));
    for (let n = 0; n < 5; n++) await newSet({ name: `Bộ ${n}` });
    expect(await queriesOf(site, () => standing.get(LIST))).toBe(few);
  });
});

describe('norms on screen', () => {
  it('are recorded with days and source, shown as unknown where they are, and kept apart by day', async () => {
    const fields = {
      name: 'Thu nhập chuẩn',
      unit: 'triệu đồng',
      region: 'Xã khác',
      validFrom: '01/01/2018',
      source: 'QĐ thử',
    };
    expect((await send(standing, '/danh-muc/dinh-muc/moi', { ...fields, value: '' })).status).toBe(303);
    expect((await open(viewer, '/danh-muc/dinh-muc')).text).toContain('Xã khác chưa rõ');
    const twice = await send(standing, '/danh-muc/dinh-muc/moi', {
      ...fields,
      value: '45',
      validFrom: '01/06/2018',
    });
    expect(errorAt(twice, 'validFrom')).toContain('Đã có định mức này cho cùng nơi từ 01/01/2018');
    const wrong = await send(standing, '/danh-muc/dinh-muc/moi', { ...fields, value: 'nhiều', source: '' });
    expect([errorAt(wrong, 'value'), errorAt(wrong, 'source')].every(Boolean)).toBe(true);
  });
});
