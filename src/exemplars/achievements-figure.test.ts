import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { on, typedFigure, withMeasures } from '../../test/figure-desk.ts';
import {
  answerOf,
  type ExemplarWorld,
  eventsOf,
  exemplarWorld,
  makeExemplar,
} from '../../test/oracles/exemplar-world.ts';
import { addAchievement } from './achievements.ts';
import { claimsOf } from './achievements-claims.ts';
import { addTypedAchievement, changeTypedAchievement, contradictTyped } from './achievements-typed.ts';
import { achievementsOf } from './merits-queries.ts';

let world: ExemplarWorld;
let measure: (key: string) => number;
beforeAll(async () => {
  world = await exemplarWorld();
  measure = await withMeasures(world);
});
afterAll(() => world.close());

type Typed = ReturnType<typeof typedFigure>;
async function add(id: number, key: string, value: string, more: Partial<Typed> = {}) {
  const { acting, about } = on(world, world.unit, id);
  return addTypedAchievement(acting, { ...about, ...typedFigure(measure(key), value), ...more });
}
const found = (kind: 'individual' | 'household' = 'household') =>
  makeExemplar(world, { state: 'found', kind });

describe('a figure of a measure', () => {
  it('is kept in the unit of the measure, with its name and what was typed', async () => {
    const id = await found();
    const made = answerOf(
      await add(id, 'thu-nhap-ho', '1 tỷ 200 triệu', { valueBefore: '380 triệu', yearBefore: 2014 }),
    );
    expect(made.understood).toContain('“1 tỷ 200 triệu” hiểu là 1.200.000.000 đồng (1,2 tỷ đồng).');
    expect(await achievementsOf(world.db, id)).toMatchObject([
      {
        measure: 'Thu nhập của hộ trong năm',
        unit: 'đồng',
        value: 1_200_000_000,
        value_before: 380_000_000,
        year_before: 2014,
        as_typed: '1 tỷ 200 triệu',
        outside: false,
      },
    ]);
    expect((await eventsOf(world, id)).at(-1)?.after).toMatchObject({
      'Giá trị': '1.200.000.000',
      'Trước đó': '380.000.000 (năm 2014)',
    });
  });

  it('outside of the range of its kind of subject is asked about once, then kept and marked', async () => {
    const id = await found();
    const asked = await add(id, 'dien-tich-san-xuat', '120 ha');
    expect(asked).toMatchObject({
      refusal: { kind: 'invalid', fields: { rechecked: expect.stringContaining('Có đúng không?') } },
    });
    expect(await achievementsOf(world.db, id)).toEqual([]);
    answerOf(await add(id, 'dien-tich-san-xuat', '120 ha', { rechecked: true }));
    expect(await achievementsOf(world.db, id)).toMatchObject([{ outside: true, rechecked: true }]);
  });

  it('is asked about for what it was before as well', async () => {
    const outcome = await add(await found(), 'thu-nhap-ho', '200 triệu', {
      valueBefore: '2 triệu',
      yearBefore: 2014,
    });
    expect(outcome).toMatchObject({
      refusal: { fields: { rechecked: expect.stringContaining('2 triệu đồng') } },
    });
  });

  it('is refused in a unit that is not understood, or of a measure that is not there or has ended', async () => {
    const id = await found();
    expect(await add(id, 'thu-nhap-ho', '3 sào')).toMatchObject({
      refusal: { fields: { value: expect.any(String) } },
    });
    expect(await add(id, 'thu-nhap-ho', '30 triệu', { measureId: 987_654 })).toMatchObject({
      refusal: { fields: { measureId: expect.any(String) } },
    });
    const kept = answerOf(await add(id, 'lao-dong', '12 người'));
    const { db } = world;
    await db.updateTable('measure').set({ valid_to: '2018-11-14' }).where('key', '=', 'lao-dong').execute();
    expect(await add(id, 'lao-dong', '12')).toMatchObject({
      refusal: { fields: { measureId: expect.any(String) } },
    });
    // what is kept may still be corrected
    const { acting, about } = on(world, world.unit, id, kept.id);
    const again = { ...about, ...typedFigure(measure('lao-dong'), '14 người') };
    expect(answerOf(await changeTypedAchievement(acting, again))).toMatchObject({ id: kept.id });
  });

  it('holds the rule in the command itself, whoever calls it', async () => {
    const { acting, about } = on(world, world.unit, await found());
    const facts = {
      statement: 'Hiến đất',
      measure: 'khác',
      unit: 'khác',
      year: null,
      measureId: measure('dat-hien'),
    };
    expect(await addAchievement(acting, { ...about, ...facts, value: 1e9 })).toMatchObject({
      refusal: { fields: { rechecked: expect.any(String) } },
    });
    expect(await addAchievement(acting, { ...about, ...facts, value: null })).toMatchObject({
      refusal: { fields: { value: expect.any(String) } },
    });
  });
});

describe('what another source says', () => {
  it('is kept with its own figure beside that of the file', async () => {
    const id = await found();
    const { id: item } = answerOf(await add(id, 'thu-nhap-ho', '350 triệu'));
    const { acting, about } = on(world, world.lead, id, item);
    const source = 'Báo cáo cuối năm của xã';
    expect(await contradictTyped(acting, { ...about, value: '3 ha', source })).toMatchObject({ ok: false });
    answerOf(await contradictTyped(acting, { ...about, value: '210 triệu', source }));
    expect(await achievementsOf(world.db, id)).toMatchObject([{ value: 350_000_000, trust: 'contradicted' }]);
    expect(await claimsOf(world.db, id)).toMatchObject([
      { value: 210_000_000, source, saidOn: '2018-11-15', recordedBy: world.lead.displayName },
    ]);
  });
});
