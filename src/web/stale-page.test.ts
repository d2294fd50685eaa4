import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { makeActor, makeOffice } from '../../test/factories.ts';
import { type Browser, type FormFields, openTestSite, type TestSite } from '../../test/site.ts';
import { answerRefusal } from './answer.tsx';
import { findDraft } from './drafts.ts';
import { readForm } from './form.ts';
import { choice, day, text } from './form-fields.ts';
import { get, post } from './route.ts';

const schema = z.object({
  what: text('nội dung hoạt động', 1000),
  heldOn: day('ngày họp'),
  kind: choice('loại', ['skill', 'policy']),
});

let site: TestSite;
let browser: Browser;
let accountId: number;
beforeAll(async () => {
  site = await openTestSite([
    get('/viec', 'signed_in', (visit) => visit.text('')),
    ...['', '/co-nhap'].map((path) =>
      post(`/viec${path}`, 'signed_in', async (visit) => {
        const sent = await readForm(visit, schema);
        const refusal = { kind: 'stale', currentVersion: 4 } as const;
        const thing = { kind: 'office', id: 1, version: sent.version } as const;
        const how = { backTo: '/viec', thing, sent, ...(path && { draft: 'viec-1' }) };
        return answerRefusal(visit, refusal, how);
      }),
    ),
  ]);
  const office = await makeOffice(site.db, null);
  const actor = await makeActor(site.db, [['unit', office, 'own']]);
  accountId = actor.accountId;
  browser = await site.signedIn(actor);
});
afterAll(() => site.close());

const typed = {
  ...{ _khoa: 'khoa-cua-bieu-mau', _phien_ban: '3' },
  what: 'Tập huấn <kỹ thuật>\nBuổi hai: thực hành',
  heldOn: '31/2/2018',
  kind: 'skill',
  w_result: 'Phần chữ của báo cáo',
};

async function send(path: string, fields: FormFields | FormData = typed) {
  const response = await browser.post(path, fields);
  return { status: response.status, page: await response.text() };
}

describe('a stale form', () => {
  it('gives back every text that was typed, as it was typed, under the words of its field', async () => {
    const { status, page } = await send('/viec');
    expect(status).toBe(409);
    expect(page).toContain('Phần của bạn chưa được ghi');
    expect(page).toMatch(
      /<dt>Nội dung hoạt động<\/dt><dd><div class="prose-lines">Tập huấn &lt;kỹ thuật&gt;\nBuổi hai: thực hành</,
    );
    expect(page).toMatch(/<dt>Ngày họp<\/dt><dd><div class="prose-lines">31\/2\/2018</);
    expect(page).toMatch(/<dt>Nội dung khác<\/dt><dd><div class="prose-lines">Phần chữ của báo cáo</);
    expect(page).toContain('href="/viec"');
  });

  it('shows no codes of choices, and nothing of what the form carries by itself', async () => {
    const { page } = await send('/viec');
    for (const code of ['>skill<', 'khoa-cua-bieu-mau']) expect(page).not.toContain(code);
  });

  it('has no such part when nothing was typed', async () => {
    const { page } = await send('/viec', { what: ' ', kind: 'skill' });
    expect(page).not.toContain('Phần bạn đã nhập');
  });

  it('names the files that have to be chosen again', async () => {
    const form = new FormData();
    form.set('what', 'Ảnh');
    form.set('file', new File(['x'], 'mặt đường.jpg'));
    const { page } = await send('/viec', form);
    expect(page).toContain('Tệp, cần chọn lại');
    expect(page).toContain('mặt đường.jpg');
  });

  it('keeps it as a draft on the version it was written on, where the form has drafts', async () => {
    expect((await send('/viec')).page).not.toContain('bản nháp');
    expect(await findDraft(site.db, accountId, 'viec-1')).toBeNull();
    expect((await send('/viec/co-nhap')).page).toContain('chọn “Dùng bản nháp”');
    const draft = await findDraft(site.db, accountId, 'viec-1');
    expect(draft).toMatchObject({ version: 3, typed: { what: typed.what, w_result: typed.w_result } });
  });

  it('does not promise a draft that was too large to be kept', async () => {
    const { page } = await send('/viec/co-nhap', { ...typed, what: 'dài '.repeat(63_000) });
    expect(page).not.toContain('bản nháp');
    expect(page).toContain('Nội dung hoạt động');
  });
});
