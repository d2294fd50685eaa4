// long: one story of lists as offices send them, over one office and its subjects
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
import { findBatch } from './batch.ts';
import { decideRows } from './decide-rows.ts';
import { pageOfRows } from './rows.ts';
import { applyBatch, dropBatch, undoBatch } from './steps.ts';

let db: Db;
let done: () => Promise<void>;
let place: Province;
let unit: Actor & { accountId: number };
let standing: Actor & { accountId: number };
let fieldId: number;

beforeAll(async () => {
  const database = await freshDatabase();
  const opened = openDb(database.url);
  db = opened.db;
  done = async () => {
    await opened.close();
    await database.drop();
  };
  place = await makeProvince(db);
  ({ fieldId } = await makePlan(db, place.lead));
  await makeOffice(db, place.district, { name: 'Xã Thanh Sơn' });
  await makeOffice(db, place.district, { name: 'Xã Yên Kỳ' });
  unit = await makeActor(db, [['unit', place.district, 'branch']]);
  standing = await makeActor(db, [['standing', place.standing, 'all']]);
});
afterAll(() => done());

const MESSY = [
  ['UBND HUYỆN THỬ', null, null, null, null, null, null],
  ['DANH SÁCH ĐIỂN HÌNH TIÊN TIẾN NĂM 2018', null, null, null, null, null, null],
  [null, null, null, null, null, null, null],
  ['STT', 'Họ và tên', 'Năm sinh', null, 'Địa chỉ', 'Đơn vị', 'Thành tích'],
  [null, null, 'Nam', 'Nữ', null, null, null],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
  ['I', 'Cấp xã', null, null, null, null, null],
  [1, 'NGUYỄN VĂN BA', 1972, null, 'Khu 7, xã Yên Kỳ', 'UBND xã Yên Kỳ', 'Hiến 200m2 đất'],
  [2, 'Bà Trần Thị Lan', null, '05/12/1980', 'Khu 8, xã Yên Kỳ', 'nt', '-nt-'],
  [3, 'Hộ ông Lê Văn Tư', 1950, null, 'Khu 2', 'X. Thanh Sơn', 'Làm kinh tế giỏi'],
  [4, 'Trường Tiểu học Yên Kỳ', null, null, 'Xã Yên Kỳ', 'Xã Yên Kỳ', 'Đạt chuẩn'],
  [5, 'Đỗ Văn Sai', 'năm nào', null, null, 'Xã Không Có', null],
  ['Tổng cộng: 5', null, null, null, null, null, null],
  [null, null, null, null, null, 'Yên Kỳ, ngày 05 tháng 11 năm 2018', null],
  [null, null, null, null, null, 'CHỦ TỊCH', null],
];
const MERGES: [number, number, number, number][] = [
  [0, 0, 0, 6],
  [3, 0, 4, 0],
  [3, 1, 4, 1],
  [3, 2, 3, 3],
  [3, 4, 4, 4],
  [3, 5, 4, 5],
  [3, 6, 4, 6],
];

