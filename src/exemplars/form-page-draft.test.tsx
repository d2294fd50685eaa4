import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { draftRoutes } from '../web/draft-routes.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite([...exemplarRoutes({ parts: [] }), ...draftRoutes]);
});
afterAll(() => there.close());
beforeEach(async () => void (await there.world.db.deleteFrom('draft').execute()));

const NEW = '/dien-hinh/moi';

describe('the draft of a form', () => {
  it('saves itself, comes back with its time, and goes with the real save', async () => {
    const unit = await there.as(there.world.unit);
    const saved = await unit.post(
      '/nhap/dien-hinh-moi',
      { fullName: 'Viết dở', _khoa: 'x'.repeat(20) },
      { 'x-draft': '1' },
    );
    expect([saved.status, await saved.text()]).toEqual([204, '']);
    const page = await open(unit, NEW);
    expect(page.html).toContain('value="Viết dở"');
    expect(page.html).not.toContain('x'.repeat(20));
    expect(page.text).toMatch(/Đã mở lại bản nháp lưu lúc \d\d:\d\d ngày 15\/11\/2018/);
    expect(page.html).toContain('data-draft-url="/nhap/dien-hinh-moi"');
    const officeId = String(there.world.place.commune.id);
    await send(unit, NEW, {
      kind: 'individual',
      fullName: 'Người Mới',
      officeId,
      origin: 'office',
      foundOn: '',
    });
    expect((await open(unit, NEW)).html).not.toContain('Viết dở');
  });

  it('is one’s own', async () => {
    await (await there.as(there.world.unit)).post('/nhap/dien-hinh-moi', { fullName: 'Viết dở' });
    expect((await open(await there.as(there.world.lead), NEW)).html).not.toContain('Viết dở');
  });

  it('works with a button alone, and can be thrown away', async () => {
    const unit = await there.as(there.world.unit);
    const { html } = await open(unit, NEW);
    expect(html).toContain('formaction="/nhap/dien-hinh-moi"');
    const saved = await unit.post('/nhap/dien-hinh-moi', { ...hiddenFields(html, NEW), fullName: 'Viết dở' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, NEW]);
    const back = await open(unit, NEW);
    expect(back.text).toContain('Đã lưu nháp.');
    await unit.post('/nhap/dien-hinh-moi/bo', hiddenFields(back.html, '/nhap/dien-hinh-moi/bo'));
    expect((await open(unit, NEW)).html).not.toContain('Viết dở');
  });

  it('on an older version waits to be asked for, so that it does not undo what others wrote', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const unit = await there.as(there.world.unit);
    const path = `/dien-hinh/${id}/sua`;
    const draft = { ...hiddenFields((await open(unit, path)).html, path), title: 'Nháp cũ' };
    await unit.post(`/nhap/dien-hinh-${id}`, draft, { 'x-draft': '1' });
    expect((await open(unit, path)).html).toContain('value="Nháp cũ"');
    await there.world.db
      .updateTable('exemplar')
      .set({ version: 2, title: 'Mới' })
      .where('id', '=', id)
      .execute();
    const waits = await open(unit, path);
    expect(waits.html).toContain('value="Mới"');
    expect(waits.html).not.toContain('data-draft-url');
    expect(waits.text).toContain('Nội dung đã có thay đổi sau bản nháp này');
    const asked = await open(unit, `${path}?nhap=1`);
    expect(asked.html).toContain('value="Nháp cũ"');
    expect(asked.html).toMatch(/name="_phien_ban" value="2"/);
  });
});
