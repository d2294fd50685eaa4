import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DocxOrPdf, paperText } from '../../test/choosing-papers.ts';
import { fieldWith, prepared } from '../../test/choosing-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import type { MadePlan } from '../../test/factories.ts';
import { rowOf } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { choosingRoutes } from './routes.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(choosingRoutes);
});
afterAll(() => there.close());

const at = ({ planId, fieldId }: MadePlan): string => `/ke-hoach/${planId}/linh-vuc/${fieldId}/lua-chon`;
const lead = () => there.as(there.world.lead);

describe('from preparing to the paper', () => {
  it('prepares one, shows it, applies it, and prints what is told', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'exactly', number: 1 }, 2);
    const [one = 0, other = 0] = ids;
    const browser = await lead();
    const wrong = await send(browser, `${at(plan)}/${other}`, { action: 'decline', reason: ' ' });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'reason')).toContain('Hãy ghi lý do');
    await send(browser, `${at(plan)}/${other}`, { action: 'decline', reason: 'Mới làm một vụ' });
    const sent = await send(browser, `${at(plan)}/${one}`, { action: 'choose' });
    const listPath = sent.location ?? '';
    const list = await open(browser, listPath);
    expect(list.text).toContain('Sẽ chọn 1, không chọn 1; sau đó chỉ tiêu 1/1.');
    expect(await paperText(browser, `${listPath}/quyet-dinh/word`)).toContain('QUYẾT ĐỊNH (DỰ THẢO)');

    await send(browser, `${listPath}/van-ban`, {
      number: '12',
      symbol: 'QĐ-STN',
      place: 'Phú Thọ',
      date: '15/11/2018',
      signerTitle: 'GIÁM ĐỐC',
      signerName: 'Lê Văn Ký',
    });
    const reopened = await open(browser, listPath);
    const applied = await seen(
      await browser.post(`${listPath}/ap-dung`, {
        ...hiddenFields(reopened.html, `${listPath}/ap-dung`),
        onDay: '15/11/2018',
      }),
    );
    expect(applied.location).toBe(listPath);
    expect((await rowOf(there.world, one)).state).toBe('nurtured');
    const paper = await paperText(browser, `${listPath}/quyet-dinh/word`);
    expect(paper).toContain('Số: 12/QĐ-STN');
    expect(paper).toContain('Lựa chọn 01 điển hình tiên tiến');
    expect(paper).toContain('Nguyễn Văn A0');
    expect(paper).not.toContain('Nguyễn Văn B1');
    expect(paper).not.toContain('{{');
    // papers first, then whoever proposed; the list after the signature, on pages of its own
    const order = [
      'Căn cứ Kế hoạch',
      'Xét đề nghị',
      'Điều 1.',
      'Lê Văn Ký',
      '(Kèm theo Quyết định số 12/QĐ-STN',
    ];
    const places = order.map((words) => paper.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    const told = await paperText(browser, `${listPath}/thong-bao/${there.world.place.commune.id}/word`);
    expect(told).toContain('Mới làm một vụ');
    const pdf = await browser.get(`${listPath}/quyet-dinh/pdf`);
    expect(new TextDecoder().decode((await pdf.arrayBuffer()).slice(0, 5))).toBe(DocxOrPdf.pdf);
    expect((await open(browser, `${listPath}/thong-bao/${there.world.place.district.id}/word`)).status).toBe(
      404,
    );
    expect((await open(browser, `${listPath}/quyet-dinh/exe`)).status).toBe(404);
  });

  it('marks several and prepares one decision for all of them', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 3);
    const browser = await lead();
    const page = await open(browser, at(plan));
    const mark = (fields: Record<string, string | string[]>) =>
      browser.post(`${at(plan)}/danh-dau`, { ...hiddenFields(page.html, `${at(plan)}/danh-dau`), ...fields });
    const e = ids.slice(0, 2).map(String);
    expect((await mark({ e, viec: 'chuan_bi', action: 'wait', reason: '' })).status).toBe(422);
    const sent = await mark({ e, viec: 'chuan_bi', action: 'wait', reason: 'Chờ kiểm tra' });
    expect(sent.status).toBe(303);
    const compared = await mark({ e, viec: 'so_sanh' });
    expect(compared.headers.get('location')).toBe(`${at(plan)}/so-sanh?e=${e[0]}&e=${e[1]}`);
    const list = await open(browser, sent.headers.get('location') ?? '');
    expect(list.text).toContain('Sẽ chờ 2');
    const again = await seen(
      await mark({ e, _khoa: 'another-key-of-it', viec: 'chuan_bi', action: 'decline', reason: 'x' }),
    );
    expect(again.text).toContain('Đã có quyết định chuẩn bị cho');
  });

  it('does not let a colleague write over what was prepared since the form was opened', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 1);
    const path = `${at(plan)}/${ids[0]}`;
    const [mine, theirs] = [await lead(), await there.as(there.world.otherLead)];
    const form = await open(mine, path);
    await send(theirs, path, { action: 'choose' });
    const late = await mine.post(path, {
      ...hiddenFields(form.html, path),
      action: 'decline',
      reason: 'Khác',
    });
    expect(late.status).toBe(409);
  });

  it('takes a decision out of the list again', async () => {
    const { plan, ids } = await fieldWith(there.world, { kind: 'none', number: null }, 1);
    const listId = await prepared(there.world, plan, ids[0] ?? 0);
    const path = `/quyet-dinh-lua-chon/${listId}`;
    const browser = await lead();
    const { html } = await open(browser, path);
    const gone = await browser.post(`${path}/bo`, { ...hiddenFields(html, `${path}/bo`), e: String(ids[0]) });
    expect(gone.status).toBe(303);
    expect((await open(browser, path)).text).toContain('Danh sách trống');
  });
});
