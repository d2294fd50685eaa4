import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import {
  actingAs,
  makeActor,
  makeOffice,
  makePlan,
  makeProvince,
  type Province,
} from '../../test/factories.ts';
import { applied, previewed, value, xlsxOf } from '../../test/imports-desk.ts';
import { verifyChain } from '../audit/verify-chain.ts';
import type { Actor } from '../identity/actor.ts';
import { type Db, openDb } from '../platform/db.ts';
import { awardTarget } from './award-target.ts';
import { decideRows } from './decide-rows.ts';
import { pageOfRows } from './rows.ts';
import { applyBatch, undoBatch } from './steps.ts';

let db: Db;
let done: () => Promise<void>;
let place: Province;
let unit: Actor & { accountId: number };

beforeAll(async () => {
  const database = await freshDatabase();
  const opened = openDb(database.url);
  db = opened.db;
  done = async () => {
    await opened.close();
    await database.drop();
  };
  place = await makeProvince(db);
  await makePlan(db, place.lead);
  await makeOffice(db, place.district, { name: 'Xã Yên Kỳ' });
  await db
    .insertInto('award_form')
    .values([
      { name: 'Giấy khen', rank: 10, level: 'unit' },
      { name: 'Bằng khen của Chủ tịch UBND tỉnh', rank: 20, level: 'province' },
    ])
    .execute();
  unit = await makeActor(db, [['unit', place.district, 'branch']]);
  const known = [
    ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị'],
    ['Hà Thị Quen', 1961, 'Khu 4, xã Yên Kỳ', 'Xã Yên Kỳ'],
  ];
  const id = await previewed(actingAs(db, unit), place.district.id, await xlsxOf(known));
  await applied(actingAs(db, unit), id);
});
afterAll(() => done());

const HEAD = [
  'Họ và tên',
  'Năm sinh',
  'Nơi công tác',
  'Hình thức khen thưởng',
  'Số quyết định',
  'Năm',
  'Cấp khen',
];

const listed = async (...rows: (string | number | null)[][]) =>
  previewed(
    actingAs(db, unit),
    place.district.id,
    await xlsxOf([HEAD, ...rows]),
    (choices) => choices,
    awardTarget.key,
  );

const awardsOf = (batchId: number) =>
  db.selectFrom('past_award').selectAll().where('import_batch_id', '=', batchId).orderBy('id').execute();

