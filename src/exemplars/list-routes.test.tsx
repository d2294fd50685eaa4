import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExemplarSite, open, openExemplarSite } from '../../test/exemplar-site.ts';
import { makeExemplar } from '../../test/oracles/exemplar-world.ts';
import { zipPart } from '../papers/read-back.ts';
import { exemplarRoutes } from './routes.tsx';

let there: ExemplarSite;
beforeAll(async () => {
  there = await openExemplarSite(exemplarRoutes({ parts: [] }));
  const { world } = there;
  await makeExemplar(world, { state: 'nurtured', fullName: 'Nguyễn Thị Hòa' });
  await makeExemplar(world, { state: 'found', fullName: 'Lê Văn Ưởng', plan: null });
  await makeExemplar(world, { state: 'found', fullName: 'Ở Xã Khác', officeId: world.place.otherCommune.id });
});
afterAll(() => there.close());

describe('the list page', () => {
  it('shows what is within reach, and what each filter lets through, as chips that can be taken off', async () => {
    const unit = await there.as(there.world.unit);
    const all = await open(unit, '/dien-hinh');
    expect(all.text).toContain('2 điển hình');
    expect(all.text).not.toContain('Ở Xã Khác');
    const some = await open(unit, '/dien-hinh?q=hoa&trang_thai=nurtured&xep=sua');
    expect(some.text).toContain('1 điển hình');
    expect(some.text).not.toContain('Lê Văn Ưởng');
    expect(some.html).toContain('href="/dien-hinh?trang_thai=nurtured&amp;xep=sua"');
    expect(some.html).toContain('href="/dien-hinh/xuat.xlsx?trang_thai=nurtured&amp;q=hoa&amp;xep=sua"');
  });

  it('says what to do where nothing is found, and where there is nothing yet', async () => {
    const unit = await there.as(there.world.unit);
    expect((await open(unit, '/dien-hinh?q=zzz')).text).toContain('Không có điển hình nào khớp bộ lọc');
    const { leader } = there.world;
    const nobody = { ...leader, accountId: leader.accountId };
    await there.world.db.deleteFrom('account_grant').where('account_id', '=', nobody.accountId).execute();
    const page = await open(await there.as(nobody), '/dien-hinh');
    expect(page.text).toContain('Chưa có điển hình nào trong phạm vi của bạn');
    expect(page.html).not.toContain('href="/dien-hinh/moi"');
  });

  it('answers whatever stands in the address', async () => {
    const unit = await there.as(there.world.unit);
    const odd = [
      '?trang_thai=xyz&linh_vuc=-1&nam=abc&cap=1',
      '?sau=!!!&truoc=%F0%9F',
      '?xep=;drop&q=%25%27',
      '?huyen=9',
    ];
    for (const query of odd)
      expect([query, (await open(unit, `/dien-hinh${query}`)).status]).toEqual([query, 200]);
  });

  it('leads on page by page and back', async () => {
    const { world } = there;
    const made = await makeExemplar(world, { state: 'found', fullName: 'Trang Một' });
    await sql`INSERT INTO exemplar (subject_id, office_id, state, origin)
      SELECT subject_id, ${world.place.otherCommune.id}::bigint, 'found', 'office' FROM exemplar, generate_series(1, 120)
      WHERE id = ${made}`.execute(world.db);
    const stranger = await there.as(world.stranger);
    const hrefOf = (html: string, rel: string) =>
      /href="([^"]+)"/.exec(
        html.match(new RegExp(`<a class="pagination-step"[^>]*rel="${rel}"`))?.[0] ?? '',
      )?.[1];
    const first = await open(stranger, '/dien-hinh?q=trang');
    expect(hrefOf(first.html, 'prev')).toBeUndefined();
    const second = await open(stranger, (hrefOf(first.html, 'next') ?? '').replaceAll('&amp;', '&'));
    const third = await open(stranger, (hrefOf(second.html, 'next') ?? '').replaceAll('&amp;', '&'));
    const rows = (html: string) => html.match(/href="\/dien-hinh\/\d+"/g) ?? [];
    expect([first, second, third].map((page) => rows(page.html).length)).toEqual([50, 50, 20]);
    expect(hrefOf(third.html, 'next')).toBeUndefined();
    const back = await open(stranger, (hrefOf(third.html, 'prev') ?? '').replaceAll('&amp;', '&'));
    expect(rows(back.html)).toEqual(rows(second.html));
  });
});

describe('the exported list', () => {
  it('holds exactly what is shown, says by what it is filtered, and is nobody else’s', async () => {
    const unit = await there.as(there.world.unit);
    const answer = await unit.get('/dien-hinh/xuat.xlsx?trang_thai=nurtured');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('dien-hinh-2018-11-15.xlsx');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    const file = new Uint8Array(await answer.arrayBuffer());
    const words = zipPart(file, 'xl/sharedStrings.xml');
    expect(words).toContain('Nguyễn Thị Hòa');
    expect(words).toContain('đang bồi dưỡng');
    expect(words).toContain('Lọc theo: đang bồi dưỡng.');
    expect(words).not.toContain('Lê Văn Ưởng');
    expect(words).not.toContain('Ở Xã Khác');
  });
});
