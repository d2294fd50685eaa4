import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
let subjectId = 0;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
  const id = await makeExemplar(there.world, { state: 'found', fullName: 'Hoàng Thị Thuý Hoà' });
  subjectId = (await rowOf(there.world, id)).subject_id;
});
afterAll(() => there.close());

const part = async (who: 'unit' | 'stranger' | 'leader', query: Record<string, string>) => {
  const path = `/chu-the/giong-nhau?${new URLSearchParams(query)}`;
  return open(await there.as(there.world[who]), path);
};
const TYPED = { kind: 'individual', fullName: 'hoang thi thuy hoa' };

describe('the part of the form that asks whether it is somebody known', () => {
  it('is written for what is typed so far, keeps what was chosen, and is no whole page', async () => {
    const seen = await part('unit', { ...TYPED, subjectId: String(subjectId) });
    expect(seen.status).toBe(200);
    expect(seen.html).not.toContain('<html');
    expect(seen.html).toContain('một bên viết không dấu');
    expect(seen.html).toMatch(new RegExp(`value="${subjectId}"[^>]*checked`));
  });

  it('names to others only the office to be asked', async () => {
    const officeId = String(there.world.place.otherCommune.id);
    const { html } = await part('stranger', { ...TYPED, officeId: '' });
    expect(html).toContain(`hãy hỏi ${there.world.place.commune.name}`);
    expect(html).not.toContain(`value="${subjectId}"`);
    const sent = await send(await there.as(there.world.stranger), '/dien-hinh/moi', {
      ...TYPED,
      officeId,
      origin: 'office',
      foundOn: '',
      subjectId: String(subjectId),
    });
    expect(sent.status).toBe(422);
  });

  it('is for those who record, and empty for what is no name', async () => {
    expect((await part('leader', TYPED)).status).toBe(403);
    for (const fullName of ['', 'a', '???', 'Kiều Quốc Uy', 'x'.repeat(500), '\u202e<b>'])
      expect((await part('unit', { kind: 'individual', fullName })).html).toBe('');
    expect((await part('unit', { kind: 'ai', fullName: 'Hoàng Thị Thúy Hòa' })).html).toBe('');
  });
});
