import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { actingAs } from '../../test/factories.ts';
import { planDraft } from '../../test/plan-desk.ts';
import { type Browser, hiddenFields } from '../../test/site.ts';
import { draftRoutes } from '../web/draft-routes.ts';
import { createPlan } from './create-plan.ts';
import { planRoutes } from './routes.tsx';

let there: ExemplarSite;
let standing: Browser;
let path: string;
beforeAll(async () => {
  there = await openExemplarSite([...planRoutes({ parts: [], afterIssue: async () => {} }), ...draftRoutes]);
  standing = await there.as(there.world.standing);
  const { db, place } = there.world;
  const draft = planDraft(place, { number: '8/KH' });
  const outcome = await createPlan(actingAs(db, there.world.standing), draft);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  path = `/ke-hoach/${outcome.value.id}`;
});
afterAll(() => there.close());

/** Types into a section and lets it save itself, as the script of the page does. */
async function typeInto(section: string, fields: Record<string, string>): Promise<void> {
  const at = `${path}/${section}`;
  const { html } = await open(standing, at);
  const draftUrl = /data-draft-url="([^"]+)"/.exec(html)?.[1] ?? '';
  await standing.post(draftUrl, { ...hiddenFields(html, at), ...fields }, { 'x-draft': '1' });
}

it('keeps what was typed into a long section, shows it again, and forgets it when the section is saved', async () => {
  const typed = { 'stages.0.name': 'Giai đoạn đang gõ dở', 'stages.0.when': 'Quý III/2016' };
  await typeInto('giai-doan', typed);
  const opened = await open(standing, `${path}/giai-doan`);
  expect(opened.html.includes('Giai đoạn đang gõ dở')).toBe(true);
  expect((await send(standing, `${path}/giai-doan`, typed)).status).toBe(303);
  const again = await open(standing, `${path}/giai-doan`);
  expect(again.text).not.toContain('bản nháp lưu lúc');
  expect(again.html.includes('Giai đoạn đang gõ dở')).toBe(true);
});

it('asks before a draft of an older version goes over what stands there now', async () => {
  await typeInto('can-cu', { 'basis.0.number': '99-CT/TW' });
  await send(standing, `${path}/phong-trao`, { names: 'Một phong trào khác' });
  const shown = await open(standing, `${path}/can-cu`);
  expect(shown.text).toContain('Dùng bản nháp');
  expect(shown.html.includes('99-CT/TW')).toBe(false);
  expect((await open(standing, `${path}/can-cu?nhap=1`)).html.includes('99-CT/TW')).toBe(true);
});
