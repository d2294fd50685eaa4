import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  EICAR,
  FINDING,
  freePort,
  hasClamd,
  type OwnScanner,
  startClamd,
  startInstreamServer,
} from '../../test/clamd.ts';
import { type EvidenceDesk, openEvidenceDesk, PDF } from '../../test/evidence-desk.ts';
import { projectRoot } from '../platform/project-root.ts';

/** A PDF that is whole, with EICAR in the middle of it. */
const INFECTED = Buffer.concat([Buffer.from('%PDF-1.7\n'), EICAR, Buffer.from('\n%%EOF\n')]);

let desk: EvidenceDesk;
let scanner: OwnScanner;
let id: number;
let before: string[];
beforeAll(async () => {
  desk = await openEvidenceDesk();
  scanner = await startInstreamServer();
  id = await desk.exemplarIn('found');
  await desk.send(desk.officer, id, { files: [['a.pdf', PDF]] });
  before = await desk.everythingStored();
});
afterAll(async () => {
  await scanner.close();
  await desk.site.close();
});
afterEach(async () => expect(await desk.everythingStored()).toEqual(before));

const scanWith = (clamd: { host: string; port: number } | null) => {
  desk.site.deps.config.clamd = clamd;
};
const sendAll = async (...files: [string, Uint8Array][]) => {
  const answer = await desk.send(desk.officer, id, { fields: { title: 'Ảnh mặt đường' }, files });
  return { status: answer.status, page: await answer.text() };
};
const findings = () =>
  desk.site.db
    .selectFrom('audit_event')
    .select(['after', 'actor_name', 'thing'])
    .where('kind', '=', 'upload.infected')
    .execute();

describe('a file with a finding', () => {
  it('is refused by the name of the finding, keeps what was typed, and stands in the audit without the file', async () => {
    scanWith(scanner);
    const { status, page } = await sendAll(
      ['sạch.pdf', Buffer.from('%PDF-1.4 sạch %%EOF')],
      ['hại.pdf', INFECTED],
    );
    expect(status).toBe(422);
    expect(page).toContain(`Tệp “hại.pdf” có mã độc (${FINDING})`);
    expect(page).not.toContain('Tệp “sạch.pdf”');
    expect(page).toContain('value="Ảnh mặt đường"');
    expect(await findings()).toEqual([
      {
        thing: 'upload',
        actor_name: desk.officerName,
        after: {
          tệp: 'hại.pdf',
          'phát hiện': FINDING,
          'dung lượng (byte)': INFECTED.length,
          trang: `/dien-hinh/${id}/minh-chung/moi`,
        },
      },
    ]);
  });
});

describe('a clamd that cannot be asked', () => {
  it('lets nothing in, and says why and what to do', async () => {
    scanWith({ host: '127.0.0.1', port: await freePort() });
    const { status, page } = await sendAll(['b.pdf', PDF]);
    expect([status, page]).toEqual([422, expect.stringContaining('máy quét vi-rút không trả lời')]);
    expect(page).toContain('báo quản trị');
  });

  it('lets nothing in that is larger than it takes', async () => {
    scanWith(scanner);
    scanner.answerWith('INSTREAM size limit exceeded. ERROR\0');
    const { page } = await sendAll(['b.pdf', PDF]);
    expect(page).toContain('quá lớn để quét vi-rút');
    scanner.answerWith(null);
  });
});

it('asks nobody where no clamd is set up, and nothing about a form without files', async () => {
  scanWith(null);
  const found = await sendAll(['giống.pdf', new Uint8Array()]);
  expect(found.page).toContain('trống, không có nội dung');
  scanWith({ host: '127.0.0.1', port: await freePort() });
  const answer = await desk.send(desk.officer, id, { fields: { reference: '1/QĐ' } });
  expect(await answer.text()).toContain('Hãy ghi tên minh chứng');
});

it.skipIf(!hasClamd)('holds against a real clamd', { timeout: 30_000 }, async () => {
  const clamd = await startClamd();
  scanWith(clamd);
  try {
    const { page } = await sendAll(['hại.pdf', INFECTED]);
    expect(page).toContain(`có mã độc (${FINDING})`);
  } finally {
    await clamd.close();
  }
});

it('has no way in around it: bodies are read in one place, and files are handed out in one', async () => {
  const root = join(projectRoot(), 'src');
  const names = (await readdir(root, { recursive: true })).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('islands'),
  );
  const sources = await Promise.all(names.map((name) => readFile(join(root, name), 'utf8')));
  const using = (pattern: RegExp) => names.filter((_, n) => pattern.test(sources[n] ?? '')).toSorted();
  // whoever reads a body in another way needs the check there as well, and a line here
  expect(using(/\.parseBody\(|\.formData\(|req\.(?:arrayBuffer|blob|bytes)\(/)).toEqual([
    'evidence/sent-files.ts',
    'web/form.ts',
    // shows the fields of a form again, and reads none of its files
    'web/sign-in-again.tsx',
  ]);
  // bytes that come within a field: `stoppedByVirusCheck` must be asked about them
  expect(using(/'base64'\)/)).toEqual(using(/'base64'\)[\s\S]*stoppedByVirusCheck\(/));
});
