import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readPdf } from '../src/papers/read-back.ts';
import { machineEnv } from './machine-env.ts';

/** A DOCX or XLSX as another office program lays it out: its PDF, read back. */
export async function laidOut(file: Uint8Array, extension = 'docx') {
  const folder = await mkdtemp(join(tmpdir(), 'laid-out-'));
  try {
    const source = join(folder, `paper.${extension}`);
    await writeFile(source, file);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const command = [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source];
    await promisify(execFile)('soffice', command, { timeout: 60_000, env: machineEnv() });
    return await readPdf(await readFile(join(folder, 'paper.pdf')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
