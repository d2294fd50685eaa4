import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../../test/factories.ts';
import { previewed, xlsxOf } from '../../test/imports-desk.ts';
import { type ImportsWorld, importsWorld, MERGES, MESSY } from '../../test/imports-world.ts';
import { findBatch } from './batch.ts';
import { pageOfRows } from './rows.ts';

let world: ImportsWorld;
beforeAll(async () => {
  world = await importsWorld();
});
afterAll(() => world.close());

describe('a list as an office has it', () => {
  it('shows what each of its rows will do, and leaves out what is no row', async () => {
    const bytes = await xlsxOf(MESSY, { merges: MERGES });
    const id = await previewed(actingAs(world.db, world.unit), world.place.district.id, bytes);
    const rows = await pageOfRows(world.db, id, null, 1);
    const batch = await findBatch(world.db, world.unit, id);
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
});
