import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeActor } from '../../test/factories.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { queriesOf } from '../../test/query-count.ts';
import { makeAward, makeSubject } from '../../test/subject-world.ts';
import { subjectRoutes } from './routes.ts';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(subjectRoutes({ parts: [] }));
  const { world } = there;
  const { db, place } = world;
  const one = await makeSubject(db, { fullName: 'Nguyễn Thị Hòa', place: 'khu 7, xã Hy Cương' });
  await makeExemplar(world, { state: 'nurtured', subjectId: one });
  await makeAward(db, one, place.commune.id);
  await makeAward(db, one, place.commune.id, 'Kỷ niệm chương');
  const other = await makeSubject(db, { fullName: 'Tổ hợp tác Thử', kind: 'collective', birthYear: null });
  await makeExemplar(world, { state: 'found', plan: null, subjectId: other });
  const far = await makeSubject(db, { fullName: 'Ở Xã Khác' });
  await makeExemplar(world, { state: 'found', plan: null, subjectId: far, officeId: place.otherCommune.id });
});
afterAll(() => there.close());

describe('the list page', () => {
  it('shows what is within reach, and each filter as a chip that can be taken off', async () => {
    const unit = await there.as(there.world.unit);
    const all = await open(unit, '/chu-the');
    expect(all.text).toContain('2 chủ thể');
    expect(all.text).toContain('sinh 1970');
    expect(all.text).toContain('2 đã có từ trước');
    expect(all.text).not.toContain('Ở Xã Khác');
    const some = await open(unit, '/chu-the?q=hoa&loai=individual&khen_thuong=1');
    expect(some.text).toContain('1 chủ thể');
    expect(some.text).not.toContain('Tổ hợp tác Thử');
    expect(some.html).toContain('href="/chu-the?loai=individual&amp;khen_thuong=1"');
    expect(some.html).toContain('href="/chu-the/xuat.xlsx?q=hoa&amp;loai=individual&amp;khen_thuong=1"');
  });

  it('stands in the rail of those who work with it', async () => {
    const { world } = there;
    expect((await open(await there.as(world.unit), '/chu-the')).html).toContain('href="/chu-the"');
    const press = await makeActor(world.db, [['press', world.place.province, 'all']]);
    expect((await open(await there.as(press), '/chu-the')).html).not.toMatch(
      /<a[^>]*href="\/chu-the"[^>]*>\s*<svg/,
    );
  });

  it('says what to do where nothing is found, and where there is nothing yet', async () => {
    const unit = await there.as(there.world.unit);
    expect((await open(unit, '/chu-the?q=zzz')).text).toContain('Không có chủ thể nào khớp bộ lọc');
    const nobody = await makeActor(there.world.db, []);
    expect((await open(await there.as(nobody), '/chu-the')).text).toContain(
      'Chưa có chủ thể nào trong phạm vi của bạn',
    );
  });

  it('answers whatever stands in the address', async () => {
    const unit = await there.as(there.world.unit);
    const odd = [
      '?loai=xyz&don_vi=-1&khen_thuong=2&trung=x',
      '?sau=!!!&truoc=%F0%9F',
      '?q=%25%27&don_vi=999999999999999999',
      `?q=${'a'.repeat(3_000)}`,
      '?q=%3Cb%3Ehoa%3C/b%3E',
      '?la=9',
    ];
    for (const query of odd)
      expect([query, (await open(unit, `/chu-the${query}`)).status]).toEqual([query, 200]);
    expect((await open(unit, '/chu-the?q=%3Cb%3Ehoa')).html).not.toContain('<b>hoa');
  });

  it('asks the database as often for a full page as for one row', async () => {
    const { site, world } = there;
    const standing = await there.as(world.standing);
    const one = await queriesOf(site, () => open(standing, '/chu-the?q=hoa'));
    for (let n = 0; n < 60; n++) {
      const subjectId = await makeSubject(world.db, { fullName: `Người Thứ ${n}` });
      await makeExemplar(world, { state: 'found', plan: null, subjectId, officeId: world.place.district.id });
    }
    expect(await queriesOf(site, () => open(standing, '/chu-the'))).toBe(one);
  });

  it('is for those who are signed in', async () => {
    expect((await there.site.visitor().get('/chu-the')).status).toBe(303);
    expect((await there.site.visitor().get('/chu-the/xuat.xlsx')).status).toBe(303);
  });
});

describe('the exported list', () => {
  it('holds exactly what is shown, says by what it is filtered, and is nobody else’s', async () => {
    const unit = await there.as(there.world.unit);
    const answer = await unit.get('/chu-the/xuat.xlsx?q=hoa');
    expect(answer.headers.get('content-disposition')).toContain('chu-the-2018-11-15.xlsx');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
    const cells = (book.sheets[0]?.rows ?? []).map((row) => row.map((cell) => cell ?? null));
    const words = JSON.stringify(cells);
    expect(words).toContain('Lọc theo: ');
    expect(words).not.toContain('Tổ hợp tác Thử');
    expect(words).not.toContain('Ở Xã Khác');
    const row = cells.find((one) => one.includes('Nguyễn Thị Hòa')) ?? [];
    expect(row.slice(1)).toEqual([
      'Nguyễn Thị Hòa',
      null,
      'Cá nhân',
      '1970',
      'khu 7, xã Hy Cương',
      there.world.place.commune.name,
      1,
      0,
      2,
    ]);
  });
});
