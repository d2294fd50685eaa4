import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import type { Answer } from '../criteria/answer.ts';
import { askedOf, whereOf } from '../criteria/asked.ts';
import { assessAll } from '../criteria/assess-set.ts';
import { editionInForce, findCriteriaSet } from '../criteria/queries.ts';
import { judgeSetSteps } from '../criteria/set-rules.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { loadCriteria } from './catalogue-seeds.ts';

let open: OpenDb;

beforeAll(async () => {
  open = openDb((await freshDatabase()).url);
  await open.db.transaction().execute((tx) => loadCriteria(tx, ['everywhere', 'phu-tho']));
});
afterAll(() => open.close());

async function setOf(key: string) {
  const { id } = await open.db
    .selectFrom('criteria_set')
    .select('id')
    .where('seed_key', '=', key)
    .executeTakeFirstOrThrow();
  const set = await findCriteriaSet(open.db, id);
  if (!set) throw new Error(key);
  return set;
}

describe('the criteria sets of law', () => {
  it('are there in every respect as a set must be that is brought into use', async () => {
    const rows = await open.db.selectFrom('criteria_set').select('seed_key').execute();
    expect(rows.length).toBe(4);
    for (const { seed_key: key } of rows) {
      const unmet = Object.values(judgeSetSteps(await setOf(key ?? ''), [])).filter(Boolean);
      expect([key, unmet]).toEqual([key, []]);
    }
  });

  it('name 19 criteria of nông thôn mới until 2020 and 10 from 15/02/2026, as editions of one set', async () => {
    const [old, present] = [await setOf('ntm-2016'), await setOf('ntm-2026')];
    expect([old.criteria.length, present.criteria.length]).toEqual([19, 10]);
    expect(present).toMatchObject({ chain: old.id, edition: 2 });
    const days = ['2016-11-30', '2016-12-01', '2020-12-31', '2021-01-01', '2026-02-15'];
    const inForce = await Promise.all(days.map((day) => editionInForce(open.db, old.id, day)));
    expect(inForce).toEqual([null, old.id, old.id, null, present.id]);
  });

  it('leave open what is not known: the income of a region without a figure is unknown, however high it is', async () => {
    const set = await setOf('ho-sxkd-gioi-co-so-2024');
    const period = { from: '2021-01-01', to: '2025-12-31' };
    const asked = await askedOf(open.db, set, 'household', period, '2024-10-01');
    const income = asked.criteria.find(({ rule }) => rule.kind === 'multiple_of_norm');
    const answers = new Map<number, Answer>([[income?.id ?? 0, { value: 900 }]]);
    const found = assessAll(asked.criteria, answers, whereOf(asked, { vung: 'trung-du-mien-nui-phia-bac' }));
    expect(found.get(income?.id ?? 0)).toMatchObject({
      result: 'unknown',
      explanation: expect.stringContaining('cho “Trung du miền núi phía Bắc” vào ngày 01/10/2024'),
    });
  });

  it('are not loaded again over what people edited', async () => {
    const { id } = await setOf('gia-dinh-van-hoa-phu-tho-2024');
    await open.db.updateTable('criteria_set').set({ name: 'Tên đã sửa' }).where('id', '=', id).execute();
    await open.db
      .updateTable('norm')
      .set({ value: 36 })
      .where('region', '=', 'Trung du miền núi phía Bắc')
      .execute();
    const counts = () =>
      Promise.all(
        (['criteria_set', 'criterion', 'norm'] as const).map(
          async (table) => (await open.db.selectFrom(table).select('id').execute()).length,
        ),
      );
    const before = await counts();
    await open.db.transaction().execute((tx) => loadCriteria(tx, ['everywhere', 'phu-tho']));
    expect(await counts()).toEqual(before);
    expect((await setOf('gia-dinh-van-hoa-phu-tho-2024')).name).toBe('Tên đã sửa');
  });
});
