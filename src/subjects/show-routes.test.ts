// long: the page of a subject with everything on it, and its forms, on one site
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, openExemplarSite, send } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf, as, makeCheck, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { hiddenFields } from '../../test/site.ts';
import { makeAward, makeSubject, mergeSeen, versionOf } from '../../test/subject-world.ts';
import { subjectHonoursPart } from '../awards/subject-part.tsx';
import { subjectFactsRoutes } from '../exemplars/subject-facts-routes.tsx';
import { subjectCriteriaPart, subjectFiguresPart } from '../exemplars/subject-part.tsx';
import { subjectListsPart } from '../imports/subject-part.tsx';
import { subjectSourcePart } from '../leads/subject-part.tsx';
import { subjectCarePart } from '../nurturing/subject-part.tsx';
import { addAlias } from './alias.ts';
import { pastAwardsPart } from './past-awards-part.tsx';
import { subjectRoutes } from './routes.ts';

const PARTS = [
  pastAwardsPart,
  subjectHonoursPart,
  subjectFiguresPart,
  subjectCriteriaPart,
  subjectCarePart,
  subjectSourcePart,
  subjectListsPart,
];

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite([...subjectRoutes({ parts: PARTS }), ...subjectFactsRoutes]);
});
afterAll(() => there.close());

const unit = () => there.as(there.world.unit);
const standing = () => there.as(there.world.standing);

/** A subject with a file in the field and one with the neighbouring commune. */
async function known(fullName: string) {
  const { world } = there;
  const id = await makeSubject(world.db, { fullName, place: 'khu 7, xã Hy Cương' });
  const file = await makeExemplar(world, { state: 'nurtured', subjectId: id });
  const far = await makeExemplar(world, {
    state: 'withdrawn',
    subjectId: id,
    plan: null,
    officeId: world.place.otherCommune.id,
  });
  return { id, file, far };
}

