import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import type { Browser } from '../../test/site.ts';
import { STEP_KEYS, STEP_TITLES } from './register-steps.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
let unit: Browser;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
  unit = await there.as(there.world.unit);
});
afterAll(() => there.close());

const found = (more: object = {}) => makeExemplar(there.world, { state: 'found', ...more });
const step = (id: number, key: string) => `/dien-hinh/${id}/dang-ky/${key}`;

describe('the task list', () => {
  it('begins with a new one, names every step with what is missing, and stands on its page while it is open', async () => {
    const made = await send(unit, '/dien-hinh/moi', {
      ...{ kind: 'collective', fullName: 'Tổ hợp tác chè khu 3', origin: 'office' },
      officeId: String(there.world.place.commune.id),
    });
    expect(made.location).toMatch(/^\/dien-hinh\/\d+\/dang-ky$/);
    const { html, text } = await open(unit, made.location ?? '');
    const id = Number(/\d+/.exec(made.location ?? '')?.[0]);
    for (const key of STEP_KEYS) {
      expect(text).toContain(STEP_TITLES[key]);
      expect(html).toContain(`href="${step(id, key)}"`);
    }
    expect(text).toContain('Còn 4 bước phải xong trước khi đề nghị.');
    const page = await open(unit, `/dien-hinh/${id}`);
    expect(page.text).toContain('Các bước đăng ký');
    expect((await open(unit, `/dien-hinh/${await found({ state: 'nurtured' })}`)).text).not.toContain(
      'Các bước đăng ký',
    );
  });

  it('leads nowhere for those who may only read, and is not found out of reach', async () => {
    const id = await found();
    const leader = await there.as(there.world.leader);
    expect((await open(leader, `/dien-hinh/${id}/dang-ky`)).html).not.toContain(step(id, 'ai'));
    const stranger = await there.as(there.world.stranger);
    for (const path of [`/dien-hinh/${id}/dang-ky`, step(id, 'ai')])
      expect((await stranger.get(path)).status).toBe(404);
    for (const path of [step(id, 'khac'), '/dien-hinh/987654/dang-ky'])
      expect((await unit.get(path)).status).toBe(404);
  });
});
