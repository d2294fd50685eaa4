import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { exemplarRoutes } from './routes.tsx';
import { ORIGIN_NAMES, ORIGINS } from './show-words.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
});
afterAll(() => there.close());

describe('a tip that an officer writes down', () => {
  it.each(ORIGINS)('may come from %s, be incomplete, and be put right bit by bit', async (origin) => {
    const browser = await there.as(there.world.unit);
    const name = `Tổ hợp tác ${ORIGIN_NAMES[origin]}`;
    const typed = {
      kind: 'collective',
      fullName: name,
      origin,
      officeId: String(there.world.place.commune.id),
    };
    const sent = await send(browser, '/dien-hinh/moi', typed);
    expect(sent.status).toBe(303);
    const id = Number(/\d+/.exec(sent.location ?? '')?.[0]);
    const row = await there.site.db
      .selectFrom('exemplar')
      .select(['state', 'origin', 'sources'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(row).toMatchObject({ state: 'found', origin, sources: [] });
    const page = await open(browser, `/dien-hinh/${id}`);
    expect(page.text).toContain(ORIGIN_NAMES[origin]);
    // what is missing is listed, and what the source itself still owes stands in its step
    expect(page.text).toContain('Chưa chọn lĩnh vực');
    const tasks = await open(browser, `/dien-hinh/${id}/dang-ky`);
    if (origin === 'press') expect(tasks.text).toContain('Chưa ghi đường dẫn bài báo');
    const link = 'https://baophutho.vn/to-hop-tac';
    const source = { origin, foundOn: '15/11/2018', sources: link, sourceNote: '', fieldHint: '' };
    expect((await send(browser, `/dien-hinh/${id}/dang-ky/phat-hien`, source)).status).toBe(303);
    expect((await open(browser, `/dien-hinh/${id}`)).text).toContain(link);
    expect((await open(browser, `/dien-hinh/${id}/dang-ky`)).text).not.toContain('Chưa ghi đường dẫn');
  });

  it('from nowhere is asked where it came from', async () => {
    const browser = await there.as(there.world.unit);
    const typed = { kind: 'individual', fullName: 'Ai đó', officeId: String(there.world.place.commune.id) };
    for (const origin of ['', 'rumour'])
      expect((await send(browser, '/dien-hinh/moi', { ...typed, origin })).status).toBe(422);
  });
});
