import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { makeAward, makeSubject } from '../../test/subject-world.ts';
import { pastAwardsPart } from '../subjects/past-awards-part.tsx';
import { subjectRoutes } from '../subjects/routes.ts';
import { subjectHonoursPart } from './subject-part.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectRoutes({ parts: [pastAwardsPart, subjectHonoursPart] }));
});
afterAll(() => there.close());

it('tells the honours of this programme over all registrations within reach, apart from awards from before', async () => {
  const { world } = there;
  const { db, place } = world;
  const subjectId = await makeSubject(db, { fullName: 'Đặng Thị Tôn' });
  const mine = await makeExemplar(world, { state: 'honoured', level: 'commune', subjectId });
  const far = await makeExemplar(world, {
    ...{ state: 'honoured', level: 'commune', plan: null },
    ...{ subjectId, officeId: place.otherCommune.id },
  });
  const honour = (exemplarId: number, occasion: string) => ({
    ...{
      exemplar_id: exemplarId,
      occasion,
      honoured_on: '2018-10-10',
      level: 'commune',
      paper_number: '15/QĐ',
    },
  });
  await db
    .insertInto('honour')
    .values([honour(mine, 'Hội nghị xã nhà'), honour(far, 'Hội nghị xã khác')])
    .execute();
  await makeAward(db, subjectId, place.commune.id, 'Giấy khen từ trước');
  const unit = await open(await there.as(world.unit), `/chu-the/${subjectId}`);
  expect(unit.text).toContain('Hội nghị xã nhà 10/10/2018 Cấp xã Không kèm khen thưởng 15/QĐ');
  expect(unit.text).not.toContain('Hội nghị xã khác');
  expect(unit.text.indexOf('Giấy khen từ trước')).toBeLessThan(
    unit.text.indexOf('của chương trình Các lần tôn vinh'),
  );
  expect((await open(await there.as(world.standing), `/chu-the/${subjectId}`)).text).toContain(
    'Hội nghị xã khác',
  );
});
