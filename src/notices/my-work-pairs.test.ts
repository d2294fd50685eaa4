import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { TEST_DAY } from '../../test/factories.ts';
import { makeSubject } from '../../test/subject-world.ts';
import { noticeRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(noticeRoutes);
});
afterAll(() => there.close());

it('shows subjects that are almost surely one to who may decide about all, and to nobody else', async () => {
  const { world } = there;
  const pair = async (strength: string) => {
    const one = await makeSubject(world.db, { fullName: 'Lê Thị Trùng' });
    const other = await makeSubject(world.db, { fullName: 'LÊ THỊ TRÙNG' });
    await world.db
      .insertInto('subject_pair')
      .values({
        ...{ one_id: one, other_id: other, strength, found_on: TEST_DAY },
        ...{ found_from: one, reasons: JSON.stringify([{ kind: 'name', sentence: 'cùng tên' }]) },
      })
      .execute();
    return `/chu-the/${one}/gop/${other}`;
  };
  const [sure, may] = [await pair('strong'), await pair('possible')];
  const page = await open(await there.as(world.standing), '/viec-cua-toi');
  expect(page.text).toContain('Chủ thể gần như chắc là một 1');
  expect(page.html).toContain(sure);
  expect(page.html).not.toContain(may);
  expect((await open(await there.as(world.unit), '/viec-cua-toi')).html).not.toContain(sure);
});
