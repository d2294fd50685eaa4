import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AchievementDesk, FIGURE, openAchievementDesk } from '../../test/achievement-desk.ts';
import { answerOf, eventsOf, rowOf, rulesOf } from '../../test/oracles/exemplar-world.ts';
import { claimsOf } from './achievements-claims.ts';
import { achievementsOf } from './merits-queries.ts';

let desk: AchievementDesk;
beforeAll(async () => {
  desk = await openAchievementDesk();
});
afterAll(() => desk.world.close());

const lastEvent = async (id: number) => (await eventsOf(desk.world, id)).at(-1);

describe('an achievement', () => {
  it('is added as the word of the subject, with who typed it', async () => {
    const { id } = await desk.withAchievement();
    expect(await desk.kept(id)).toMatchObject({
      ...FIGURE,
      trust: 'self_declared',
      confirmed_by: null,
      recorded_by: desk.world.unit.accountId,
    });
    expect(await lastEvent(id)).toMatchObject({
      kind: 'exemplar.achievement_added',
      actor_id: desk.world.unit.accountId,
      office_id: desk.world.place.commune.id,
      thing_version: 2,
      after: { 'Thành tích': 'Thu nhập tăng gấp ba', 'Giá trị': '1.180,5', Năm: 2017 },
    });
    expect((await rowOf(desk.world, id)).version).toBe(2);
  });

  it('is confirmed by somebody else, who says with what', async () => {
    const { id, item } = await desk.withAchievement();
    answerOf(await desk.confirm(id, item));
    expect(await desk.kept(id)).toMatchObject({ trust: 'confirmed', confirmed_by: 'UBND xã: sổ thu 2017' });
    expect(await lastEvent(id)).toMatchObject({
      kind: 'exemplar.achievement_confirmed',
      before: { 'Độ tin cậy': 'tự khai' },
      after: { 'Độ tin cậy': 'đã xác nhận', 'Xác nhận': 'UBND xã: sổ thu 2017' },
    });
  });

  it('is not confirmed by who typed it, also not by who typed the figure anew', async () => {
    const { id, item } = await desk.withAchievement();
    expect(rulesOf(await desk.confirm(id, item, desk.world.unit))).toEqual(['not_own_figure']);
    answerOf(await desk.change(id, item, { value: 1200 }, desk.world.lead));
    expect(rulesOf(await desk.confirm(id, item, desk.world.lead))).toEqual(['not_own_figure']);
    answerOf(await desk.confirm(id, item, desk.world.unit));
  });

  it('is not confirmed by who proposed the record', async () => {
    const proposedBy = desk.world.lead.accountId;
    const { id, item } = await desk.withAchievement({ state: 'nurtured', proposedBy });
    expect(rulesOf(await desk.confirm(id, item))).toEqual(['not_own_proposal']);
    answerOf(await desk.confirm(id, item, desk.world.otherLead));
  });

  it('is self-declared again once the figure is another, but not for a word in its sentence', async () => {
    const { id, item } = await desk.withAchievement();
    answerOf(await desk.confirm(id, item));
    answerOf(await desk.change(id, item, { statement: 'Thu nhập gấp ba' }, desk.world.otherLead));
    expect(await desk.kept(id)).toMatchObject({ trust: 'confirmed', recorded_by: desk.world.unit.accountId });
    answerOf(await desk.change(id, item, { year: 2018 }, desk.world.otherLead));
    expect(await desk.kept(id)).toMatchObject({
      trust: 'self_declared',
      confirmed_by: null,
      recorded_by: desk.world.otherLead.accountId,
    });
    expect(await lastEvent(id)).toMatchObject({
      kind: 'exemplar.achievement_changed',
      before: { Năm: 2017, 'Độ tin cậy': 'đã xác nhận' },
      after: { Năm: 2018, 'Độ tin cậy': 'tự khai' },
    });
  });

  it('keeps every source that says otherwise, and its confirmation; its own proposer may note one', async () => {
    const { id, item } = await desk.withAchievement({
      state: 'nurtured',
      proposedBy: desk.world.unit.accountId,
    });
    answerOf(await desk.confirm(id, item));
    answerOf(await desk.contradict(id, item, desk.world.unit));
    expect(await lastEvent(id)).toMatchObject({
      kind: 'exemplar.achievement_contradicted',
      before: { 'Độ tin cậy': 'đã xác nhận' },
      after: { 'Độ tin cậy': 'có nguồn nói khác', 'Nguồn khác': 'Báo cáo của xã ghi 900' },
    });
    answerOf(await desk.contradict(id, item, desk.world.lead, 'Đài xã nói\n 950'));
    expect(await desk.kept(id)).toMatchObject({
      trust: 'contradicted',
      confirmed_by: 'UBND xã: sổ thu 2017',
    });
    answerOf(await desk.confirm(id, item, desk.world.standing));
    expect(await desk.kept(id)).toMatchObject({ trust: 'confirmed' });
    expect(await claimsOf(desk.world.db, id)).toMatchObject([
      { achievementId: item, source: 'Báo cáo của xã ghi 900', value: null, saidOn: '2018-11-15' },
      { achievementId: item, source: 'Đài xã nói 950', recordedBy: desk.world.lead.displayName },
    ]);
  });

  it('is removed with the reason; its evidence stays with the exemplar', async () => {
    const { id, item } = await desk.withAchievement();
    const paper = { exemplar_id: id, achievement_id: item, title: 'Sổ thu', reference: 'UBND xã' };
    await desk.world.db.insertInto('evidence').values(paper).execute();
    answerOf(await desk.remove(id, item));
    expect(await achievementsOf(desk.world.db, id)).toEqual([]);
    const left = await desk.world.db
      .selectFrom('evidence')
      .selectAll()
      .where('exemplar_id', '=', id)
      .execute();
    expect(left).toMatchObject([{ title: 'Sổ thu', achievement_id: null }]);
    expect(await lastEvent(id)).toMatchObject({
      kind: 'exemplar.achievement_removed',
      before: { 'Thành tích': 'Thu nhập tăng gấp ba' },
      reason: 'Ghi nhầm hồ sơ',
    });
  });
});
