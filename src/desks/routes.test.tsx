import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProposed, makeProposedAgain } from '../../test/desks-world.ts';
import { type ExemplarSite, errorAt, open, openExemplarSite, seen, send } from '../../test/exemplar-site.ts';
import { makeActor, makeOffice } from '../../test/factories.ts';
import { hiddenFields } from '../../test/site.ts';
import { exemplarPaper } from '../exemplars/desk-paper.ts';
import { exemplarDeskPart } from '../exemplars/desk-part.tsx';
import { exemplarRoutes } from '../exemplars/routes.tsx';
import type { Actor } from '../identity/actor.ts';
import { opinionsOf } from './opinions.ts';
import { deskRoutes } from './routes.tsx';
import { deskOf, staysOf } from './stay.ts';

let there: ExemplarSite;
let health: { id: number; name: string };
let asked: Actor & { accountId: number };
beforeAll(async () => {
  there = await openExemplarSite([
    ...exemplarRoutes({ parts: [exemplarDeskPart] }),
    ...deskRoutes([exemplarPaper]),
  ]);
  health = await makeOffice(there.world.db, there.world.place.province, {
    name: 'Sở Y tế thử',
    kind: 'department',
  });
  asked = await makeActor(there.world.db, [['unit', health, 'own']], 'Hồ Thị Y Tế');
});
afterAll(() => there.close());

const way = (id: number, rest = '') => `/van-ban/dien-hinh/${id}${rest}`;

describe('the way of a paper', () => {
  it('stands on the page of the paper and on its own, with what can be done, what not, and who else may', async () => {
    const { world } = there;
    const id = await makeProposed(world);
    const line = `Đang ở bàn của ${world.place.lead.name} , từ ngày 01/11/2018 (14 ngày), hạn 22/11/2018, còn chờ quyết định lựa chọn.`;
    for (const path of [`/dien-hinh/${id}`, way(id)]) {
      const { text, html } = await open(await there.as(world.lead), path);
      expect(text).toContain(line);
      expect(html).toContain(way(id, '/xin-y-kien'));
      expect(html).not.toContain(way(id, '/chuyen-ban'));
      expect(text).toContain('“Chuyển sang bàn khác” do cơ quan cấp trên thực hiện');
    }
    const list = await open(await there.as(world.unit), '/dien-hinh');
    expect(list.text).toContain(line);
    there.site.clock.set('2018-11-26');
    const late = await open(await there.as(world.lead), way(id));
    there.site.clock.set('2018-11-15');
    expect(late.text).toContain('quá hạn 4 ngày');
    expect(late.html).toContain('state is-warn');
  });

  it('is not found by who may not see the paper, of no known sort, or where there is none', async () => {
    const id = await makeProposed(there.world);
    const stranger = await there.as(there.world.stranger);
    const standing = await there.as(there.world.standing);
    for (const rest of ['', '/chuyen-ban', '/xin-y-kien', '/cho-tra-lai'])
      expect((await open(stranger, way(id, rest))).status).toBe(404);
    expect((await seen(await stranger.post(way(id, '/chuyen-ban')))).status).toBe(404);
    for (const path of [
      '/van-ban/tho/1',
      '/van-ban/bao-cao/1',
      way(987_654),
      '/van-ban/dien-hinh/abc',
      way(id, '/y-kien/1'),
    ])
      expect((await open(standing, path)).status).toBe(404);
    expect((await there.site.visitor().get(way(id))).status).toBe(303);
  });
});

