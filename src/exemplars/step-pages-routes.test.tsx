import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { eventsOf, makeCheck, makeExemplar, rowOf } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { exemplarRoutes } from './routes.tsx';
import { ACTION_SLUGS, actionIn, CONSEQUENCES, stepPath } from './step-pages-words.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
});
afterAll(() => there.close());

const stateOf = async (id: number) => (await rowOf(there.world, id)).state;

describe('the addresses of steps', () => {
  it('are words without marks, one for each action, and read back', () => {
    const actions = Object.keys(exemplarWorkflow.actions) as ExemplarAction[];
    expect(new Set(Object.values(ACTION_SLUGS)).size).toBe(actions.length);
    for (const action of actions) {
      expect(ACTION_SLUGS[action]).toMatch(/^[a-z-]+$/);
      const own = action === 'honour' || action === 'merge';
      expect(actionIn(ACTION_SLUGS[action])).toBe(own ? null : action);
    }
    expect(stepPath(7, 'honour')).toBe('/dien-hinh/7/ton-vinh');
    expect(actionIn('toString')).toBeNull();
  });

  it('answer 404 for a word that is none, and for what one may not see', async () => {
    const id = await makeExemplar(there.world, { state: 'found' });
    const unit = await there.as(there.world.unit);
    const stranger = await there.as(there.world.stranger);
    expect((await open(unit, `/dien-hinh/${id}/buoc/xoa`)).status).toBe(404);
    expect((await open(stranger, `/dien-hinh/${id}/buoc/de-nghi`)).status).toBe(404);
    expect((await seen(await stranger.post(`/dien-hinh/${id}/buoc/de-nghi`))).status).toBe(404);
    expect(await stateOf(id)).toBe('found');
  });
});

describe('a step', () => {
  it('says what will happen, is taken, and says that it was', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found', complete: true });
    const unit = await there.as(world.unit);
    const page = await open(unit, `/dien-hinh/${id}/buoc/de-nghi`);
    expect(page.text).toContain(CONSEQUENCES.propose);
    expect(page.html).not.toContain('name="reason"');
    const sent = await send(unit, `/dien-hinh/${id}/buoc/de-nghi`, { onDay: '10/11/2018' });
    expect([sent.status, sent.location]).toEqual([303, `/dien-hinh/${id}`]);
    expect(await stateOf(id)).toBe('proposed');
    expect((await open(unit, `/dien-hinh/${id}`)).text).toContain('Đã gửi đề nghị.');
  });

  it('that cannot be taken says every reason and offers no form', async () => {
    const id = await makeExemplar(there.world, { state: 'proposed' });
    const unit = await open(await there.as(there.world.unit), `/dien-hinh/${id}/buoc/chon`);
    expect(unit.html).toContain('data-rule="wrong_role"');
    expect(unit.html).not.toContain('method="post" action="/dien-hinh');
    const lead = await open(await there.as(there.world.lead), `/dien-hinh/${id}/buoc/chon`);
    expect(lead.html.match(/data-rule="/g)?.length).toBeGreaterThanOrEqual(4);
    expect(lead.html).not.toContain('method="post" action="/dien-hinh');
    const wrong = await open(await there.as(there.world.lead), `/dien-hinh/${id}/buoc/cong-nhan`);
    expect(wrong.html).toContain('data-rule="wrong_state"');
  });

  it('asks for the reason where one is needed, keeps what was typed, and writes nothing without it', async () => {
    const id = await makeExemplar(there.world, { state: 'proposed' });
    const lead = await there.as(there.world.lead);
    const path = `/dien-hinh/${id}/buoc/khong-chon`;
    const again = await send(lead, path, { reason: '  ', onDay: '14/11/2018' });
    expect(again.status).toBe(422);
    expect(again.html).toContain('href="#f-reason">Hãy ghi lý do.');
    expect(again.html).toContain('value="14/11/2018"');
    expect(await stateOf(id)).toBe('proposed');
    const wrongDay = await send(lead, path, { reason: 'Thiếu', onDay: '31/02/2018' });
    expect([wrongDay.status, wrongDay.html.includes('không phải là ngày')]).toEqual([422, true]);
    const future = await send(lead, path, { reason: 'Thiếu', onDay: '16/11/2018' });
    expect(future.text).toContain('không được sau hôm nay');
    expect((await send(lead, path, { reason: 'Chưa đủ tiêu biểu', onDay: '' })).status).toBe(303);
    expect(await rowOf(there.world, id)).toMatchObject({
      state: 'declined',
      last_reason: 'Chưa đủ tiêu biểu',
    });
  });

  it('may pass over rules with a reason, which stays on record; without it, its field is named', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'proposed', complete: true });
    await world.db.deleteFrom('endorsement').where('exemplar_id', '=', id).execute();
    const lead = await there.as(world.lead);
    const path = `/dien-hinh/${id}/buoc/chon`;
    const without = await send(lead, path, { onDay: '15/11/2018' });
    expect(without.status).toBe(422);
    expect(without.html).toContain('href="#f-overrideReason"');
    expect(without.html).toContain('data-rule="endorsement_missing"');
    expect(await stateOf(id)).toBe('proposed');
    const sent = await send(lead, path, { overrideReason: 'Họp suy tôn bị hoãn vì lũ', onDay: '15/11/2018' });
    expect(sent.status).toBe(303);
    expect(await stateOf(id)).toBe('nurtured');
    const [event] = await eventsOf(world, id);
    expect(event?.reason).toBe('Họp suy tôn bị hoãn vì lũ');
  });

  it('recognises at a level, and only offers higher ones after that', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'nurtured', complete: true });
    await makeCheck(world, id);
    const leader = await there.as(world.leader);
    const path = `/dien-hinh/${id}/buoc/cong-nhan`;
    expect((await send(leader, path, { level: '' })).html).toContain('href="#f-level"');
    expect((await send(leader, path, { level: 'district' })).status).toBe(303);
    const next = await open(leader, path);
    expect(next.html).toContain('<option value="province"');
    expect(next.html).not.toContain('<option value="commune"');
  });

  it('done twice by a double click is done once', async () => {
    const id = await makeExemplar(there.world, { state: 'proposed' });
    const lead = await there.as(there.world.lead);
    const path = `/dien-hinh/${id}/buoc/danh-sach-cho`;
    const fields = { ...hiddenFields((await open(lead, path)).html, path), reason: 'Chờ chỉ tiêu' };
    const answers = await Promise.all([lead.post(path, fields), lead.post(path, fields)]);
    expect(answers.map((answer) => answer.status)).toEqual([303, 303]);
    expect(await eventsOf(there.world, id)).toHaveLength(1);
  });

  it('on a file that somebody changed meanwhile is refused, and shows what changed', async () => {
    const id = await makeExemplar(there.world, { state: 'proposed' });
    const lead = await there.as(there.world.lead);
    const standing = await there.as(there.world.standing);
    const path = `/dien-hinh/${id}/buoc/khong-chon`;
    const stale = hiddenFields((await open(lead, path)).html, path);
    await send(standing, `/dien-hinh/${id}/buoc/danh-sach-cho`, { reason: 'Chờ năm sau' });
    const answer = await seen(await lead.post(path, { ...stale, reason: 'Không hợp' }));
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('đã đưa vào danh sách chờ');
    expect(await stateOf(id)).toBe('waiting');
  });
});