describe('a list of awards that people have already', () => {
  it('finds the person, the form and the decision, and asks whether somebody known is meant', async () => {
    const id = await listed(
      [
        'Bà Hà Thị Quen',
        1961,
        'xã Yên Kỳ',
        'BK của CT UBND tỉnh Phú Thọ',
        'Số 12/QĐ-UBND ngày 05/12/2017',
        2017,
        null,
      ],
      ['Đinh Văn Lạ', 1970, 'xã Yên Kỳ', 'Giấy khen của Chủ tịch UBND huyện', null, 2016, null],
      ['Đinh Văn Lạ', 1970, 'xã Yên Kỳ', 'Kỷ niệm chương Vì sự nghiệp', null, 2015, 'Bộ Thử'],
      ['Ai Đó', null, null, 'Giấy khen', null, 2016, null],
      ['Đinh Văn Sai', 1970, 'xã Yên Kỳ', null, null, 2050, null],
    );
    const rows = await pageOfRows(db, id, null, 1);
    expect(rows.map(({ outcome, joins }) => [outcome, joins])).toEqual([
      ['ask', null],
      ['new', null],
      ['new', 3],
      ['refused', null],
      ['refused', null],
    ]);
    expect(rows[0]?.value).toMatchObject({
      formName: 'Bằng khen của Chủ tịch UBND tỉnh',
      award: { number: '12/QĐ-UBND', decidedOn: '2017-12-05', year: 2017, formWords: null },
    });
    expect(rows[1]?.value).toMatchObject({
      formName: 'Giấy khen',
      award: { givenBy: 'Chủ tịch UBND huyện' },
    });
    expect(rows[2]?.value).toMatchObject({ award: { formWords: 'Kỷ niệm chương Vì sự nghiệp' } });
    expect(rows[3]?.reasons[0]).toContain('Chưa biết là ai');
    expect(rows[4]?.reasons.join(' ')).toContain('Chưa ghi hình thức khen thưởng.');
    expect(rows[4]?.reasons.join(' ')).toContain('Năm phải từ 1930 đến');
    value(
      await decideRows(actingAs(db, unit), {
        id,
        version: null,
        rows: new Map(),
        allSure: true,
        allDoubtful: false,
      }),
    );
    await applied(actingAs(db, unit), id);
    const made = await awardsOf(id);
    expect(made.map(({ year, source }) => [year, source])).toEqual([
      [2017, 'imported'],
      [2016, 'imported'],
      [2015, 'imported'],
    ]);
    expect(made[1]?.subject_id).toBe(made[2]?.subject_id);
    const events = await db
      .selectFrom('audit_event')
      .select(['thing_id', 'after'])
      .where('kind', '=', 'subject.award_recorded')
      .execute();
    expect(events).toHaveLength(3);
    expect((await verifyChain(db)).ok).toBe(true);
  });

  it('passes over an award that is written already, and never takes a name alone for somebody new', async () => {
    const id = await listed(
      ['Hà Thị Quen', 1961, 'xã Yên Kỳ', 'Bằng khen UBND tỉnh', '12/QĐ-UBND', 2017, null],
      ['Hà Thị Quen', null, null, 'Giấy khen', null, 2010, null],
    );
    const acting = actingAs(db, unit);
    const [first, second] = await pageOfRows(db, id, null, 1);
    expect(first?.found[0]?.already).toBe('Khen thưởng này đã được ghi: bỏ qua.');
    expect(second).toMatchObject({
      outcome: 'ask',
      value: { onlyKnown: expect.stringContaining('Chưa biết') },
    });
    const all = { id, version: null, rows: new Map([[3, 0]]), allSure: false, allDoubtful: true };
    value(await decideRows(acting, all));
    expect((await pageOfRows(db, id, null, 1))[1]?.outcome).toBe('ask');
    const [known] = second?.found ?? [];
    value(
      await decideRows(acting, { ...all, rows: new Map([[3, known?.subjectId ?? 0]]), allDoubtful: false }),
    );
    value(await applyBatch(acting, { id, version: null }));
    const again = await listed(['Hà Thị Quen', 1961, 'xã Yên Kỳ', 'Giấy khen', null, 2010, null]);
    expect((await pageOfRows(db, again, null, 1))[0]?.found[0]?.already).toBe(
      'Khen thưởng này đã được ghi: bỏ qua.',
    );
  });

  it('is undone as a whole, unless somebody corrected an award or wrote another one since', async () => {
    const acting = actingAs(db, unit);
    const id = await listed(['Cao Thị Thử', 1988, 'xã Yên Kỳ', 'Giấy khen', '7/QĐ', 2018, null]);
    await applied(acting, id);
    const [award] = await awardsOf(id);
    await db
      .updateTable('past_award')
      .set({ version: 2 })
      .where('id', '=', award?.id ?? 0)
      .execute();
    const refused = await undoBatch(acting, { id, version: null, reason: 'nhầm tệp' });
    expect(JSON.stringify(refused)).toContain('đã có người sửa khen thưởng của Cao Thị Thử');
    await db
      .updateTable('past_award')
      .set({ version: 1 })
      .where('id', '=', award?.id ?? 0)
      .execute();
    value(await undoBatch(acting, { id, version: null, reason: 'nhầm tệp' }));
    expect(await awardsOf(id)).toEqual([]);
    const left = await db.selectFrom('subject').select('id').where('full_name', '=', 'Cao Thị Thử').execute();
    expect(left).toEqual([]);
    expect((await verifyChain(db)).ok).toBe(true);
  });
});