describe('the forms', () => {
  it('move a paper to another desk; wrong input comes back at its field with what was typed, and nothing is written', async () => {
    const { world } = there;
    const id = await makeProposed(world);
    const standing = await there.as(world.standing);
    const path = way(id, '/chuyen-ban');
    const wrong = await send(standing, path, {
      officeId: '',
      dueOn: '31/02/2018',
      reason: 'Cho kịp',
      stayId: '',
    });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'officeId')).toContain('Hãy chọn đơn vị nhận');
    expect(errorAt(wrong, 'dueOn')).toContain('không phải là ngày');
    expect(wrong.html).toContain('Cho kịp');
    const fields = { officeId: String(health.id), dueOn: '30/11/2018', reason: 'Cho kịp' };
    const past = await send(standing, path, { ...fields, dueOn: '01/11/2018' });
    expect(errorAt(past, 'dueOn')).toContain('không được trước hôm nay');
    for (const officeId of ['0', '-1', '99999999999999999999', '1 OR 1=1', String(world.place.commune.id)])
      expect((await send(standing, path, { ...fields, officeId })).status).toBe(422);
    expect((await send(standing, path, { ...fields, reason: 'a'.repeat(2_001) })).status).toBe(422);
    expect(await staysOf(world.db, 'exemplar', id)).toHaveLength(1);
    const sent = await send(standing, path, fields);
    expect([sent.status, sent.location]).toEqual([303, way(id)]);
    expect((await deskOf(world.db, 'exemplar', id))?.officeId).toBe(health.id);
    const again = await open(standing, way(id));
    expect(again.text).toContain('Đã chuyển văn bản sang bàn mới.');
    expect(again.text).toContain('Lý do chuyển: Cho kịp');
  });

  it('done twice by a double click are done once', async () => {
    const { world } = there;
    const id = await makeProposed(world);
    const standing = await there.as(world.standing);
    const path = way(id, '/chuyen-ban');
    const fields = {
      ...hiddenFields((await open(standing, path)).html, path),
      officeId: String(health.id),
      dueOn: '30/11/2018',
      reason: 'Kịp',
    };
    const answers = await Promise.all([standing.post(path, fields), standing.post(path, fields)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await staysOf(world.db, 'exemplar', id)).toHaveLength(2);
  });

  it('on a paper that somebody changed meanwhile are refused with what changed', async () => {
    const { world } = there;
    const id = await makeProposed(world);
    const standing = await there.as(world.standing);
    const path = way(id, '/xin-y-kien');
    const stale = hiddenFields((await open(standing, path)).html, path);
    await send(await there.as(world.lead), `/dien-hinh/${id}/buoc/danh-sach-cho`, { reason: 'Chờ năm sau' });
    const answer = await seen(
      await standing.post(path, {
        ...stale,
        officeId: String(health.id),
        dueOn: '30/11/2018',
        question: 'Đạt không?',
      }),
    );
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('đã đưa vào danh sách chờ');
    expect(answer.text).toContain('Đạt không?');
  });

  it('ask, answer, name a gap, and show what came late as a supplement', async () => {
    const { world, site } = there;
    const id = await makeProposed(world);
    const lead = await there.as(world.lead);
    const officer = await there.as(asked);
    expect((await open(officer, `/dien-hinh/${id}`)).status).toBe(404);
    const fields = { officeId: String(health.id), question: 'Có đạt\nan toàn không?', dueOn: '20/11/2018' };
    expect((await send(lead, way(id, '/xin-y-kien'), { ...fields, question: '  ' })).status).toBe(422);
    expect((await send(lead, way(id, '/xin-y-kien'), fields)).status).toBe(303);
    expect((await open(officer, `/dien-hinh/${id}`)).text).toContain('đang chờ trả lời');
    const [opinion] = await opinionsOf(world.db, 'exemplar', id);
    const [answer, gap] = [way(id, `/y-kien/${opinion?.id}`), way(id, `/khuyet-y-kien/${opinion?.id}`)];
    const notTheirs = await open(lead, answer);
    expect(notTheirs.html).toContain('data-rule="wrong_side"');
    expect(notTheirs.html).not.toContain('name="answer"');
    const refused = await seen(await lead.post(answer, { answer: 'Đạt' }));
    expect(refused.html).toContain('data-rule="wrong_side"');
    expect((await open(lead, `/dien-hinh/${id}`)).html).toContain('data-rule="opinion_awaited"');

    expect((await send(lead, gap, { reason: '' })).status).toBe(422);
    expect((await send(lead, gap, { reason: 'Đã nhắc hai lần' })).status).toBe(303);
    expect((await open(lead, way(id))).text).toContain('khuyết ý kiến');
    site.clock.set('2018-11-28');
    const late = await open(officer, answer);
    expect(late.text).toContain('hiện rõ là phần bổ sung');
    expect((await send(officer, answer, { answer: 'Đạt yêu cầu <b>' })).status).toBe(303);
    site.clock.set('2018-11-15');
    const { text, html } = await open(lead, way(id));
    expect(text).toContain('bổ sung sau khi đã đi tiếp');
    expect(text).toContain(
      'Bổ sung ngày 28/11/2018, đến sau ngày 15/11/2018 khi văn bản đã đi tiếp (Hồ Thị Y Tế)',
    );
    expect(html).toContain('Đạt yêu cầu &lt;b&gt;');
  });

  it('give leave for a second return, which then can be made', async () => {
    const { world } = there;
    const id = await makeProposedAgain(world);
    const lead = await there.as(world.lead);
    const back = `/dien-hinh/${id}/buoc/tra-lai`;
    expect((await open(lead, back)).html).toContain('data-rule="returned_before"');
    const standing = await there.as(world.standing);
    expect((await send(standing, way(id, '/cho-tra-lai'), { reason: ' ' })).status).toBe(422);
    expect((await send(standing, way(id, '/cho-tra-lai'), { reason: 'Lỗi mới thấy' })).status).toBe(303);
    expect((await send(lead, back, { ly_do_evidence: 'Đo lại diện tích' })).status).toBe(303);
    const { text } = await open(await there.as(world.unit), `/dien-hinh/${id}`);
    expect(text).toContain('cần bổ sung 1 mục Minh chứng: Đo lại diện tích');
    expect(text).toContain('Đã trả lại 2 lần');
    expect(text).toContain('cho phép trả lại thêm một lần (đã dùng). Lý do: Lỗi mới thấy');
  });
});
