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
import type { Actor } from '../identity/actor.ts';
import { type Db, openDb } from '../platform/db.ts';
import { findBatch } from './batch.ts';
import { decideRows } from './decide-rows.ts';
import { pageOfRows } from './rows.ts';
import { undoBatch } from './steps.ts';

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
  await makeOffice(db, place.district, { name: 'Xã Thanh Sơn' });
  await makeOffice(db, place.district, { name: 'Xã Yên Kỳ' });
  unit = await makeActor(db, [['unit', place.district, 'branch']]);
});
afterAll(() => done());

const HEAD = ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị', 'Lĩnh vực', 'Thành tích'];
const FIELD = 'Phát triển kinh tế hộ (thử)';

const listed = async (...rows: (string | number | null)[][]) =>
  previewed(actingAs(db, unit), place.district.id, await xlsxOf([HEAD, ...rows]));

const subjectsNamed = (name: string) =>
  db.selectFrom('subject').select(['id']).where('full_name', '=', name).execute();

const decide = (id: number, more: Partial<Parameters<typeof decideRows>[1]>) =>
  decideRows(actingAs(db, unit), {
    id,
    version: null,
    rows: new Map(),
    allSure: false,
    allDoubtful: false,
    ...more,
  });

describe('a new person in two rows of one list', () => {
  it('becomes one subject with two registrations, said before it is written, and goes with them', async () => {
    const id = await listed(
      ['Nguyễn Thị Hoà', 1970, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ', FIELD, 'Làm kinh tế giỏi'],
      ['Trần Văn Khác', 1970, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ', null, null],
      ['Bà Nguyễn Thị Hòa', 1970, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ', 'Văn hóa', 'Giữ gìn hát xoan'],
    );
    const rows = await pageOfRows(db, id, null, 1);
    expect(rows.map(({ outcome, joins, joinedBy }) => [outcome, joins, joinedBy])).toEqual([
      ['new', null, [4]],
      ['new', null, []],
      ['new', 2, []],
    ]);
    expect(rows[2]?.twin).toMatchObject({ no: 2, strength: 'strong', already: null });
    expect(rows[2]?.twin?.reasons).toContain('cùng năm sinh 1970');
    expect((await findBatch(db, unit, id))?.counts).toMatchObject({ new: 3, joined: 1 });
    await applied(actingAs(db, unit), id);
    const made = await db
      .selectFrom('exemplar')
      .select(['full_name', 'subject_id'])
      .where('import_batch_id', '=', id)
      .orderBy('id')
      .execute();
    expect(made).toHaveLength(3);
    expect(made[0]?.subject_id).toBe(made[2]?.subject_id);
    value(await undoBatch(actingAs(db, unit), { id, version: null, reason: 'thử' }));
    expect(await subjectsNamed('Nguyễn Thị Hoà')).toEqual([]);
  });

  it('is passed over where both rows say the same field, unless somebody says that it is another one', async () => {
    const id = await listed(
      ['Lê Văn Đôi', 1965, 'Khu 1, xã Yên Kỳ', 'Xã Yên Kỳ', FIELD, 'Một'],
      ['Lê Văn Đôi', 1965, 'xã Yên Kỳ', 'Xã Yên Kỳ', FIELD, 'Hai'],
    );
    const [, second] = await pageOfRows(db, id, null, 1);
    expect(second).toMatchObject({ outcome: 'registered', joins: 2 });
    expect(second?.twin?.already).toBe(`Dòng 2 đã ghi người này trong lĩnh vực “${FIELD}”: bỏ qua.`);
    value(await decide(id, { rows: new Map([[3, 0]]) }));
    const [, other] = await pageOfRows(db, id, null, 1);
    expect(other).toMatchObject({ outcome: 'new', joins: null });
    await applied(actingAs(db, unit), id);
    expect(await subjectsNamed('Lê Văn Đôi')).toHaveLength(2);
  });

  it('is asked about where agreement lacks: never one by name alone', async () => {
    const id = await listed(
      ['Phạm Văn Hỏi', null, null, 'Xã Yên Kỳ', FIELD, 'Một'],
      ['Phạm Văn Hỏi', null, null, 'Xã Yên Kỳ', 'Việc khác', 'Hai'],
      ['Phạm Văn Hỏi', 1950, 'xã Thanh Sơn', 'Xã Thanh Sơn', null, 'Ba'],
    );
    const rows = await pageOfRows(db, id, null, 1);
    expect(rows.map(({ outcome, joins }) => [outcome, joins])).toEqual([
      ['new', null],
      ['ask', null],
      ['new', null],
    ]);
    value(await decide(id, { joins: new Map([[3, 2]]) }));
    expect((await pageOfRows(db, id, null, 1)).map(({ outcome, joins }) => [outcome, joins])).toEqual([
      ['new', null],
      ['new', 2],
      ['new', null],
    ]);
    // a row that was never proposed is not believed
    value(await decide(id, { joins: new Map([[4, 2]]) }));
    expect((await pageOfRows(db, id, null, 1))[2]?.joins).toBeNull();
    await applied(actingAs(db, unit), id);
    expect(await subjectsNamed('Phạm Văn Hỏi')).toHaveLength(2);
  });

  it('is asked about where the name may be mistyped: two who are one become one only when somebody says so', async () => {
    const id = await listed(
      ['Đinh Văn Toàn', 1968, 'Khu 2, xã Yên Kỳ', 'Xã Yên Kỳ', FIELD, 'Một'],
      ['Đinh Văn Tàon', 1968, 'Khu 2, xã Yên Kỳ', 'Xã Yên Kỳ', 'Việc thứ năm', 'Hai'],
      ['Đinh Toàn', 1968, 'Khu 2, xã Yên Kỳ', 'Xã Yên Kỳ', 'Việc thứ sáu', 'Ba'],
      ['Đinh Văn Hoán', 1968, 'Khu 2, xã Yên Kỳ', 'Xã Yên Kỳ', 'Việc thứ bảy', 'Bốn'],
    );
    const rows = await pageOfRows(db, id, null, 1);
    expect(rows.map(({ outcome, joins, twin }) => [outcome, joins, twin?.no ?? null])).toEqual([
      ['new', null, null],
      ['ask', null, 2],
      ['ask', null, 2],
      ['new', null, null],
    ]);
    expect(rows[1]?.twin?.reasons.join()).toContain('có lẽ gõ nhầm: “Tàon” và “Toàn”');
    expect(rows[2]?.twin?.reasons.join()).toContain('tên chỉ hơn kém chữ “Văn”');
    value(await decide(id, { joins: new Map([[3, 2]]), rows: new Map([[4, 0]]) }));
    await applied(actingAs(db, unit), id);
    const made = await db
      .selectFrom('exemplar')
      .select('subject_id')
      .where('import_batch_id', '=', id)
      .orderBy('id')
      .execute();
    expect(new Set(made.map(({ subject_id }) => subject_id)).size).toBe(3);
    expect(made[1]?.subject_id).toBe(made[0]?.subject_id);
  });

  it('takes the known subject that a person says its first row means', async () => {
    const [known] = await subjectsNamed('Phạm Văn Hỏi');
    const id = await listed(
      ['Phạm Văn Hỏi', null, 'xã Yên Kỳ', 'Xã Yên Kỳ', 'Việc thứ ba', 'Một'],
      ['Phạm Văn Hỏi', null, 'xã Yên Kỳ', 'Xã Yên Kỳ', 'Việc thứ tư', 'Hai'],
    );
    expect((await pageOfRows(db, id, null, 1)).map(({ outcome }) => outcome)).toEqual(['ask', 'ask']);
    value(await decide(id, { rows: new Map([[2, 0]]), joins: new Map([[3, 2]]) }));
    expect(known).toBeDefined();
    await applied(actingAs(db, unit), id);
    expect(await subjectsNamed('Phạm Văn Hỏi')).toHaveLength(3);
  });
});
