import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { makeSubject } from '../../test/subject-world.ts';
import { subjectRoutes } from '../subjects/routes.ts';
import { subjectSourcePart } from './subject-part.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectRoutes({ parts: [subjectSourcePart] }));
});
afterAll(() => there.close());

it('tells where a registration came from, and the words of citizens to those alone who read them', async () => {
  const { world } = there;
  const { db, place } = world;
  const subjectId = await makeSubject(db, { fullName: 'Hà Thị Nguồn' });
  const exemplarId = await makeExemplar(world, { state: 'nurtured', subjectId });
  await db
    .updateTable('exemplar')
    .set({ source_note: 'Báo cáo của xã' })
    .where('id', '=', exemplarId)
    .execute();
  const { id: leadId } = await db
    .insertInto('lead')
    .values({
      ...{
        state: 'opened',
        full_name: 'Bà Nguồn ở khu 7',
        what: `Hiến đất mở đường. ${'Rất tốt. '.repeat(40)}`,
      },
      ...{
        came_by: 'portal',
        office_id: place.commune.id,
        received_on: '2018-05-04',
        moved_on: '2018-05-04',
      },
      ...{ settled_on: '2018-05-10', exemplar_id: exemplarId, words_hash: Buffer.from('1') },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const unit = await open(await there.as(world.unit), `/chu-the/${subjectId}`);
  expect(unit.text).toContain('Báo cáo của xã');
  expect(unit.text).toContain('Lời giới thiệu ngày 04/05/2018 Bà Nguồn ở khu 7');
  expect(unit.html).toContain(`href="/loi-gioi-thieu/${leadId}"`);
  expect(unit.text).toMatch(/Rất tốt.*…/);
  const press = await makeActor(db, [['press', place.province, 'all']]);
  const seen = await open(await there.as(press), `/chu-the/${subjectId}`);
  expect(seen.text).toContain('Báo cáo của xã');
  expect(seen.text).not.toContain('Bà Nguồn ở khu 7');
});

it('is no section where nothing within reach came from anywhere', async () => {
  const { world } = there;
  const subjectId = await makeSubject(world.db);
  expect((await open(await there.as(world.standing), `/chu-the/${subjectId}`)).html).not.toContain(
    'nguon-gioi-thieu',
  );
});
