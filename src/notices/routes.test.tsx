import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reasonsOf } from '../../test/desks-world.ts';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { TEST_DAY } from '../../test/factories.ts';
import { answerOf, as, makeCheck, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { propose, return_ } from '../exemplars/commands.ts';
import type { Actor } from '../identity/actor.ts';
import {
  COUNTED,
  checksDue,
  overduePromises,
  proposalsForMe,
  SHOWN,
  toHonour,
  toRecognise,
} from './my-work-queries.ts';
import { myWork, noticeRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(noticeRoutes);
});
afterAll(() => there.close());
beforeEach(async () => {
  const { db } = there.world;
  for (const table of [
    'consent',
    'help_task',
    'support_action',
    'assessment_answer',
    'assessment',
    'endorsement',
  ] as const)
    await db.deleteFrom(table).execute();
  for (const table of ['achievement', 'exemplar_check', 'exemplar_step', 'draft', 'exemplar'] as const)
    await db.deleteFrom(table).execute();
});

const work = async (actor: Actor) => (await open(await there.as(actor), '/viec-cua-toi')).text;

describe('Việc của tôi', () => {
  it('says what will appear and offers the first step where there is nothing to do', async () => {
    const { world } = there;
    const page = await open(await there.as(world.unit), '/viec-cua-toi');
    expect(page.text).toContain('Hiện không có việc nào chờ bạn');
    expect(page.html).toContain('href="/dien-hinh/moi"');
    expect((await open(await there.as(world.leader), '/viec-cua-toi')).html).not.toContain(
      'href="/dien-hinh/moi"',
    );
  });

  it('tells the unit what came back and why, and nobody else', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found', complete: true });
    answerOf(await propose(as(world, world.unit), { id, version: null }));
    answerOf(
      await return_(as(world, world.lead), { id, version: null, reasons: reasonsOf('Thiếu chữ ký thư ký') }),
    );
    expect(await work(world.unit)).toMatch(/Bị trả lại để bổ sung 1 .*Thiếu chữ ký thư ký/);
    expect(await work(world.stranger)).not.toContain('Bị trả lại');
    expect(await work(world.lead)).not.toContain('Bị trả lại');
  });

  it('puts before the lead office what it must decide, but not what its own officer proposed', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'proposed', proposedBy: world.lead.accountId });
    const idsFor = async (actor: Actor) =>
      (await proposalsForMe(world.db, actor)).items.map((item) => item.id);
    expect(await idsFor(world.lead)).toEqual([]);
    expect(await idsFor(world.otherLead)).toEqual([id]);
    expect(await idsFor(world.unit)).toEqual([]);
    expect(await work(world.otherLead)).toContain('Đề nghị chờ quyết định 1');
  });

  it('puts before the leader what is ready: checked and consenting to recognise, consenting to honour', async () => {
    const { world } = there;
    const ready = await makeExemplar(world, { state: 'nurtured', complete: true });
    const unchecked = await makeExemplar(world, { state: 'nurtured', complete: true });
    const silent = await makeExemplar(world, { state: 'recognised' });
    const toHonourNow = await makeExemplar(world, { state: 'recognised', complete: true });
    await makeCheck(world, ready);
    expect((await toRecognise(world.db, world.leader)).items.map((item) => item.id)).toEqual([ready]);
    expect((await toHonour(world.db, world.leader)).items.map((item) => item.id)).toEqual([toHonourNow]);
    expect((await toRecognise(world.db, world.standing)).total).toBe(0);
    expect([unchecked, silent].every((id) => id > 0)).toBe(true);
  });

  it('counts the checks of the year that are still missing, for those who may check', async () => {
    const { world } = there;
    const missing = await makeExemplar(world, { state: 'honoured' });
    const done = await makeExemplar(world, { state: 'nurtured' });
    await makeCheck(world, done);
    await makeExemplar(world, { state: 'found' });
    expect((await checksDue(world.db, world.unit, TEST_DAY)).items.map((item) => item.id)).toEqual([missing]);
    expect((await checksDue(world.db, world.unit, '2019-01-02')).total).toBe(2);
    expect((await checksDue(world.db, world.leader, TEST_DAY)).total).toBe(0);
  });

  it('puts what is late first: help and support whose day has passed and that is not done', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'nurtured' });
    const closed = await makeExemplar(world, { state: 'withdrawn' });
    const help = { exemplar_id: id, difficulty: 'Thiếu vốn', owner: 'Hội Nông dân xã' };
    await world.db
      .insertInto('help_task')
      .values([
        { ...help, help: 'Vay vốn', due_on: '2018-11-14' },
        { ...help, help: 'Đúng hạn hôm nay', due_on: TEST_DAY },
        { ...help, help: 'Đã xong', due_on: '2018-01-01', done_on: '2018-01-02', result: 'Tốt' },
        { ...help, help: 'Của hồ sơ đã rút', due_on: '2018-01-01', exemplar_id: closed },
      ])
      .execute();
    await world.db
      .insertInto('support_action')
      .values({
        exemplar_id: id,
        kind: 'skill',
        what: 'Tập huấn',
        owner_office_id: world.place.commune.id,
        due_on: '2018-03-31',
      })
      .execute();
    const { items, total } = await overduePromises(world.db, world.unit, TEST_DAY);
    expect(items.map((item) => [item.what, item.owner])).toEqual([
      ['Tập huấn', world.place.commune.name],
      ['Vay vốn', 'Hội Nông dân xã'],
    ]);
    expect(total).toBe(2);
    const text = await work(world.unit);
    expect(text).toContain('Quá hạn 229 ngày');
    expect(text.indexOf('Quá hạn 2')).toBeLessThan(text.indexOf('Chưa kiểm tra năm 2018'));
    expect((await overduePromises(world.db, world.stranger, TEST_DAY)).total).toBe(0);
  });

  it('shows ten of each, the longest waiting, says how many there are, and leads to the rest', async () => {
    const { world } = there;
    for (let i = 0; i < SHOWN + 3; i++) await makeExemplar(world, { state: 'proposed' });
    const last = await makeExemplar(world, { state: 'proposed' });
    await world.db
      .updateTable('exemplar_step')
      .set({ on_day: '2017-01-01' })
      .where('exemplar_id', '=', last)
      .execute();
    const list = await proposalsForMe(world.db, world.lead);
    expect([list.items.length, list.total, list.items[0]?.id]).toEqual([SHOWN, SHOWN + 4, last]);
    const page = await open(await there.as(world.lead), '/viec-cua-toi');
    expect(page.html).toContain('href="/dien-hinh?trang_thai=proposed"');
    expect(COUNTED).toBeGreaterThan(SHOWN);
  });

  it('lists one’s own unfinished forms', async () => {
    const { world } = there;
    const id = await makeExemplar(world, { state: 'found' });
    const draft = (form: string, body: object, accountId = world.unit.accountId) =>
      world.db
        .insertInto('draft')
        .values({ account_id: accountId, form, body: JSON.stringify(body) })
        .execute();
    await draft('dien-hinh-moi', { fullName: 'Đỗ Quốc Thuận' });
    await draft(`dien-hinh-${id}`, { fullName: ' ' });
    await draft('bao-cao-1', {});
    await draft('dien-hinh-moi', { fullName: 'Của người khác' }, world.lead.accountId);
    const page = await open(await there.as(world.unit), '/viec-cua-toi');
    expect(page.text).toContain('Đang viết dở 2');
    expect(page.html).toContain('<a href="/dien-hinh/moi">Đỗ Quốc Thuận</a>');
    expect(page.html).toContain(`<a href="/dien-hinh/${id}/sua">Nguyễn Văn Thử</a>`);
    expect(page.text).not.toContain('Của người khác');
  });

  it('costs the same number of queries, with one thing to do as with many', async () => {
    const { world } = there;
    let count = 0;
    const counting: KyselyPlugin = {
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        count++;
        return result;
      },
    };
    const db = world.db.withPlugin(counting);
    const costOf = async () => {
      count = 0;
      await myWork(db, world.standing, TEST_DAY);
      return count;
    };
    await makeExemplar(world, { state: 'proposed' });
    const one = await costOf();
    for (const state of ['proposed', 'nurtured', 'recognised', 'returned', 'held', 'found'])
      for (let i = 0; i < 3; i++)
        await makeExemplar(world, { state, heldFrom: state === 'held' ? 'nurtured' : null });
    expect([one, await costOf()]).toEqual([one, one]);
    expect(one).toBeLessThanOrEqual(14);
  });
});
