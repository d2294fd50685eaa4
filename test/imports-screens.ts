import { open, seen, send } from './exemplar-site.ts';
import type { Cell } from './imports-desk.ts';
import { type Browser, hiddenFields } from './site.ts';

/** Two rows that can be taken and two that cannot. */
export const LIST: Cell[][] = [
  ['STT', 'Họ và tên', 'Năm sinh', 'Địa chỉ', 'Thành tích', 'Đơn vị'],
  [1, 'Nguyễn Thị Một', 1980, 'Khu 1', 'Hiến đất', null],
  [2, 'Trần Văn Hai', 1975, 'Khu 2', 'nt', null],
  [3, 'Lê Văn Ba', 'không nhớ', 'Khu 3', null, null],
  [4, 'Phạm Thị Bốn', 1966, 'Khu 4', null, 'Xã Ở Đâu'],
];

/** Sends a file from the page of lists, as a browser without scripts does. */
export async function upload(
  browser: Browser,
  bytes: Uint8Array | null,
  more: Record<string, string> = {},
  name = 'ds.xlsx',
) {
  const { html } = await open(browser, '/nhap-danh-sach');
  const form = new FormData();
  for (const [key, value] of Object.entries({ ...hiddenFields(html, '/nhap-danh-sach'), ...more }))
    form.set(key, value);
  if (bytes) form.set('file', new File([Buffer.from(bytes)], name));
  return seen(await browser.post('/nhap-danh-sach', form));
}

/** The fields of the form of matching as they are proposed. */
export function proposed(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name = '', body = ''] of html.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    if (name === 'phong') continue;
    fields[name] =
      /<option value="([^"]*)" selected/.exec(body)?.[1] ?? /<option value="([^"]*)"/.exec(body)?.[1] ?? '';
  }
  return fields;
}

export async function match(browser: Browser, path: string, more: Record<string, string> = {}) {
  const { html } = await open(browser, path);
  return send(browser, path, { ...proposed(html), ...more });
}

/** The number of a list in an address. */
export const idIn = (path: string | null): number => Number(/\/(\d+)(?:\/|$)/.exec(path ?? '')?.[1]);