describe('the page of a subject', () => {
  it('tells everything within reach; of a registration outside only plan, office and state, and whom to ask', async () => {
    const { world } = there;
    const { id, file, far } = await known('Nguyễn Thị Trang');
    answerOf(await addAlias(as(world, world.unit), { id, version: null, name: 'Trang bưởi', note: null }));
    await makeCheck(world, file);
    await makeCheck(world, far, '2017-06-01');
    await world.db
      .insertInto('achievement')
      .values([
        {
          exemplar_id: file,
          statement: 'Thu nhập từ bưởi',
          measure: 'Thu nhập',
          value: 300,
          unit: 'triệu đồng',
          year: 2018,
        },
        { exemplar_id: far, statement: 'Việc ở xã khác', measure: null, value: null, unit: null, year: null },
      ])
      .execute();
    const page = await open(await unit(), `/chu-the/${id}`);
    expect(page.status).toBe(200);
    for (const words of [
      'Còn gọi: Trang bưởi',
      'sinh 1970',
      'khu 7, xã Hy Cương',
      'Thu nhập từ bưởi',
      'Điểm kiểm tra',
    ])
      expect(page.text).toContain(words);
    expect(page.text).toContain(`hãy hỏi ${world.place.otherCommune.name}`);
    expect(page.text).toContain('Đã rút');
    expect(page.text).toContain('chỉ tính khen thưởng của chương trình');
    expect(page.html).toContain(`href="/dien-hinh/${file}"`);
    expect(page.html).not.toContain(`/dien-hinh/${far}`);
    expect(page.text).not.toContain('Việc ở xã khác');
    expect((await open(await standing(), `/chu-the/${id}`)).text).toContain('Việc ở xã khác');
  });

  it('is not found outside of reach, and where there is no such number', async () => {
    const { world } = there;
    const id = await makeSubject(world.db);
    await makeExemplar(world, { state: 'found', plan: null, subjectId: id });
    const stranger = await there.as(world.stranger);
    const paths = [
      '',
      '/sua',
      '/ten-khac/moi',
      '/khen-thuong/moi',
      '/khen-thuong/1/sua',
      '/khen-thuong/1/bo',
    ];
    for (const path of paths)
      expect([path, (await open(stranger, `/chu-the/${id}${path}`)).status]).toEqual([path, 404]);
    for (const wrong of ['0', '99999999', 'abc', '9'.repeat(40)])
      expect([wrong, (await open(stranger, `/chu-the/${wrong}`)).status]).toEqual([wrong, 404]);
    expect((await open(await unit(), `/chu-the/${id}/khen-thuong/1/sua`)).status).toBe(404);
    expect((await open(await unit(), `/chu-the/${id}/ten-khac/1/bo`)).status).toBe(404);
    expect((await there.site.visitor().get(`/chu-the/${id}`)).status).toBe(303);
  });

  it('shows the present office beside an old one, which keeps its name', async () => {
    const { world } = there;
    const { db, place } = world;
    const old = await makeOffice(db, place.district, { name: 'Xã Cũ Thử', validTo: '2018-09-30' });
    const next = await makeOffice(db, place.district, { name: 'Xã Mới Thử', validFrom: '2018-10-01' });
    await db
      .insertInto('office_succession')
      .values({ from_office_id: old.id, to_office_id: next.id, on_date: '2018-10-01', basis: 'Nghị quyết 1' })
      .execute();
    const id = await makeSubject(db);
    await makeExemplar(world, { state: 'found', plan: null, subjectId: id, officeId: old.id });
    const page = await open(await standing(), `/chu-the/${id}`);
    expect(page.text).toContain('Xã Cũ Thử');
    expect(page.text).toContain('nay thuộc Xã Mới Thử 01/10/2018: Xã Mới Thử, Nghị quyết 1');
    const live = await known('Còn nguyên đơn vị');
    expect((await open(await standing(), `/chu-the/${live.id}`)).text).toContain('vẫn là đơn vị này');
  });

  it('answers the number of a merged one with the page of the kept one, and says so', async () => {
    const { world } = there;
    const kept = await known('Lê Văn Giữ');
    const gone = await makeSubject(world.db, { fullName: 'Lê Văn Gộp' });
    answerOf(await mergeSeen(world, world.standing, kept.id, gone, { overrideReason: 'Đã hỏi gia đình' }));
    const page = await open(await unit(), `/chu-the/${gone}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('“Lê Văn Gộp” đã gộp vào “Lê Văn Giữ”');
    expect(page.html).toContain(`href="/chu-the/${kept.id}/khen-thuong/moi"`);
    expect((await open(await unit(), `/chu-the/${kept.id}`)).text).not.toContain('đã gộp vào');
  });

  it('offers to write to who may, and to merge to who holds the whole of it', async () => {
    const { world } = there;
    const { id } = await known('Trần Thị Quyền');
    const links = async (actor: Parameters<typeof there.as>[0]) => {
      const { html } = await open(await there.as(actor), `/chu-the/${id}`);
      return ['sua', 'ten-khac/moi', 'khen-thuong/moi', 'gop'].filter((path) =>
        html.includes(`/chu-the/${id}/${path}"`),
      );
    };
    expect(await links(world.standing)).toEqual(['sua', 'ten-khac/moi', 'khen-thuong/moi', 'gop']);
    expect(await links(world.unit)).toEqual(['sua', 'ten-khac/moi', 'khen-thuong/moi']);
    expect(await links(world.leader)).toEqual([]);
    const form = await open(await there.as(world.leader), `/chu-the/${id}/khen-thuong/moi`);
    expect(form.text).toContain('Bạn chỉ được xem chủ thể này');
    expect(form.html).not.toContain('name="formWords"');
  });

  it('asks the database as often for much as for little', async () => {
    const { world, site } = there;
    const { db, place } = world;
    const { id, file } = await known('Ít Hồ Sơ');
    await makeAward(db, id, place.commune.id);
    await makeCheck(world, file);
    const browser = await standing();
    const few = await queriesOf(site, () => open(browser, `/chu-the/${id}`));
    for (let n = 0; n < 8; n++) {
      const more = await makeExemplar(world, { state: 'withdrawn', subjectId: id, plan: null });
      await makeCheck(world, more, `201${n}-06-01`);
      await makeAward(db, id, place.otherCommune.id, `Giấy khen ${n}`);
      answerOf(
        await addAlias(as(world, world.standing), {
          id,
          version: null,
          name: `Tên ${'abcdefgh'[n]}`,
          note: null,
        }),
      );
      await db.insertInto('achievement').values({ exemplar_id: more, statement: 'Việc' }).execute();
    }
    expect(await queriesOf(site, () => open(browser, `/chu-the/${id}`))).toBe(few);
    expect(few).toBeLessThan(45);
  });
});

