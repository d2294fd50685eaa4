import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import { applied, previewed, value, xlsxOf } from '../../test/imports-desk.ts';
import { type ImportsWorld, importsWorld, MERGES, MESSY } from '../../test/imports-world.ts';
import { decideRows } from './decide-rows.ts';
import { pageOfRows } from './rows.ts';
import { dropBatch, undoBatch } from './steps.ts';

let world: ImportsWorld;
beforeAll(async () => {
  world = await importsWorld();
});
afterAll(() => world.close());

describe('a row that may mean somebody known', () => {
  beforeAll(async () => {
    const bytes = await xlsxOf(MESSY, { merges: MERGES });
    const id = await previewed(actingAs(world.db, world.unit), world.place.district.id, bytes);
    await applied(actingAs(world.db, world.unit), id);
  });

  it('asks a person about rows that mean somebody known, and never decides by itself', async () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị'],
      ['Nguyễn Văn Ba', 1972, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ'],
      ['Phạm Thị Mới', 1990, 'Khu 1', 'Xã Yên Kỳ'],
    ];
    const acting = actingAs(world.db, world.unit);
    const next = await previewed(acting, world.place.district.id, await xlsxOf(rows));
    const [known, fresh] = await pageOfRows(world.db, next, null, 1);
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
    expect((await pageOfRows(world.db, next, null, 1)).map(({ outcome }) => outcome)).toEqual([
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
    expect((await pageOfRows(world.db, next, null, 1)).map(({ outcome }) => outcome)).toEqual(['new', 'new']);
    value(await dropBatch(acting, { id: next, version: null }));
    expect(await pageOfRows(world.db, next, null, 1)).toEqual([]);
  });

  it('joins a row to the subject that a person said it means', async () => {
    const acting = actingAs(world.db, world.unit);
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Địa chỉ', 'Đơn vị', 'Lĩnh vực'],
      ['Nguyễn Văn Ba', 1972, 'Khu 7, xã Yên Kỳ', 'Xã Yên Kỳ', 'Phát triển kinh tế hộ (thử)'],
    ];
    const next = await previewed(acting, world.place.district.id, await xlsxOf(rows));
    value(
      await decideRows(acting, {
        id: next,
        version: null,
        rows: new Map(),
        allSure: true,
        allDoubtful: false,
      }),
    );
    const [row] = await pageOfRows(world.db, next, null, 1);
    expect(row).toMatchObject({
      outcome: 'known',
      decided: row?.found[0]?.subjectId,
      value: { fieldId: world.fieldId },
    });
    await applied(acting, next);
    const subjects = await world.db
      .selectFrom('subject')
      .select('id')
      .where('full_name', '=', 'Nguyễn Văn Ba')
      .execute();
    expect(subjects).toHaveLength(1);
    value(await undoBatch(acting, { id: next, version: null, reason: 'thử' }));
    expect(
      await world.db.selectFrom('subject').select('id').where('full_name', '=', 'Nguyễn Văn Ba').execute(),
    ).toHaveLength(1);
  });
});
