import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
});
afterAll(() => there.close());

const pathOf = (id: number) => `/dien-hinh/${id}/buoc/gop`;
const comparing = ({ gone, kept }: { gone: number; kept: number }) => `${pathOf(gone)}?giu=${kept}`;

describe('choosing the file that is kept', () => {
  it('offers files of the same name, also spelled otherwise, and finds others by name', async () => {
    const { world } = there;
    const kept = await makeExemplar(world, { state: 'nurtured', fullName: 'Đỗ Quốc Thuận' });
    const far = await makeExemplar(world, { state: 'nurtured', fullName: 'Cấn Thị Thìn' });
    const id = await makeExemplar(world, { state: 'found', fullName: 'Do Quoc Thuan' });
    const unit = await there.as(world.unit);
    const page = await open(unit, pathOf(id));
    expect(page.html).toContain(`value="${kept}"`);
    expect(page.html).not.toContain(`value="${far}"`);
    expect(page.html).not.toContain(`name="giu" value="${id}"`);
    expect((await open(unit, `${pathOf(id)}?tim=can+thi+thin`)).html).toContain(`value="${far}"`);
    expect((await open(unit, `${pathOf(id)}?tim=zzzz`)).text).toContain('Không thấy hồ sơ nào');
    expect((await open(unit, comparing({ gone: id, kept }))).text).toContain(
      'Hai hồ sơ đang ghi hai chủ thể',
    );
  });

  it('never shows or takes what the person may not see, what is closed, and the file itself', async () => {
    const { world } = there;
    const hidden = await makeExemplar(world, { state: 'nurtured', officeId: world.place.otherCommune.id });
    const closed = await makeExemplar(world, { state: 'declined' });
    const id = await makeExemplar(world, { state: 'found' });
    const unit = await there.as(world.unit);
    expect((await open(unit, pathOf(id))).html).not.toContain(`value="${hidden}"`);
    for (const kept of [hidden, closed, id, 999_999_999, 0]) {
      const page = await open(unit, comparing({ gone: id, kept }));
      expect([kept, page.status, /(?:Không tìm thấy|vào chính nó|“không chọn”)/.test(page.text)]).toEqual([
        kept,
        422,
        true,
      ]);
      const sent = await send(unit, pathOf(id), {
        ...{ reason: 'Cùng người', intoId: String(kept), intoVersion: '1', _phien_ban: '1' },
      });
      expect(sent.status).toBe(422);
    }
    expect((await send(unit, pathOf(id), { reason: 'Cùng người' })).html).toContain('href="#f-tim"');
    expect((await open(unit, `${pathOf(id)}?giu=abc`)).status).toBe(422);
    expect((await rowOf(world, id)).state).toBe('found');
  });

  it('is refused with the reasons of the table, and unknown to strangers', async () => {
    const { world } = there;
    const proposed = await makeExemplar(world, { state: 'proposed' });
    const page = await open(await there.as(world.unit), pathOf(proposed));
    expect(page.html).toContain('data-rule="wrong_state"');
    expect(page.html).not.toContain('name="giu"');
    const found = await makeExemplar(world, { state: 'found' });
    const leader = await open(await there.as(world.leader), pathOf(found));
    expect(leader.html).toContain('data-rule="wrong_role"');
    const stranger = await there.as(world.stranger);
    expect((await open(stranger, pathOf(found))).status).toBe(404);
    expect((await seen(await stranger.post(pathOf(found)))).status).toBe(404);
  });
});