describe('the forms of a subject', () => {
  it('keep what was typed where it is wrong, say why at the field, and write what is right', async () => {
    const { id } = await known('Phạm Thị Ghi');
    const browser = await unit();
    const path = `/chu-the/${id}/khen-thuong/moi`;
    const typed = {
      formWords: 'Giấy khen của <b>Hội</b>',
      year: '1800',
      decidedOn: '31/02/2015',
      source: 'paper',
    };
    const wrong = await send(browser, path, typed);
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'year')).toContain('1930');
    expect(errorAt(wrong, 'decidedOn')).toContain('không phải là ngày');
    expect(wrong.html).toContain('value="31/02/2015"');
    expect(wrong.html).toContain('value="Giấy khen của &lt;b&gt;Hội&lt;/b&gt;"');
    const late = await send(browser, path, { ...typed, year: '2018', decidedOn: '16/11/2018' });
    expect(errorAt(late, 'decidedOn')).toContain('hôm nay');
    const none = await send(browser, path, { source: 'told' });
    expect(errorAt(none, 'awardFormId')).toContain('Hãy chọn hình thức');
    expect(errorAt(await send(browser, path, { formWords: 'Giấy khen' }), 'source')).toContain('nguồn tin');
    const right = await send(browser, path, {
      ...typed,
      year: '2014',
      decidedOn: '20/01/2015',
      number: '12/QĐ',
    });
    expect(right.status).toBe(303);
    expect(right.location).toBe(`/chu-the/${id}#khen-thuong-da-co`);
    const page = await open(browser, `/chu-the/${id}`);
    expect(page.text).toContain('số 12/QĐ, ngày 20/01/2015');
    expect(page.text).toContain('Giấy khen của <b>Hội</b>');
    expect(page.html).not.toContain('<b>Hội</b>');
    const twice = await send(browser, path, {
      ...typed,
      year: '2014',
      decidedOn: '20/01/2015',
      number: '12/QĐ',
    });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('Khen thưởng này đã được ghi');
  });

  it('correct, confirm and take away an award; the writer is told to let another confirm', async () => {
    const { world } = there;
    const { id } = await known('Phạm Thị Sửa');
    const [writer, other] = [await unit(), await standing()];
    await send(writer, `/chu-the/${id}/khen-thuong/moi`, { formWords: 'Giấy khen', source: 'told' });
    const [row] = await world.db.selectFrom('past_award').select('id').where('subject_id', '=', id).execute();
    const base = `/chu-the/${id}/khen-thuong/${row?.id}`;
    expect((await open(writer, `${base}/sua`)).html).toContain('value="Giấy khen"');
    expect((await send(writer, `${base}/sua`, { formWords: 'Bằng khen', source: 'paper' })).status).toBe(303);
    expect((await open(writer, `/chu-the/${id}`)).html).not.toContain(`${base}/xac-nhan`);
    expect((await open(writer, `${base}/xac-nhan`)).text).toContain('không tự xác nhận');
    expect(errorAt(await send(other, `${base}/xac-nhan`, { confirmedBy: ' ' }), 'confirmedBy')).toContain(
      'Hãy ghi',
    );
    expect((await send(other, `${base}/xac-nhan`, { confirmedBy: 'Bà Hoa đã xem' })).status).toBe(303);
    expect((await open(writer, `/chu-the/${id}`)).text).toContain('đã xác nhận Bà Hoa đã xem');
    expect(errorAt(await send(writer, `${base}/bo`, { reason: '' }), 'reason')).toContain('lý do bỏ');
    expect((await send(writer, `${base}/bo`, { reason: 'Ghi nhầm người' })).status).toBe(303);
    const page = await open(writer, `/chu-the/${id}`);
    expect(page.text).toContain('Chưa ghi khen thưởng nào đã có');
    expect(page.text).toContain('đã bỏ khen thưởng đã có. Lý do: Ghi nhầm người');
  });

  it('lead to the list where nothing of the subject is left to be seen', async () => {
    const { world } = there;
    const id = await makeSubject(world.db);
    const award = await makeAward(world.db, id, world.place.commune.id);
    const done = await send(await unit(), `/chu-the/${id}/khen-thuong/${award}/bo`, { reason: 'Ghi nhầm' });
    expect(done.location).toBe('/chu-the');
  });

  it('show what changed since, and what was typed, to who opened them before', async () => {
    const { world } = there;
    const { id } = await known('Phạm Thị Cũ');
    const browser = await unit();
    const path = `/chu-the/${id}/ten-khac/moi`;
    const fields = hiddenFields((await open(browser, path)).html, path);
    answerOf(await addAlias(as(world, world.standing), { id, version: null, name: 'Tên Trước', note: null }));
    const late = await browser.post(path, { ...fields, name: 'Tên Sau' });
    expect(late.status).toBe(409);
    const text = await late.text();
    expect(text).toContain('đã thêm tên khác');
    expect(text).toContain('Tên Sau');
  });

  it('add and take away another name', async () => {
    const { world } = there;
    const { id } = await known('Phạm Thị Tên');
    const browser = await unit();
    const path = `/chu-the/${id}/ten-khac`;
    expect(errorAt(await send(browser, `${path}/moi`, { name: 'phạm thị  TÊN' }), 'name')).toContain('đã có');
    expect((await send(browser, `${path}/moi`, { name: 'Ba Tên', note: 'tên ở nhà' })).status).toBe(303);
    const page = await open(browser, `/chu-the/${id}`);
    expect(page.text).toContain('Ba Tên – tên ở nhà');
    const [alias] = await world.db
      .selectFrom('subject_alias')
      .select('id')
      .where('subject_id', '=', id)
      .execute();
    expect((await send(browser, `${path}/${alias?.id}/bo`, {})).status).toBe(303);
    expect((await open(browser, `/chu-the/${id}`)).text).not.toContain('Còn gọi');
  });

  it('correct the facts in all registrations; the old name and address stay to be read', async () => {
    const { world } = there;
    const id = await makeSubject(world.db, { fullName: 'Phạm Thị Trước', place: 'khu 1' });
    await makeExemplar(world, { state: 'found', plan: null, subjectId: id });
    const browser = await unit();
    const path = `/chu-the/${id}/sua`;
    const { html } = await open(browser, path);
    expect(html).toContain('value="Phạm Thị Trước"');
    expect(html).not.toContain('name="kind"');
    const wrong = await send(browser, path, { fullName: '', birthYear: 'x', place: 'khu 9' });
    expect(wrong.status).toBe(422);
    expect(errorAt(wrong, 'fullName')).toContain('Hãy ghi');
    expect(wrong.html).toContain('value="khu 9"');
    const right = await send(browser, path, { fullName: 'Phạm Thị Sau', birthYear: '1970', place: 'khu 9' });
    expect(right.location).toBe(`/chu-the/${id}#thong-tin`);
    expect(await versionOf(world.db, id)).toBe(2);
    const page = await open(browser, `/chu-the/${id}`);
    expect(page.text).toContain('Trước đó: Phạm Thị Trước (đến ');
    expect(page.text).toContain('Trước đó: khu 1 (đến ');
  });
});
