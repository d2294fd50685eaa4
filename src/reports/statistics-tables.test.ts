import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeOffice, makePlan, makeProvince, type Province } from '../../test/factories.ts';
import { type Db, type OpenDb, openDb } from '../platform/db.ts';
import { readSeed } from '../sample/seed-files.ts';
import { indicator } from './indicators/registry.ts';
import type { ReportTable } from './report-table.ts';
import { statisticsTables } from './statistics-tables.ts';
import { yearsOf } from './statistics-years.ts';
import { TABLE_NAMES } from './tables.ts';
import { tableShapes } from './template-tables.ts';

let database: FreshDatabase;
let open: OpenDb;
let db: Db;
let place: Province;
let planId: number;
beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  db = open.db;
  place = await makeProvince(db);
  ({ planId } = await makePlan(db, place.lead));
  const [form] = await db
    .insertInto('award_form')
    .values([
      { name: 'Bằng khen', rank: 20, level: 'province', legal_basis: 'luật' },
      { name: 'Giấy khen', rank: 10, level: 'commune', legal_basis: 'luật' },
    ])
    .returning('id')
    .execute();
  const movement = await db
    .insertInto('movement')
    .values({ plan_id: planId, name: 'Chung sức xây dựng nông thôn mới' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db.insertInto('movement').values({ plan_id: planId, name: 'Dạy tốt, học tốt' }).execute();
  await honoured(place.commune.id, '2016-10-01', form?.id ?? null, movement.id);
  await honoured(place.commune.id, '2018-05-01', form?.id ?? null, movement.id);
  await honoured(place.otherCommune.id, '2018-06-01', null, null);
  await honoured((await makeOffice(db, null)).id, '2018-06-01', form?.id ?? null, null);
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

async function honoured(officeId: number, day: string, formId: number | null, movementId: number | null) {
  const subject = await db
    .insertInto('subject')
    .values({ kind: 'individual', full_name: 'Người Mẫu' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const exemplar = await db
    .insertInto('exemplar')
    .values({
      plan_id: planId,
      subject_id: subject.id,
      office_id: officeId,
      state: 'honoured',
      origin: 'office',
      found_on: '2016-01-10',
      movement_id: movementId,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('exemplar_step')
    .values({ exemplar_id: exemplar.id, action: 'honour', to_state: 'honoured', on_day: day })
    .execute();
  await db
    .insertInto('honour')
    .values({
      exemplar_id: exemplar.id,
      honoured_on: day,
      occasion: 'Hội nghị',
      level: 'province',
      award_form_id: formId,
    })
    .execute();
}

const tables = (tableKeys: string[], figureKeys: string[]): Promise<ReportTable[]> =>
  statisticsTables(db, {
    scope: { planId, officeId: place.province.id, reach: 'branch', from: '2016-01-01', to: '2018-12-31' },
    officeId: place.province.id,
    periodTo: '2020-12-31',
    figureKeys,
    tableKeys,
  });

describe('the years of a period', () => {
  it('are cut off where the period and the closing day cut them', () => {
    expect(yearsOf('2016-05-10', '2018-12-31', '2017-06-30')).toEqual([
      { year: 2016, span: { from: '2016-05-10', to: '2016-12-31' } },
      { year: 2017, span: { from: '2017-01-01', to: '2017-06-30' } },
      { year: 2018, span: null },
    ]);
    expect(yearsOf('1900-01-01', '2200-12-31', '2018-01-01')).toHaveLength(15);
  });
});

describe('the tables over the whole period', () => {
  it('stand year beside year, a year to come is blank, and what is not held is not in it', async () => {
    const [years] = await tables(['years'], ['kth_tong', 'dh_tong', 'kth_truc_tiep']);
    expect(years?.columns.map((column) => column.label)).toEqual([
      'Chỉ tiêu',
      'Đơn vị tính',
      'Cả giai đoạn',
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
    ]);
    expect(years?.rows).toEqual([
      ['Lượt tôn vinh, khen thưởng', 'lượt', 3, 1, 0, 2, null, null],
      ['Điển hình đã ghi nhận', 'điển hình', 3, 1, 1, 3, null, null],
    ]);
    expect(years?.note).toBe('Năm 2016, 2017, 2018: tính lại từ hồ sơ. Năm 2019, 2020: chưa tới.');
  });

  it('take a year from the office’s own report where it was submitted', async () => {
    const form = await db
      .selectFrom('report_form')
      .select('id')
      .where('key', '=', 'nam')
      .executeTakeFirstOrThrow();
    const report = await db
      .insertInto('report')
      .values({
        plan_id: planId,
        office_id: place.province.id,
        form_id: form.id,
        form_key: 'nam',
        year: 2017,
        period_from: '2017-01-01',
        period_to: '2017-12-31',
        closing_on: '2017-12-31',
        state: 'accepted',
        figures: '{}',
        submitted_on: '2018-01-10',
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db
      .insertInto('report_figure')
      .values({ report_id: report.id, indicator: 'kth_tong', value: 41 })
      .execute();
    const [years] = await tables(['years'], ['kth_tong']);
    expect(years?.rows[0]?.slice(3, 6)).toEqual([1, 41, 2]);
    expect(years?.note).toContain('lấy số đã chốt trong báo cáo năm');
  });

  it('count awards by form, the highest rank first, of the branch only', async () => {
    const [awards] = await tables(['award_years'], []);
    expect(awards?.rows.map((row) => row.slice(0, 6))).toEqual([
      ['Bằng khen', expect.stringContaining('tỉnh'), 2, 1, 0, 1],
      ['Biểu dương, không kèm hình thức khen thưởng', expect.stringContaining('tỉnh'), 1, 0, 0, 1],
    ]);
    expect(awards?.totals?.slice(2, 6)).toEqual([3, 1, 0, 2]);
    const [movements] = await tables(['movements'], []);
    expect(movements?.rows).toEqual([
      ['Chung sức xây dựng nông thôn mới', 2, 2],
      ['Dạy tốt, học tốt', 0, 0],
    ]);
  });

  it('list what is left blank, and why', async () => {
    const [blank] = await tables(['blank'], ['kth_tong', 'kth_truc_tiep', 'kt_tac_dung', 'tk_tien_thuong']);
    expect(blank?.rows.map((row) => row[0])).toEqual([
      'Khen thưởng người lao động trực tiếp',
      expect.stringContaining('tác dụng'),
      'Tiền thưởng đã chi',
    ]);
    expect(blank?.rows[1]?.[1]).toBe('Trong kỳ chưa có hồ sơ nào để tính.');
    expect(blank?.rows[2]?.[1]).toContain('không quản lý tiền thưởng');
    expect(blank?.note).toContain('3 chỉ tiêu');
  });
});

describe('the forms of the seeds', () => {
  it('name only figures and tables that exist, each once', async () => {
    const { forms } = await readSeed('report-forms.json');
    for (const form of forms) {
      expect(
        form.figures.filter((key) => indicator(key) === null),
        form.key,
      ).toEqual([]);
      expect(
        form.tables.filter((key) => !(key in TABLE_NAMES)),
        form.key,
      ).toEqual([]);
      expect(new Set(form.figures).size).toBe(form.figures.length);
      expect(tableShapes(form.tables)).toHaveLength(form.tables.length);
    }
  });
});
