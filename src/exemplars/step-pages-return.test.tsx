import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
});
afterAll(() => there.close());

const stateOf = async (id: number) => (await rowOf(there.world, id)).state;

describe('the return of a file', () => {
  it('says all reasons at once, each at its part: a tick without words, or nothing, comes back', async () => {
    const id = await makeExemplar(there.world, { state: 'proposed' });
    const lead = await there.as(there.world.lead);
    const path = `/dien-hinh/${id}/buoc/tra-lai`;
    const nothing = await send(lead, path, { onDay: '14/11/2018' });
    expect(nothing.status).toBe(422);
    expect(nothing.text).toContain('ít nhất một mục');
    const silent = await send(lead, path, { tra_evidence: '1', ly_do_endorsement: 'Thiếu chữ ký' });
    expect(silent.status).toBe(422);
    expect(silent.html).toContain('href="#f-ly_do_evidence">Hãy ghi lý do cho mục “Minh chứng”');
    expect(silent.html).toMatch(/name="ly_do_endorsement"[^>]*>\s*Thiếu chữ ký/);
    const long = await send(lead, path, { ly_do_other: 'a'.repeat(2_001) });
    expect([long.status, long.text.includes('dài quá 2.000 ký tự')]).toEqual([422, true]);
    expect(await stateOf(id)).toBe('proposed');
    const words = { ly_do_evidence: 'Chưa có hóa đơn', ly_do_endorsement: 'Thiếu chữ ký', ly_do_la: 'Lạ' };
    expect((await send(lead, path, words)).status).toBe(303);
    expect(await rowOf(there.world, id)).toMatchObject({
      state: 'returned',
      last_reason: 'Cần bổ sung 2 mục: Minh chứng: Chưa có hóa đơn; Suy tôn: Thiếu chữ ký',
    });
  });

  it('is not offered to the same level a second time, and says who may allow it', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found', complete: true });
    const [unit, lead] = [await there.as(world.unit), await there.as(world.lead)];
    const back = `/dien-hinh/${id}/buoc/tra-lai`;
    await send(unit, `/dien-hinh/${id}/buoc/de-nghi`, {});
    expect((await send(lead, back, { ly_do_evidence: 'Chưa có hóa đơn' })).status).toBe(303);
    await send(unit, `/dien-hinh/${id}/buoc/de-nghi`, {});
    const again = await open(lead, back);
    expect(again.html).toContain('data-rule="returned_before"');
    expect(again.text).toContain(`cần ${world.place.province.name} cho phép`);
    expect(again.html).not.toContain('name="ly_do_evidence"');
    expect((await open(lead, `/dien-hinh/${id}`)).text).toContain('Chưa thể “Trả lại để bổ sung”');
  });
});
