import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorAt, open, send } from '../../test/exemplar-site.ts';
import { HOME, openPlaceDesk, type PlaceDesk, typedPlace } from '../../test/place-desk.ts';

let desk: PlaceDesk;
let page: string;
let form: string;
beforeAll(async () => {
  desk = await openPlaceDesk();
  page = `/dien-hinh/${desk.exemplarId}`;
  form = `${page}/vi-tri`;
});
afterAll(() => desk.close());

const typed = (fields?: Record<string, string>) => typedPlace(desk, fields);
const record = async (fields: Record<string, string> = {}) =>
  send(await desk.as(desk.people.unit), form, typed(fields));
const kept = () => desk.site.db.selectFrom('exemplar_place').selectAll().executeTakeFirst();

describe('recording where an exemplar is', () => {
  it('keeps the point, the commune and who may see what, without the point in the audit', async () => {
    expect((await record()).status).toBe(303);
    expect(await kept()).toMatchObject({ ...HOME, staff_precision: 'commune', public_precision: 'commune' });
    const { after } = await desk.site.db
      .selectFrom('audit_event')
      .select('after')
      .where('kind', '=', 'exemplar.place_recorded')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    expect(after).toMatchObject({ điểm: 'đã ghi', 'cán bộ khác thấy': 'Xã, phường' });
    expect(JSON.stringify(after)).not.toMatch(/21[.,]3|105[.,]2/);
    await record({ point: '21,35; 105,29' });
    const all = await desk.site.db.selectFrom('audit_event').select(['before', 'after']).execute();
    expect(JSON.stringify(all)).toContain('đã ghi điểm khác');
    expect(JSON.stringify(all)).not.toMatch(/21[.,]3|105[.,]2/);
  });

  it('takes a commune without a point', async () => {
    expect((await record({ point: '' })).status).toBe(303);
    expect(await kept()).toMatchObject({ lat: null, lon: null });
    const seen = await open(await desk.as(desk.people.unit), page);
    expect(seen.text).toContain('không ghi điểm');
  });

  it('answers nonsense at the field and keeps what was typed', async () => {
    for (const [point, sentence] of [
      ['gần chợ', 'Không đọc được tọa độ'],
      ['48.85, 2.35', 'lãnh thổ Việt Nam'],
      ['https://maps.app.goo.gl/x', 'không chứa tọa độ'],
    ] as const) {
      const seen = await record({ point });
      expect([seen.status, errorAt(seen, 'point')]).toEqual([422, expect.stringContaining(sentence)]);
      expect(seen.html).toContain(`value="${point}"`);
    }
  });

  it('asks whether a point far outside of the province, or of the commune, is right, and takes it when it is', async () => {
    for (const [point, question] of [
      ['20,5; 105,5', 'khoảng 55,6\u00a0km, có đúng không?'],
      ['21,8; 105,8', 'có đúng là ở'],
    ] as const) {
      const seen = await record({ point });
      expect([seen.status, errorAt(seen, 'sure')]).toEqual([422, expect.stringContaining(question)]);
      expect((await record({ point, sure: '1' })).status).toBe(303);
    }
    expect((await record({ point: '48.85, 2.35', sure: '1' })).status).toBe(422);
  });

  it('refuses an office that is not offered, a word that is none, a stale form, and those who may not', async () => {
    const { stranger, place } = desk.world;
    expect(errorAt(await record({ officeId: String(place.province.id) }), 'officeId')).toContain(
      'trong danh sách',
    );
    expect((await record({ staff: 'exact' })).status).toBe(422);
    expect((await record({ source: ' ' })).status).toBe(422);
    expect((await record({ _phien_ban: '1' })).status).toBe(409);
    expect((await send(await desk.as(desk.people.viewer), form, typed())).status).toBe(422);
    expect((await send(await desk.as(stranger), form, typed())).status).toBe(404);
  });

  it('is taken back with a reason', async () => {
    await record();
    const browser = await desk.as(desk.people.unit);
    expect((await send(browser, `${form}/bo`, { reason: '' })).status).toBe(422);
    expect((await send(browser, `${form}/bo`, { reason: 'Gia đình không muốn' })).status).toBe(303);
    expect(await kept()).toBeUndefined();
    expect((await open(browser, `${form}/bo`)).status).toBe(404);
  });
});
