import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadConfig } from '../platform/config.ts';
import { cleanText, readForm } from './form.ts';
import type { Deps, VisitEnv } from './visit.ts';

const schema = z.object({ ten: z.string('Hãy ghi tên.').min(1, 'Hãy ghi tên.') });

async function post(body: BodyInit, headers: Record<string, string> = {}) {
  let read: Awaited<ReturnType<typeof readForm<{ ten: string }>>> | undefined;
  const app = new Hono<VisitEnv>().post('/', async (visit) => {
    visit.set('deps', { config: loadConfig({}, { demo: false }) } as Deps);
    read = await readForm(visit, schema);
    return visit.text('');
  });
  await app.request('/', { method: 'POST', body, headers });
  if (!read) throw new Error('The form was not read.');
  return read;
}

describe('a posted form', () => {
  it('gives its value, the key and the version that it carries', async () => {
    const form = await post(new URLSearchParams({ ten: 'Hoa', _khoa: 'khoa-cua-bieu-mau', _phien_ban: '3' }));
    expect(form).toMatchObject({ ok: true, value: { ten: 'Hoa' }, key: 'khoa-cua-bieu-mau', version: 3 });
  });

  it('keeps what was typed when something is wrong', async () => {
    const form = await post(new URLSearchParams({ ten: '', ghi_chu: 'dài\r\nlắm' }));
    expect(form).toMatchObject({ ok: false, errors: { ten: 'Hãy ghi tên.' } });
    expect({ ...form.typed }).toEqual({ ten: '', ghi_chu: 'dài\nlắm' });
  });

  it('has neither key nor version when they are made up', async () => {
    const form = await post(new URLSearchParams({ ten: 'a', _khoa: 'ngan', _phien_ban: '-1' }));
    expect([form.key, form.version]).toEqual([null, null]);
  });

  it('gives chosen files apart, and none where none was chosen', async () => {
    const body = new FormData();
    body.set('ten', 'Hoa');
    body.set('anh', new File(['jpeg'], 'ảnh.jpg'));
    body.set('trong', new File([], ''));
    const form = await post(body);
    expect(form.ok && [...form.files].map(([name, file]) => [name, file.name])).toEqual([['anh', 'ảnh.jpg']]);
  });

  it('that was cut off on its way is told so', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const form = await post('--x\r\nContent-Disposition: form-data; name="ten"\r\n\r\nHo', headers);
    expect(form).toMatchObject({
      ok: false,
      errors: { _: expect.stringContaining('hỏng trên đường truyền') },
    });
  });

  it('cannot reach into the program by the names of its fields', async () => {
    const form = await post(new URLSearchParams('ten=a&__proto__=x&__proto__=y&constructor=z'));
    expect(form.ok).toBe(true);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
    expect(Object.getPrototypeOf(form.typed)).toBeNull();
  });
});

describe('clean text', () => {
  it('is composed: the same letter typed in two ways is the same', () => {
    expect(cleanText('Hoa\u0300')).toBe('Hoà');
  });

  it('has no marks that turn or hide letters', () => {
    expect(cleanText('Ng\u202euyễn\u200b Thị\u0000\tHoa\r\nB')).toBe('Nguyễn Thị Hoa\nB');
  });

  it('stays as it is when cleaned again, and never holds a zero byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toContain('\0');
      }),
      { numRuns: 1000 },
    );
  });
});
