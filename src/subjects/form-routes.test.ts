import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, errorAt, open, send } from '../../test/exemplar-site.ts';
import { answerOf, as, makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { hiddenFields } from '../../test/site.ts';
import { knownSubject, openSubjectSite } from '../../test/subject-site.ts';
import { makeAward, makeSubject, versionOf } from '../../test/subject-world.ts';
import { addAlias } from './alias.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openSubjectSite();
});
afterAll(() => there.close());

const unit = () => there.as(there.world.unit);
const standing = () => there.as(there.world.standing);
const known = (fullName: string) => knownSubject(there.world, fullName);

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
