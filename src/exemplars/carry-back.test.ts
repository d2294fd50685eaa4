import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../test/carry-files.ts';
import { type Stock, stock } from '../../test/carry-fill.ts';
import { mergeAll, mergedPair, reopened, view } from '../../test/carry-merged.ts';
import {
  answerOf,
  as,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
  rowOf,
  rulesOf,
} from '../../test/oracles/exemplar-world.ts';
import { removeAchievement } from './achievements.ts';
import { hold, propose } from './commands.ts';
import { giveConsent, withdrawConsent } from './consent.ts';

let world: ExemplarWorld;
let shelf: Stock;
beforeAll(async () => {
  world = await exemplarWorld();
  shelf = await stock(world);
});
afterAll(() => world.close());

const figuresWith = (id: number) =>
  world.db.selectFrom('achievement').selectAll().where('exemplar_id', '=', id).orderBy('id').execute();

const merged = () => mergedPair(world, shelf);
const back = (id: number, overrideReason: string | null = null, who = world.standing) =>
  reopened(world, id, overrideReason, who);

describe('a file that was merged', () => {
  it('gives what was ticked, both histories tell it, and gets all of it back', async () => {
    const { gone, kept, before } = await merged();
    expect(await figuresWith(gone)).toEqual([]);
    expect(await figuresWith(kept)).toHaveLength(2);
    expect(await rowOf(world, kept)).toMatchObject({ title: 'Trồng bưởi', sources: ['Báo Phú Thọ'] });
    const told =
      '4 thông tin đăng ký, 1 nguồn, 2 thành tích, 1 đóng góp, 2 minh chứng, 1 kết quả suy tôn, 1 sự đồng ý, 1 vị trí';
    expect((await eventsOf(world, gone)).at(-1)).toMatchObject({
      kind: 'exemplar.merged',
      after: { 'đã mang sang': told },
    });
    expect((await eventsOf(world, kept)).at(-1)).toMatchObject({
      kind: 'exemplar.carried_over',
      thing_version: 2,
      after: { 'từ hồ sơ số': gone, 'đã nhận': told },
    });
    answerOf(await back(gone));
    expect(await rowsOf(world, { gone, kept })).toEqual(before);
    expect((await eventsOf(world, kept)).at(-1)).toMatchObject({
      kind: 'exemplar.carried_back',
      thing_version: 3,
    });
    expect(await rowOf(world, kept)).toMatchObject({ version: 3 });
  });

  it('may be merged and opened again as often as one likes', async () => {
    const { gone, kept, before } = await merged();
    answerOf(await back(gone));
    answerOf(await mergeAll(world, { gone, kept }));
    answerOf(await back(gone));
    expect(await rowsOf(world, { gone, kept })).toEqual(before);
  });

  it('takes back with its reason what the kept one was proposed with, and says so first', async () => {
    const { gone, kept } = await merged();
    await world.db
      .updateTable('exemplar')
      .set({ plan_id: world.plan.planId })
      .where('id', '=', kept)
      .execute();
    answerOf(await propose(as(world, world.unit), { id: kept, version: null }));
    expect(rulesOf(await back(gone))).toEqual(['decided_since']);
    expect(await figuresWith(kept)).toHaveLength(2);
    answerOf(await back(gone, 'Hai người khác nhau'));
    expect(await figuresWith(gone)).toHaveLength(2);
    expect((await eventsOf(world, gone)).at(-1)?.after).toMatchObject({
      'vẫn mở lại vì': 'Hai người khác nhau',
    });
  });

  it('tells what was changed or removed since; what was removed stays removed', async () => {
    const { gone, kept } = await merged();
    const [first] = await figuresWith(kept);
    const { version } = await view(world, kept);
    const removal = { id: kept, version, item: first?.id ?? 0, reason: 'Ghi nhầm' };
    answerOf(await removeAchievement(as(world, world.unit), removal));
    const outcome = await back(gone);
    expect(outcome).toMatchObject({
      refusal: {
        reasons: [{ rule: 'changed_since', mayOverride: true, sentence: /1 minh chứng đã được sửa/ }],
      },
    });
    answerOf(await back(gone, 'Biết rồi'));
    expect(await figuresWith(gone)).toHaveLength(1);
    const across = await world.db
      .selectFrom('evidence')
      .select('achievement_id')
      .where('exemplar_id', '=', gone)
      .execute();
    expect(across.map((row) => row.achievement_id)).toEqual([null, null]);
  });

  it('lets evidence that was added for its figure since stay where it was added', async () => {
    const { gone, kept } = await merged();
    const [figure] = await figuresWith(kept);
    const added = { exemplar_id: kept, achievement_id: figure?.id ?? null, title: 'Ảnh mới', reference: 'a' };
    await world.db.insertInto('evidence').values(added).execute();
    expect(rulesOf(await back(gone))).toEqual(['evidence_since']);
    answerOf(await back(gone, 'Biết rồi'));
    const row = await world.db.selectFrom('evidence').selectAll().where('title', '=', 'Ảnh mới').execute();
    expect(row).toMatchObject([{ exemplar_id: kept, achievement_id: null }]);
  });

  it('waits until a gift of the kept one no longer rests on its evidence, whatever the reason', async () => {
    const { gone, kept } = await merged();
    const piece = await world.db
      .selectFrom('evidence')
      .select('id')
      .where('exemplar_id', '=', kept)
      .executeTakeFirstOrThrow();
    const gift = { exemplar_id: kept, measure_id: shelf.measures[0] ?? 0, amount: 5, purpose: 'Xây cầu' };
    await world.db
      .insertInto('contribution')
      .values({ ...gift, evidence_id: piece.id })
      .execute();
    expect(rulesOf(await back(gone, 'Vẫn mở'))).toEqual(['evidence_in_use']);
    await world.db.deleteFrom('contribution').where('purpose', '=', 'Xây cầu').execute();
    answerOf(await back(gone));
  });

  it('gets back a consent as the subject has it now, and never two that stand', async () => {
    const { gone, kept } = await merged();
    const again = { id: gone, version: null, scope: 'registration', how: 'paper', note: null } as const;
    answerOf(await giveConsent(as(world, world.unit), { ...again, givenOn: '2018-11-01' }));
    expect(rulesOf(await back(gone, 'Vẫn mở'))).toEqual(['consent_of_both']);
    const { id: item } = await world.db
      .selectFrom('consent')
      .select('id')
      .where('exemplar_id', '=', kept)
      .executeTakeFirstOrThrow();
    const taken = { id: kept, version: null, item, withdrawnOn: '2018-11-02' } as const;
    answerOf(await withdrawConsent(as(world, world.unit), taken));
    answerOf(await back(gone));
    const rows = await world.db.selectFrom('consent').selectAll().where('exemplar_id', '=', gone).execute();
    expect(rows.map((row) => row.withdrawn_on).sort()).toEqual(['2018-11-02', null]);
  });

  it('is opened again in the opposite order when the kept one was merged in turn', async () => {
    const { gone, kept, before } = await merged();
    const { subject_id } = await rowOf(world, kept);
    const last = await makeExemplar(world, { state: 'found', subjectId: subject_id });
    answerOf(await mergeAll(world, { gone: kept, kept: last }));
    expect(rulesOf(await back(gone, 'Vẫn mở'))).toEqual(['kept_merged_later']);
    answerOf(await back(kept));
    answerOf(await back(gone));
    expect(await rowsOf(world, { gone, kept })).toEqual(before);
  });

  it('is left to the standing body while the kept one is held', async () => {
    const { gone, kept } = await merged();
    await world.db.updateTable('exemplar').set({ state: 'nurtured' }).where('id', '=', kept).execute();
    answerOf(await hold(as(world, world.lead), { id: kept, version: null, reason: 'Có đơn' }));
    expect(rulesOf(await back(gone, 'Vẫn mở', world.lead))).toEqual(['kept_held']);
    answerOf(await back(gone));
  });

  it('is left to the standing body where the kept one is out of reach', async () => {
    const { gone, kept } = await merged();
    const away = { field_id: null, plan_id: null, office_id: world.place.otherCommune.id };
    await world.db.updateTable('exemplar').set(away).where('id', '=', kept).execute();
    expect(rulesOf(await back(gone, 'Vẫn mở', world.lead))).toEqual(['kept_out_of_reach']);
    answerOf(await back(gone));
  });
});
