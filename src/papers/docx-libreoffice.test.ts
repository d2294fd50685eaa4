import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderDocx } from './docx.ts';
import { bare, readPdf } from './read-back.ts';
import { SAMPLE_PAPER } from './sample-paper.ts';

const SOFFICE = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(
  existsSync,
);

/** The DOCX as another office program lays it out. */
async function laidOut(file: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'paper-'));
  try {
    await writeFile(join(folder, 'paper.docx'), file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const command = [
      profile,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'paper.docx'),
    ];
    await promisify(execFile)(SOFFICE ?? '', command, { timeout: 60_000 });
    return await readPdf(await readFile(join(folder, 'paper.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe.skipIf(!SOFFICE)('the Word file opened in LibreOffice (skipped where there is none)', () => {
  it('opens, keeps the head on single lines, and numbers pages from the second', {
    timeout: 90_000,
  }, async () => {
    const { pages, text } = await laidOut(await renderDocx(SAMPLE_PAPER));
    const lines = pages[0]?.text.split('\n').map(bare) ?? [];
    const head = [
      'ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ',
      'BAN THI ĐUA - KHEN THƯỞNG',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    ];
    for (const name of [...head, 'Độc lập - Tự do - Hạnh phúc']) {
      expect(
        lines.some((line) => line.includes(bare(name))),
        name,
      ).toBe(true);
    }
    expect(pages.length).toBeGreaterThanOrEqual(3);
    const numbers = pages.map((page) => page.texts.filter(({ top }) => top < 56.7).map((one) => one.text));
    expect(numbers).toEqual(pages.map((_, i) => (i === 0 ? [] : [String(i + 1)])));
    expect(bare(text)).toContain(bare('trân trọng báo cáo Ủy ban nhân dân tỉnh./.'));
    expect(pages.at(-1)?.text).toContain('Nguyễn Thị Hồng Hạnh');
  });
});
