import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { withMeasures } from '../../test/figure-desk.ts';
import { makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { draftRoutes } from '../web/draft-routes.ts';
import { achievementsPart } from './achievements-part.tsx';
import { achievementRoutes } from './achievements-routes.tsx';
import { consentPart } from './consent-part.tsx';
import { contributionsPart } from './contributions-part.tsx';
import { endorsementRoutes } from './endorsement-part.tsx';
import { evidencePart } from './evidence-part.tsx';
import { achievementsOf } from './merits-queries.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
let measure: (key: string) => number;
let unit: Browser;
beforeAll(async () => {
  const parts = [achievementsPart, evidencePart, contributionsPart, consentPart];
  there = await openExemplarSite([
    ...exemplarRoutes({ parts }),
    ...achievementRoutes,
    ...endorsementRoutes,
    ...draftRoutes,
  ]);
  measure = await withMeasures(there.world);
  unit = await there.as(there.world.unit);
});
afterAll(() => there.close());

const found = () => makeExemplar(there.world, { state: 'found' });
const step = (id: number, key: string) => `/dien-hinh/${id}/dang-ky/${key}`;

/** The hidden fields of the one form of a page whose form says no address. */
const ofWorkForm = (html: string) =>
  hiddenFields(html.slice(html.indexOf('<form method="post" class="form"')));

describe('a step', () => {
  it('changes its part, leaves the rest, and leads on to the next', async () => {
    const id = await found();
    const before = await rowOf(there.world, id);
    const words = {
      title: 'Người mở đường',
      statement: 'Hiến đất',
      novelty: 'Chưa ai làm',
      interest: 'Ba xã đến xem',
    };
    const sent = await send(unit, step(id, 'tom-tat'), words);
    expect([sent.status, sent.location]).toEqual([303, step(id, 'thanh-tich')]);
    const after = await rowOf(there.world, id);
    expect(after).toMatchObject({ ...words, field_id: before.field_id, breadth: before.breadth });
    const page = await open(unit, `/dien-hinh/${id}`);
    expect(page.text).toContain('Điều mới hoặc việc khó đã giải quyết Chưa ai làm');
    const again = await send(unit, step(id, 'tom-tat'), words);
    expect(again.location).toBe(step(id, 'thanh-tich'));
    expect((await rowOf(there.world, id)).version).toBe(after.version);
  });

  it('asks of each kind what it has, and drops what another kind was asked', async () => {
    const id = await found();
    const { html } = await open(unit, step(id, 'ai'));
    expect(html).toContain('name="birthYear"');
    expect(html).not.toContain('name="representative"');
    const who = {
      kind: 'individual',
      fullName: 'Nguyễn Văn Thử',
      birthYear: '1970',
      place: 'khu 7',
      position: 'Nông dân',
    };
    expect((await send(unit, step(id, 'ai'), who)).status).toBe(303);
    const group = await send(unit, step(id, 'ai'), { ...who, kind: 'collective', fullName: 'Tổ chè' });
    expect(group.status).toBe(303);
    const { subject_id } = await rowOf(there.world, id);
    const subject = there.world.db.selectFrom('subject').selectAll().where('id', '=', subject_id);
    expect(await subject.executeTakeFirst()).toMatchObject({
      kind: 'collective',
      birth_year: null,
      position: null,
    });
  });

  it('comes back with the error at its field and what was typed, and with the question about a figure', async () => {
    const id = await found();
    const wrong = await send(unit, step(id, 'phat-hien'), { origin: 'office', foundOn: '30/02/2018' });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'foundOn')).toContain('không phải là ngày');
    const figure = {
      statement: 'Đất sản xuất',
      measureId: String(measure('dien-tich-san-xuat')),
      value: '120 ha',
    };
    const asked = await send(unit, step(id, 'thanh-tich'), figure);
    expect([asked.status, errorAt(asked, 'rechecked')]).toEqual([
      422,
      expect.stringContaining('Có đúng không?'),
    ]);
    for (const kept of ['value="120 ha"', 'Đúng, đã kiểm tra lại']) expect(asked.html).toContain(kept);
  });

  it('adds one of several and stays when asked to, telling what was understood', async () => {
    const id = await found();
    const figure = {
      statement: 'Giúp hộ nghèo',
      measureId: String(measure('tien-dong-gop')),
      value: '15 triệu',
    };
    const more = await send(unit, step(id, 'thanh-tich'), { ...figure, _tiep: 'nua' });
    expect(more.location).toBe(step(id, 'thanh-tich'));
    const { html } = await open(unit, step(id, 'thanh-tich'));
    expect(html).toContain('“15 triệu” hiểu là 15.000.000 đồng (15 triệu đồng).');
    expect((await send(unit, step(id, 'thanh-tich'), figure)).location).toBe(step(id, 'minh-chung'));
    expect(await achievementsOf(there.world.db, id)).toHaveLength(2);
  });

  it('takes the forms of its part back to itself', async () => {
    const id = await found();
    const path = `/dien-hinh/${id}/thanh-tich/moi`;
    const opened = await seen(await unit.get(path, { referer: `http://localhost${step(id, 'minh-chung')}` }));
    const hidden = ofWorkForm(opened.html);
    const wrong = await seen(await unit.post(path, { ...hidden, statement: '' }));
    const kept = ofWorkForm(wrong.html);
    const sent = await seen(await unit.post(path, { ...kept, statement: 'Dạy nghề' }));
    expect([wrong.status, sent.location]).toEqual([422, step(id, 'minh-chung')]);
    const elsewhere = {
      ...hidden,
      _ve_buoc: 'https://evil.example/dien-hinh/1/dang-ky',
      statement: 'Dạy nghề',
    };
    const safe = await seen(await unit.post(path, { ...elsewhere, _khoa: 'khoa-moi-123', _phien_ban: '' }));
    expect(safe.location).toBe(`/dien-hinh/${id}#thanh-tich`);
  });

  it('saves itself under a name of its own, is opened with it again, and forgets it when it is sent', async () => {
    const id = await found();
    const path = step(id, 'suy-ton');
    const draft = `/nhap/dien-hinh-${id}-suy-ton`;
    expect((await open(unit, path)).html).toContain(`data-draft-url="${draft}"`);
    const typed = { ...hiddenFields((await open(unit, path)).html, path), place: 'Nhà văn hóa khu 9' };
    expect((await unit.post(draft, typed, { 'x-draft': '1' })).status).toBe(204);
    expect((await open(unit, path)).html).toContain('value="Nhà văn hóa khu 9"');
    const meeting = { heldOn: '10/10/2018', place: 'Nhà văn hóa khu 9', present: '40', agreed: '39' };
    expect((await send(unit, path, meeting)).location).toBe(step(id, 'tieu-chi'));
    const left = there.world.db
      .selectFrom('draft')
      .select('form')
      .where('form', '=', `dien-hinh-${id}-suy-ton`);
    expect(await left.execute()).toEqual([]);
  });

  it('sent twice under one key is done once, and the server can be asked when', async () => {
    const id = await found();
    const path = step(id, 'thanh-tich');
    const hidden = hiddenFields((await open(unit, path)).html, path);
    const sent = { ...hidden, statement: 'Dạy nghề cho 12 người' };
    expect((await unit.post(path, sent)).status).toBe(303);
    expect((await unit.post(path, sent)).status).toBe(303);
    expect(await achievementsOf(there.world.db, id)).toHaveLength(1);
    const asked = await unit.get(`/nhap/da-nhan/${hidden._khoa}`);
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringMatching(/^\d\d:\d\d$/)]);
    const lead = await there.as(there.world.lead);
    for (const [who, key] of [
      [lead, hidden._khoa],
      [unit, 'khoa-chua-gui'],
    ] as const)
      expect((await who.get(`/nhap/da-nhan/${key}`)).status).toBe(404);
  });
});
