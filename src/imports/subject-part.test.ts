import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { answerOf, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { makeSubject, mergeSeen } from '../../test/subject-world.ts';
import { subjectRoutes } from '../subjects/routes.ts';
import { subjectListsPart } from './subject-part.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectRoutes({ parts: [subjectListsPart] }));
});
afterAll(() => there.close());

async function makeList(
  name: string,
  officeId: number,
  subjectId: number,
  state = 'applied',
): Promise<number> {
  const { db } = there.world;
  const { id } = await db
    .insertInto('import_batch')
    .values({
      ...{ target: 'exemplars', state, office_id: officeId, source_kind: 'xlsx', source_name: name },
      ...{ sha256: name, made_on: '2018-11-01', moved_on: '2018-11-02' },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('import_row')
    .values({ batch_id: id, no: 7, cells: ['x'], outcome: 'new', value: '{}' })
    .execute();
  await db
    .insertInto('import_written')
    .values({ batch_id: id, no: 7, subject_id: subjectId, thing_id: 1 })
    .execute();
  return id;
}

it('tells with which lists a subject came, also one that was merged into it, as far as one may see the list', async () => {
  const { world } = there;
  const { db, place } = world;
  const kept = await makeSubject(db, { fullName: 'Hà Văn Danh' });
  const gone = await makeSubject(db, { fullName: 'Hà Văn Sách' });
  for (const subjectId of [kept, gone]) await makeExemplar(world, { state: 'found', plan: null, subjectId });
  const mine = await makeList('ds-xa.xlsx', place.commune.id, kept);
  await makeList('ds-xa-khac.xlsx', place.otherCommune.id, kept);
  await makeList('chua-nhap.xlsx', place.commune.id, kept, 'matched');
  await makeList('ds-nguoi-gop.xlsx', place.commune.id, gone, 'undone');
  answerOf(await mergeSeen(world, world.standing, kept, gone, { overrideReason: 'Đã hỏi gia đình' }));
  const unit = await open(await there.as(world.unit), `/chu-the/${kept}`);
  expect(unit.html).toContain(`href="/nhap-danh-sach/${mine}"`);
  expect(unit.text).toContain('ds-xa.xlsx 7');
  expect(unit.text).toContain('đã hoàn tác');
  for (const hidden of ['ds-xa-khac.xlsx', 'chua-nhap.xlsx']) expect(unit.text).not.toContain(hidden);
  const standing = await open(await there.as(world.standing), `/chu-the/${kept}`);
  for (const shown of ['ds-xa.xlsx', 'ds-xa-khac.xlsx', 'ds-nguoi-gop.xlsx'])
    expect(standing.text).toContain(shown);
});

it('is no section where the subject came with no list', async () => {
  const { world } = there;
  const subjectId = await makeSubject(world.db);
  await makeExemplar(world, { state: 'found', plan: null, subjectId });
  expect((await open(await there.as(world.unit), `/chu-the/${subjectId}`)).text).not.toContain(
    'Danh sách đã nhập',
  );
});