describe('a list as an office has it', () => {
  let id: number;

  it('shows what each of its rows will do, and leaves out what is no row', async () => {
    const bytes = await xlsxOf(MESSY, { merges: MERGES });
    id = await previewed(actingAs(db, unit), place.district.id, bytes);
    const rows = await pageOfRows(db, id, null, 1);
    const batch = await findBatch(db, unit, id);
    expect(batch?.counts).toMatchObject({
      new: 4,
      refused: 1,
      ask: 0,
      left: { numbering: 1, section: 1, total: 1, foot: 2 },
    });
    expect(rows.map(({ no, outcome }) => [no, outcome])).toEqual([
      [8, 'new'],
      [9, 'new'],
      [10, 'new'],
      [11, 'new'],
      [12, 'refused'],
    ]);
    const values = rows.map(
      ({ value: one }) => one as { subject: object; officeName: string; statement: string } | null,
    );
    expect(values[0]?.subject).toMatchObject({
      fullName: 'Nguyễn Văn Ba',
      birthYear: 1972,
      kind: 'individual',
    });
    expect(values[1]?.subject).toMatchObject({ fullName: 'Trần Thị Lan', birthYear: 1980 });
    expect(values[1]).toMatchObject({ officeName: 'Xã Yên Kỳ', statement: 'Hiến 200m2 đất' });
    expect(values[2]).toMatchObject({ officeName: 'Xã Thanh Sơn', subject: { kind: 'household' } });
    expect(values[3]?.subject).toMatchObject({ kind: 'collective', birthYear: null });
    expect(rows[4]?.reasons).toEqual([
      'Không tìm thấy đơn vị “Xã Không Có”.',
      'Năm sinh “năm nào” không phải là năm hay ngày.',
    ]);
  });

  it('is applied once, as a whole, each exemplar with its step and its event', async () => {
    await applied(actingAs(db, unit), id);
    const made = await db.selectFrom('exemplar').selectAll().where('import_batch_id', '=', id).execute();
    expect(made.map(({ state, origin }) => [state, origin])).toEqual(Array(4).fill(['found', 'office']));
    const steps = await db
      .selectFrom('exemplar_step')
      .select('action')
      .where(
        'exemplar_id',
        'in',
        made.map((one) => one.id),
      )
      .execute();
    expect(steps).toHaveLength(4);
    const events = await db
      .selectFrom('audit_event')
      .select('thing_id')
      .where('kind', '=', 'exemplar.imported')
      .execute();
    expect(events.map((event) => event.thing_id).sort()).toEqual(made.map((one) => one.id).sort());
    expect((await verifyChain(db)).ok).toBe(true);
    const again = await applyBatch(actingAs(db, unit), { id, version: null });
    expect(again).toMatchObject({
      ok: false,
      refusal: { kind: 'refused', reasons: [{ rule: 'wrong_state' }] },
    });
  });

  it('asks a person about rows that mean somebody known, and never decides by itself', async () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị'],
      ['Nguyễn Văn Ba', 1972, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ'],
      ['Phạm Thị Mới', 1990, 'Khu 1', 'Xã Yên Kỳ'],
    ];
    const acting = actingAs(db, unit);
    const next = await previewed(acting, place.district.id, await xlsxOf(rows));
    const [known, fresh] = await pageOfRows(db, next, null, 1);
    expect([known?.outcome, fresh?.outcome]).toEqual(['ask', 'new']);
    expect(known?.found[0]).toMatchObject({
      strength: 'strong',
      within: true,
      already: expect.stringContaining('Đã có hồ sơ'),
    });
    value(
      await decideRows(acting, {
        id: next,
        version: null,
        rows: new Map(),
        allSure: true,
        allDoubtful: false,
      }),
    );
    expect((await pageOfRows(db, next, null, 1)).map(({ outcome }) => outcome)).toEqual([
      'registered',
      'new',
    ]);
    value(
      await decideRows(acting, {
        id: next,
        version: null,
        rows: new Map([[2, 0]]),
        allSure: false,
        allDoubtful: false,
      }),
    );
    expect((await pageOfRows(db, next, null, 1)).map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    value(await dropBatch(acting, { id: next, version: null }));
    expect(await pageOfRows(db, next, null, 1)).toEqual([]);
  });

  it('joins a row to the subject that a person said it means', async () => {
    const acting = actingAs(db, unit);
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị', 'Lĩnh vực'],
      ['Nguyễn Văn Ba', 1972, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ', 'Phát triển kinh tế hộ (thử)'],
    ];
    const next = await previewed(acting, place.district.id, await xlsxOf(rows));
    value(
      await decideRows(acting, {
        id: next,
        version: null,
        rows: new Map(),
        allSure: true,
        allDoubtful: false,
      }),
    );
    const [row] = await pageOfRows(db, next, null, 1);
    expect(row).toMatchObject({ outcome: 'known', decided: row?.found[0]?.subjectId, value: { fieldId } });
    await applied(acting, next);
    const subjects = await db
      .selectFrom('subject')
      .select('id')
      .where('full_name', '=', 'Nguyễn Văn Ba')
      .execute();
    expect(subjects).toHaveLength(1);
    value(await undoBatch(acting, { id: next, version: null, reason: 'thử' }));
    expect(
      await db.selectFrom('subject').select('id').where('full_name', '=', 'Nguyễn Văn Ba').execute(),
    ).toHaveLength(1);
  });

  it('is not undone once something was done with what it made, and says with which', async () => {
    const [one] = await db
      .selectFrom('exemplar')
      .select(['id', 'full_name'])
      .where('import_batch_id', '=', id)
      .execute();
    await db
      .updateTable('exemplar')
      .set({ version: 2 })
      .where('id', '=', one?.id ?? 0)
      .execute();
    const refusal = await undoBatch(actingAs(db, unit), { id, version: null, reason: 'nhầm tệp' });
    expect(JSON.stringify(refusal)).toContain(`${one?.full_name} (số ${one?.id})`);
    await db
      .updateTable('exemplar')
      .set({ version: 1 })
      .where('id', '=', one?.id ?? 0)
      .execute();
  });

  it('is undone as a whole: exemplars, steps and new subjects are gone, the history stays', async () => {
    const before = await db
      .selectFrom('subject')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(await undoBatch(actingAs(db, unit), { id, version: null, reason: ' ' })).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid' },
    });
    value(await undoBatch(actingAs(db, standing), { id, version: null, reason: 'nhầm tệp' }));
    expect(await db.selectFrom('exemplar').select('id').where('import_batch_id', '=', id).execute()).toEqual(
      [],
    );
    const after = await db
      .selectFrom('subject')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(Number(before.n) - Number(after.n)).toBe(4);
    expect((await findBatch(db, unit, id))?.state).toBe('undone');
    expect((await verifyChain(db)).ok).toBe(true);
  });
});
