import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import { loadMeasures } from '../sample/load-measures.ts';
import { listMeasures, measuresOn } from './queries.ts';
import { measureRoutes } from './routes.tsx';

let there: ExemplarSite;
let standing: Browser;
let unit: Browser;
beforeAll(async () => {
  there = await openExemplarSite(measureRoutes);
  await there.world.db.transaction().execute(loadMeasures);
  standing = await there.as(there.world.standing);
  unit = await there.as(there.world.unit);
});
afterAll(() => there.close());

const PATH = '/danh-muc/chi-so';
const typed = {
  name: 'Số đàn ong',
  kind: 'count',
  unit: 'đàn',
  adding: 'last',
  decimals: '0',
  shown: 'plain',
  synonyms: 'Đàn ong nuôi',
  lowest_individual: '1',
  highest_individual: '1.000 đàn',
  rangeSource: 'Ước lượng',
  rangeProvisional: '1',
};

describe('the catalogue of measures', () => {
  it('is read by everybody and kept by the standing body alone', async () => {
    const { text, html } = await open(unit, PATH);
    for (const words of ['Diện tích đất hiến', 'đặt tạm, chưa đối chiếu', 'từ 5 m² đến 2 ha'])
      expect(text).toContain(words);
    expect(html).not.toContain(`${PATH}/moi`);
    expect((await unit.get(`${PATH}/moi`)).status).toBe(403);
    expect((await open(standing, PATH)).html).toContain(`${PATH}/moi`);
  });

  it('takes a new one, with its ranges read by its unit, and tells it in the history', async () => {
    const sent = await send(standing, `${PATH}/moi`, typed);
    expect(sent.status).toBe(303);
    const made = (await listMeasures(there.world.db)).find(({ name }) => name === typed.name);
    expect(made).toMatchObject({ key: 'so-dan-ong', unit: 'đàn', synonyms: ['Đàn ong nuôi'], version: 1 });
    expect(made?.ranges).toEqual([
      { subjectKind: 'individual', lowest: 1, highest: 1000, source: 'Ước lượng', provisional: true },
    ]);
    const { text } = await open(unit, sent.location ?? '');
    expect(text).toContain('đã thêm chỉ số');
    expect(errorAt(await send(standing, `${PATH}/moi`, { ...typed, name: 'SO DAN ONG' }), 'name')).toContain(
      'Đã có chỉ số',
    );
  });

  it.each([
    ['unit', { kind: 'money', unit: 'triệu đồng', highest_individual: '' }, 'được giữ theo đồng'],
    ['lowest_individual', { lowest_individual: 'ít' }, 'không phải là số'],
    ['highest_individual', { lowest_individual: '9', highest_individual: '8' }, 'từ mức thấp nhất trở lên'],
    ['rangeSource', { rangeSource: '' }, 'lấy từ đâu'],
    ['decimals', { decimals: '9' }, 'từ 0 đến 6'],
    ['name', { name: 'x'.repeat(201) }, 'dài quá 200'],
  ])('says at %s what is wrong and writes nothing', async (field, wrong, sentence) => {
    const before = await listMeasures(there.world.db);
    const sent = await send(standing, `${PATH}/moi`, { ...typed, name: 'Thử sai', ...wrong });
    expect(sent.status).toBe(422);
    expect(errorAt(sent, field)).toContain(sentence);
    expect(await listMeasures(there.world.db)).toEqual(before);
  });

  it('is changed with its history; the unit stays once figures are kept in it', async () => {
    const { db } = there.world;
    const kept = (await listMeasures(db)).find(({ key }) => key === 'ho-duoc-giup');
    const path = `${PATH}/${kept?.id}/sua`;
    const changed = { name: 'Hộ được giúp đỡ', unit: 'hộ gia đình', highest_individual: '1.000' };
    const fields = { ...typed, ...changed };
    const exemplar = await makeExemplar(there.world, { state: 'found' });
    await db
      .insertInto('achievement')
      .values({
        exemplar_id: exemplar,
        statement: 'Giúp hộ',
        measure_id: kept?.id ?? 0,
        value: 3,
        unit: 'hộ',
      })
      .execute();
    expect(errorAt(await send(standing, path, fields), 'unit')).toContain('Đã có số liệu ghi theo hộ');
    expect((await send(standing, path, { ...fields, unit: 'hộ' })).status).toBe(303);
    expect((await open(unit, `${PATH}/${kept?.id}`)).text).toContain('đã sửa chỉ số');
    const old = await standing.post(path, { ...fields, _phien_ban: '1', _khoa: 'khoa-cu-12345' });
    expect(old.status).toBe(409);
  });

  it('ends one with a reason: from the day after nobody chooses it', async () => {
    const { db } = there.world;
    const kept = (await measuresOn(db, '2018-11-15')).find(({ key }) => key === 'san-luong');
    const path = `${PATH}/${kept?.id}/thoi-dung`;
    expect((await send(standing, path, { validTo: '14/11/2018', reason: '' })).status).toBe(422);
    expect((await send(standing, path, { validTo: '14/11/2018', reason: 'Tách theo cây' })).status).toBe(303);
    const keys = async (day: string) => (await measuresOn(db, day)).map(({ key }) => key);
    expect(await keys('2018-11-14')).toContain('san-luong');
    expect(await keys('2018-11-15')).not.toContain('san-luong');
    expect((await open(unit, PATH)).text).toContain('thôi dùng từ sau 14/11/2018');
  });

  it('answers 404 for one that is not there', async () => {
    expect((await unit.get(`${PATH}/987654`)).status).toBe(404);
    expect((await standing.get(`${PATH}/xyz/sua`)).status).toBe(404);
  });
});
