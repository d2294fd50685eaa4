import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { makeReportPeople, opened, type ReportPeople } from '../../test/report-desk.ts';
import type { Actor } from '../identity/actor.ts';
import { findForm, listForms } from './report-form-queries.ts';
import { reportFormForm, slug } from './report-form-schema.ts';
import { reportRoutes } from './routes.tsx';

let office: ExemplarSite;
let people: ReportPeople;
let admin: Actor;

beforeAll(async () => {
  office = await openExemplarSite(reportRoutes);
  people = await makeReportPeople(office.world.db, office.world.place);
  admin = await makeActor(office.world.db, [['admin', office.world.place.province, 'all']]);
});
afterAll(() => office.close());

const current = async (key: string) => {
  const forms = await listForms(office.world.db);
  const form = await findForm(office.world.db, forms.find((one) => one.key === key)?.id ?? 0);
  if (!form) throw new Error(key);
  return form;
};

/** The fields of a form as its page shows them. */
async function fieldsOf(key: string): Promise<Record<string, string | string[]>> {
  const form = await current(key);
  const parts = form.parts.flatMap((part, n) => [
    [`p${n}_key`, part.key],
    [`p${n}_ord`, String(n + 1)],
    [`p${n}_name`, part.name],
    [`p${n}_hint`, part.hint ?? ''],
  ]);
  return {
    name: form.name,
    kind: form.kind,
    basis: '',
    figures_0: form.figures,
    tables: form.tables,
    ...Object.fromEntries(parts),
  };
}

describe('report forms', () => {
  it('are shown to everybody with the definition of each figure', async () => {
    const browser = await office.as(people.commune);
    const list = await open(browser, '/danh-muc/mau-bao-cao');
    expect(list.text).toContain('Báo cáo năm');
    expect(list.text).not.toContain('Thêm mẫu');
    const { id } = await current('nam');
    const page = await open(browser, `/danh-muc/mau-bao-cao/${id}`);
    expect(page.text).toContain(
      'Mọi hồ sơ điển hình của kế hoạch, ở bất cứ trạng thái nào, tính đến hết ngày chốt.',
    );
    expect((await open(browser, `/danh-muc/mau-bao-cao/${id}/sua`)).status).toBe(403);
    expect((await open(browser, '/danh-muc/mau-bao-cao/999999')).status).toBe(404);
  });

  it('get a new edition: figures, parts added, renamed, put in order and left out; reports keep theirs', async () => {
    const before = await current('nam');
    const { db, place, plan } = office.world;
    const report = await opened(db, people.commune, { planId: plan.planId, office: place.commune });
    const fields = await fieldsOf('nam');
    const browser = await office.as(people.standing);
    const saved = await send(browser, `/danh-muc/mau-bao-cao/${before.id}/sua`, {
      ...fields,
      figures_0: ['dh_tong', 'dh_ca_nhan'],
      // the lesson comes first, the cause is left out, one is renamed, one is new
      p5_ord: '1',
      p0_ord: '2',
      p4_name: '',
      p1_name: 'Hiệu quả và sức lan tỏa',
      p7_name: 'Đề nghị tôn vinh',
      p7_ord: '9',
    });
    expect(saved.status).toBe(303);
    const after = await current('nam');
    expect([after.edition, after.figures]).toEqual([before.edition + 1, ['dh_tong', 'dh_ca_nhan']]);
    expect(after.parts.map((part) => part.key)).toEqual([
      ...['lesson', 'result', 'effect', 'shortcoming', 'limitation', 'proposal', 'de_nghi_ton_vinh'],
    ]);
    const page = await open(await office.as(people.commune), `/bao-cao/${report.id}`);
    expect(page.text).toContain('Nguyên nhân');
    expect(page.text).not.toContain('Đề nghị tôn vinh');
    const newer = await opened(db, people.commune, {
      planId: plan.planId,
      office: place.commune,
      year: 2016,
    });
    expect([newer.formEdition, newer.figureKeys]).toEqual([after.edition, ['dh_tong', 'dh_ca_nhan']]);
  });

  it('are not changed on an old edition, on a stale page, or into what they already are', async () => {
    const form = await current('quy');
    const browser = await office.as(admin);
    const path = `/danh-muc/mau-bao-cao/${form.id}/sua`;
    const same = await send(browser, path, await fieldsOf('quy'));
    expect([same.status, same.text]).toEqual([422, expect.stringContaining('không có gì thay đổi')]);
    const stale = await send(browser, path, {
      ...(await fieldsOf('quy')),
      name: 'Báo cáo khác',
      _phien_ban: '9',
    });
    expect(stale.status).toBe(409);
    const good = await send(browser, path, { ...(await fieldsOf('quy')), basis: 'Công văn 12/BTĐKT' });
    expect(good.status).toBe(303);
    const old = await send(browser, path, { ...(await fieldsOf('quy')), name: 'Báo cáo quý mới' });
    expect([old.status, old.text]).toEqual([422, expect.stringContaining('đã được thay')]);
  });

  it('say at the field what is wrong: no name, no part, a wrong order, a name that is taken', async () => {
    const browser = await office.as(admin);
    const path = '/danh-muc/mau-bao-cao/moi';
    const empty = await send(browser, path, { name: '', kind: 'periodic' });
    expect([empty.status, errorAt(empty, 'name')]).toEqual([422, 'Hãy ghi tên mẫu báo cáo.']);
    const noPart = await send(browser, path, { name: 'Báo cáo nhanh', kind: 'periodic' });
    expect(errorAt(noPart, 'p0_name')).toContain('ít nhất một phần');
    const wrong = await send(browser, path, {
      name: 'Báo cáo nhanh',
      kind: 'periodic',
      p0_name: 'Tình hình',
      p0_ord: '-1',
    });
    expect(errorAt(wrong, 'p0_ord')).toContain('từ 1 đến 99');
    expect(wrong.html).toContain('value="Tình hình"');
    const badKind = await send(browser, path, { name: 'X', kind: 'hack', p0_name: 'A' });
    expect(badKind.status).toBe(422);
    const one = { name: 'Báo cáo nhanh', kind: 'periodic', p0_name: 'Tình hình', p1_name: 'Tình hình' };
    expect((await send(browser, path, one)).status).toBe(303);
    expect((await current('bao-cao-nhanh')).parts.map((part) => part.key)).toEqual([
      'tinh_hinh',
      'tinh_hinh_2',
    ]);
    const taken = await send(browser, path, one);
    expect(errorAt(taken, 'name')).toContain('Đã có mẫu “Báo cáo nhanh”');
  });

  it('take only figures and tables that exist', () => {
    const read = reportFormForm.parse({
      name: 'A',
      kind: 'final',
      figures_0: ['dh_tong', "'; DROP TABLE", 'khong_co'],
      figures_1: 'ky_chon',
      tables: 'state',
      p0_name: 'Phần',
      p0_key: '../x',
    });
    expect(read).toMatchObject({
      figures: ['dh_tong', 'ky_chon'],
      tables: ['state'],
      parts: [{ key: 'phan' }],
    });
  });

  it('are named in addresses without marks', () => {
    expect(slug('Báo cáo Đề nghị – quý II')).toBe('bao-cao-de-nghi-quy-ii');
    expect(slug('Kiến nghị, đề xuất', '_')).toBe('kien_nghi_de_xuat');
  });
});
