import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
});
afterAll(() => there.close());

const NEW = '/dien-hinh/moi';
let serial = 0;
const filled = (more: Record<string, string> = {}) => ({
  kind: 'individual',
  fullName: `Người Mới ${String.fromCharCode(65 + (serial++ % 26))}${serial}`,
  birthYear: '1960',
  officeId: String(there.world.place.commune.id),
  fieldId: String(there.world.plan.fieldId),
  origin: 'press',
  foundOn: '01/11/2018',
  sources: 'https://bao.vn/1\n\nÔng trưởng khu 7',
  statement: 'Hiến đất mở đường',
  ...more,
});
const idIn = (location: string | null) => Number(/\/dien-hinh\/(\d+)\/dang-ky$/.exec(location ?? '')?.[1]);

describe('recording a new exemplar', () => {
  it('writes what was typed and leads to its page', async () => {
    const sent = await send(await there.as(there.world.unit), NEW, filled());
    expect(sent.status).toBe(303);
    expect(await rowOf(there.world, idIn(sent.location))).toMatchObject({
      state: 'found',
      plan_id: there.world.plan.planId,
      field_id: there.world.plan.fieldId,
      origin: 'press',
      found_on: '2018-11-01',
      sources: ['https://bao.vn/1', 'Ông trưởng khu 7'],
    });
  });

  it('needs no more than kind, name, office and origin; the plan in force is its plan', async () => {
    const bare = {
      kind: 'collective',
      fullName: `Tổ ${serial++}`,
      origin: 'citizen',
      fieldId: '',
      foundOn: '',
    };
    const sent = await send(await there.as(there.world.unit), NEW, {
      ...bare,
      officeId: String(there.world.place.commune.id),
    });
    expect(await rowOf(there.world, idIn(sent.location))).toMatchObject({
      plan_id: there.world.plan.planId,
      field_id: null,
    });
  });

  it('says what is wrong at each field, keeps what was typed, and writes nothing', async () => {
    const unit = await there.as(there.world.unit);
    const wrong = { kind: '', fullName: '', birthYear: 'năm Tý', officeId: '', foundOn: '30/02/2018' };
    const again = await send(unit, NEW, filled(wrong));
    expect(again.status).toBe(422);
    for (const name of ['kind', 'fullName', 'birthYear', 'officeId', 'foundOn'])
      expect(again.html).toContain(`href="#f-${name}"`);
    expect(again.html).toContain('value="năm Tý"');
    expect(again.html).toContain('Hiến đất mở đường');
    // what only the command can know comes back at its field as well
    const later = await send(unit, NEW, filled({ foundOn: '16/11/2018' }));
    expect(later.html).toContain('href="#f-foundOn">Ngày phát hiện không được sau hôm nay');
    const born = await send(unit, NEW, filled({ kind: 'collective' }));
    expect(born.html).toContain('href="#f-birthYear">Tập thể không có năm sinh');
  });

  it('is not for those who record nothing, and not with an office of others', async () => {
    const viewer = await there.as(there.world.leader);
    expect((await open(viewer, NEW)).status).toBe(403);
    const { otherCommune } = there.world.place;
    const sent = await send(
      await there.as(there.world.unit),
      NEW,
      filled({ officeId: String(otherCommune.id) }),
    );
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('data-rule="wrong_role"');
  });

  it('asks whether it is somebody known, found under any spelling, before recording them twice', async () => {
    const unit = await there.as(there.world.unit);
    const first = await send(unit, NEW, filled({ fullName: 'Hoàng Thị Thuý Hoà' }));
    const known = await rowOf(there.world, idIn(first.location));
    const same = filled({ fullName: 'hoàng thị Thúy Hòa', fieldId: '' });
    const asked = await send(unit, NEW, same);
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Có thể đã có trong hệ thống');
    expect(asked.html).toContain(`name="subjectId" value="${known.subject_id}"`);

    const sameOne = await send(unit, NEW, { ...same, subjectId: String(known.subject_id) });
    expect((await rowOf(there.world, idIn(sameOne.location))).subject_id).toBe(known.subject_id);
    const another = await send(unit, NEW, { ...same, subjectId: 'moi' });
    expect((await rowOf(there.world, idIn(another.location))).subject_id).not.toBe(known.subject_id);
  });

  it('says it once for a double click', async () => {
    const unit = await there.as(there.world.unit);
    const fields = { ...hiddenFields((await open(unit, NEW)).html, NEW), ...filled() };
    const answers = await Promise.all([unit.post(NEW, fields), unit.post(NEW, fields)]);
    const [one, other] = answers.map((answer) => answer.headers.get('location'));
    expect(one).toMatch(/\/dien-hinh\/\d+/);
    expect(other).toBe(one);
  });
});

describe('changing what is registered', () => {
  it('starts from what is there, writes the change, and says so', async () => {
    const id = await makeExemplar(there.world, { state: 'found', fullName: 'Lê Văn Ưởng' });
    const unit = await there.as(there.world.unit);
    const path = `/dien-hinh/${id}/sua`;
    const page = await open(unit, path);
    expect(page.html).toContain('value="Lê Văn Ưởng"');
    expect(page.html).toContain('value="02/01/2018"');
    const sent = await send(unit, path, filled({ fullName: 'Lê Văn Ưởng', title: 'Người mở đường' }));
    expect([sent.status, sent.location]).toEqual([303, `/dien-hinh/${id}`]);
    expect(await rowOf(there.world, id)).toMatchObject({ title: 'Người mở đường', version: 2 });
  });

  it('is refused with a sentence where the state no longer lets it be changed', async () => {
    const id = await makeExemplar(there.world, { state: 'nurtured' });
    const sent = await send(
      await there.as(there.world.lead),
      `/dien-hinh/${id}/sua`,
      filled({ fieldId: '' }),
    );
    expect(sent.status).toBe(422);
    expect(sent.html).toContain('href="#f-fieldId"');
    const unit = await send(await there.as(there.world.unit), `/dien-hinh/${id}/sua`, filled());
    expect(unit.html).toContain('data-rule="wrong_role"');
  });

  it('on an older version is refused, and shows what changed', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const unit = await there.as(there.world.unit);
    const path = `/dien-hinh/${id}/sua`;
    const stale = hiddenFields((await open(unit, path)).html, path);
    await send(unit, path, filled({ title: 'Của người kia' }));
    const answer = await seen(await unit.post(path, { ...stale, ...filled({ title: 'Của tôi' }) }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Của người kia');
    expect((await rowOf(there.world, id)).title).toBe('Của người kia');
    expect(answer.text).toContain('Của tôi');
    expect((await open(unit, path)).text).toContain('Có bản nháp lưu lúc');
    expect((await open(unit, `${path}?nhap=1`)).html).toContain('Của tôi');
  });
});
