import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open } from '../../test/exemplar-site.ts';
import { makeOffice } from '../../test/factories.ts';
import { answerOf, as, makeCheck, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { knownSubject, openSubjectSite } from '../../test/subject-site.ts';
import { makeAward, makeSubject, mergeSeen } from '../../test/subject-world.ts';
import { addAlias } from './alias.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openSubjectSite();
});
afterAll(() => there.close());

const unit = () => there.as(there.world.unit);
const standing = () => there.as(there.world.standing);
const known = (fullName: string) => knownSubject(there.world, fullName);

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
