import { access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { machineEnv } from './machine-env.ts';

const ON_THIS_SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-sync',
];

/**
 * A real browser: `CHROMIUM_PATH`, else the one of the system, else the one that comes with a package.
 * @throws Error when there is none: a missing browser is a failure, never a skipped test
 */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH;
  const found = given ?? (process.env.CHROMIUM_PACKAGED ? null : await firstThatExists(ON_THIS_SYSTEM));
  if (found) return chromium.launch({ executablePath: found, args: QUIET, env: machineEnv() });
  return launchPackaged();
}

async function firstThatExists(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const there = await access(path).then(
      () => true,
      () => false,
    );
    if (there) return path;
  }
  return null;
}

/** The packaged browser brings its own libraries (those of Amazon Linux) for systems that lack them. */
async function launchPackaged(): Promise<Browser> {
  // read when the package is loaded: it unpacks its libraries only where it believes to be at home
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  const executablePath = await packaged.executablePath();
  const libraries = join(tmpdir(), 'al2023/lib');
  return chromium.launch({
    executablePath,
    // in one process the browser would end with the first window that is closed
    args: [...packaged.args.filter((arg) => arg !== '--single-process'), ...QUIET],
    env: { ...machineEnv(), LD_LIBRARY_PATH: `${libraries}:${process.env.LD_LIBRARY_PATH ?? ''}` },
  });
}
