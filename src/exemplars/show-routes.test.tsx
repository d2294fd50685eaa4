import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf, as, makeCheck, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { propose, return_ } from './commands.ts';
import type { ExemplarPart } from './part.ts';
import { exemplarRoutes } from './routes.tsx';

const PARTS: ExemplarPart[] = [
  {
    id: 'thanh-tich',
    title: 'Thành tích',
    render: async (_visit, exemplar) => `Phần của hồ sơ ${exemplar.id}`,
  },
  { id: 'dong-y', title: 'Sự đồng ý', render: async () => 'Phần thứ hai' },
];

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: PARTS }));
});
afterAll(() => there.close());

describe('the page of one exemplar', () => {
  it('is not found by those who may not see it, exactly as if it did not exist', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const stranger = await there.as(there.world.stranger);
    const foreign = await open(stranger, `/dien-hinh/${id}`);
    const missing = await open(stranger, '/dien-hinh/999999');
    expect(foreign.status).toBe(404);
    expect(foreign.text).toBe(missing.text);
    for (const odd of ['abc', '0', '-1', '1e3', '99999999999999999999'])
      expect((await open(stranger, `/dien-hinh/${odd}`)).status).toBe(404);
    expect((await open(await there.as(there.world.unit), `/dien-hinh/${id}`)).status).toBe(200);
  });

  it('shows the sections that were handed in, in their order, between registration and history', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const { text } = await open(await there.as(there.world.unit), `/dien-hinh/${id}`);
    const places = ['Thông tin đăng ký', `Phần của hồ sơ ${id}`, 'Phần thứ hai', 'Lịch sử'];
    const found = places.map((words) => text.indexOf(words));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(text).not.toContain('undefined');
  });

  it('offers what can be done now, says why not for the rest, and who else may', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'proposed' });
    const lead = await open(await there.as(world.lead), `/dien-hinh/${id}`);
    expect(lead.html).toContain(`href="/dien-hinh/${id}/buoc/tra-lai"`);
    expect(lead.text).toContain('Chưa thể “Chọn bồi dưỡng”');
    expect(lead.html).toContain('data-rule="consent_missing"');
    expect(lead.html).not.toContain(`/buoc/chon"`);

    const unit = await open(await there.as(world.unit), `/dien-hinh/${id}`);
    expect(unit.text).toContain('tài khoản của bạn không quyết định bước nào');
    expect(unit.text).toContain('Chọn bồi dưỡng: Cán bộ cơ quan chủ trì, Cơ quan thường trực');
    // what the file lacks is told to those who can add it, with the way there
    expect(unit.html).toMatch(/<a href="#dong-y">Chưa có sự đồng ý/);
  });

  it('lets the one who decides go on with a reason where every rule may be passed over', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'proposed', complete: true });
    await world.db.deleteFrom('support_action').where('exemplar_id', '=', id).execute();
    const { html } = await open(await there.as(world.lead), `/dien-hinh/${id}`);
    expect(html).toMatch(new RegExp(`<a href="/dien-hinh/${id}/buoc/chon">Vẫn thực hiện, ghi rõ lý do`));
  });

  it('leads to the honour’s own form', async () => {
    const id = await makeExemplar(there.world, { state: 'recognised', level: 'province', complete: true });
    const { html } = await open(await there.as(there.world.leader), `/dien-hinh/${id}`);
    expect(html).toContain(`href="/dien-hinh/${id}/ton-vinh"`);
  });

  it('says at the top why a file came back, and tells its history in sentences', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found', complete: true });
    answerOf(await propose(as(world, world.unit), { id, version: null }));
    answerOf(
      await return_(as(world, world.lead), {
        id,
        version: null,
        reasons: reasonsOf('Thiếu chữ ký của thư ký', 'consent', 'Sự đồng ý'),
      }),
    );
    const { text } = await open(await there.as(world.unit), `/dien-hinh/${id}`);
    expect(text).toContain(
      'Sở Thử nghiệm trả lại ngày 15/11/2018, cần bổ sung 1 mục Sự đồng ý: Thiếu chữ ký của thư ký',
    );
    expect(text).toContain('Sự đồng ý Cần bổ sung: Thiếu chữ ký của thư ký');
    expect(text).toMatch(
      /Trần Văn Chủ Trì đã trả lại để bổ sung\. Lý do: Cần bổ sung 1 mục: Sự đồng ý: Thiếu chữ ký.*Lê Thị Đơn Vị đã đề nghị\./,
    );
  });

  it('says that a year’s check is missing, and is silent once it is there', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    const unit = await there.as(world.unit);
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('Năm 2018 chưa kiểm tra');
    await makeCheck(world, id);
    expect((await open(unit, `/dien-hinh/${id}`)).text).not.toContain('Năm 2018 chưa kiểm tra');
  });

  it('keeps the old office and shows what it is today', async () => {
    const { world } = there;
    const old = await makeOffice(world.db, world.place.district, { name: 'Xã Cũ', validTo: '2018-06-30' });
    const merged = await makeOffice(world.db, world.place.district, {
      name: 'Xã Mới',
      validFrom: '2018-07-01',
    });
    await world.db
      .insertInto('office_succession')
      .values({ from_office_id: old.id, to_office_id: merged.id, on_date: '2018-07-01' })
      .execute();
    const id = await makeExemplar(world, { state: 'found', officeId: old.id });
    const { text } = await open(await there.as(world.standing), `/dien-hinh/${id}`);
    expect(text).toContain('Xã Cũ');
    expect(text).toContain('Nay là Xã Mới');
  });

  it('gives sources as links that tell nothing to the other site; what is no address stays text', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found' });
    const sources = ['https://baophutho.vn/bai', 'javascript:alert(1)', 'Đài truyền thanh xã'];
    await world.db.updateTable('exemplar').set({ sources }).where('id', '=', id).execute();
    const { html } = await open(await there.as(world.unit), `/dien-hinh/${id}`);
    expect(html).toMatch(/<a href="https:\/\/baophutho\.vn\/bai" rel="noreferrer nofollow noopener"/);
    expect(html).not.toContain('href="javascript:');
    expect(html).toContain('Đài truyền thanh xã');
  });
});
