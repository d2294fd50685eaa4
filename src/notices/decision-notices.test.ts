import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { candidate, prepared } from '../../test/choosing-world.ts';
import { makePlan } from '../../test/factories.ts';
import { answerOf, as, type ExemplarWorld, exemplarWorld } from '../../test/oracles/exemplar-world.ts';
import { applyList } from '../choosing/apply.ts';
import { decline } from '../exemplars/commands.ts';
import { SettableClock } from '../platform/clock.ts';
import { decisionNotices } from './decision-notices.ts';

let world: ExemplarWorld;
beforeAll(async () => {
  world = await exemplarWorld();
});
afterAll(() => world.close());

const DAY = '2018-11-15';
const tell = () =>
  world.db.transaction().execute((tx) => decisionNotices(tx, DAY, DAY, new SettableClock(DAY)));
const noticesOf = (accountId: number) =>
  world.db.selectFrom('notice').selectAll().where('account_id', '=', accountId).orderBy('id').execute();

describe('what was decided', () => {
  it('is told to the office that proposed, once, with the reason and without the name of the person', async () => {
    const plan = await makePlan(world.db, world.place.lead, { kind: 'exactly', number: 1 });
    const [one, other] = [
      await candidate(world, plan, 'Hà Thị Nhất'),
      await candidate(world, plan, 'Hà Thị Nhì'),
    ];
    await prepared(world, plan, one);
    const listId = await prepared(world, plan, other, { action: 'wait', reason: 'Hà Thị Nhì chờ hết vụ' });
    // the decision may be of an earlier day; it is told when it is recorded
    answerOf(await applyList(as(world, world.lead), { listId, version: null, onDay: '2018-03-01' }));
    expect(await tell()).toBeGreaterThan(0);
    expect(await tell()).toBe(0);
    const sentences = (await noticesOf(world.unit.accountId)).map(({ kind, sentence }) => [kind, sentence]);
    const head = `Quyết định ngày 01/03/2018 về hồ sơ của ${world.place.commune.name}, lĩnh vực Phát triển kinh tế hộ (thử)`;
    expect(sentences).toEqual([
      ['decided', `${head}: đưa vào danh sách chờ. Lý do: điển hình này chờ hết vụ`],
      ['decided', `${head}: chọn bồi dưỡng.`],
    ]);
    expect(await noticesOf(world.stranger.accountId)).toEqual([]);
  });

  it('is told as well where one was decided on singly', async () => {
    const id = await candidate(world, world.plan, 'Hà Văn Ba');
    answerOf(await decline(as(world, world.lead), { id, version: null, reason: 'Chưa đủ' }));
    await tell();
    const [last] = (await noticesOf(world.unit.accountId)).toReversed();
    expect(last).toMatchObject({ href: `/dien-hinh/${id}#quyet-dinh`, kind: 'decided' });
  });
});
