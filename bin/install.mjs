import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectedError, root } from './root.mjs';

/**
 * Installs what `package-lock.json` asks for on this machine and `node_modules` does not hold. Not by `npm ci`: it
 * refuses a lock that lacks an optional package of another platform, as npm writes it when the registry had none.
 * `npm install --no-save` installs the same versions with the same hashes and leaves the lock as it is.
 *
 * @param {{ dev: boolean }} options whether the tools for tests are needed too
 */
export async function installMissing({ dev }) {
  const missing = missingPackages(dev);
  if (missing.length === 0) return;
  console.error(`Đang cài các gói còn thiếu (${missing.length} gói, lần đầu có thể mất vài phút)…`);
  // Who has the tools keeps them, although only the program is asked for.
  const withTools = dev || existsSync(join(root, 'node_modules/vitest/package.json'));
  const code = await npm([
    'install',
    '--no-save',
    withTools ? '--include=dev' : '--omit=dev',
    '--include=optional',
  ]);
  if (code !== 0) {
    throw expectedError(
      'Không cài được các gói cần thiết. Hãy kiểm tra kết nối mạng (hoặc kho gói npm của cơ quan), quyền ghi vào ' +
        `${root}, rồi chạy lại.\n("npm install" ended with code ${code}.)`,
    );
  }
}

/**
 * Names of the packages that are absent or of another version. npm writes what it has installed into
 * `node_modules/.package-lock.json` as its last step, so that an interrupted install counts as none.
 */
function missingPackages(dev) {
  const asked = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules/.package-lock.json'));
  return Object.keys(asked).filter((path) => {
    const entry = asked[path];
    if (path === '' || (!dev && (entry.dev || entry.devOptional)) || !isForThisMachine(entry)) return false;
    return installed[path]?.version !== entry.version;
  });
}

function packagesOf(file) {
  if (!existsSync(file)) return {};
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Optional packages of other platforms are never installed; those that ask for a certain libc may not be. */
function isForThisMachine(entry) {
  const fits = (list, value) =>
    !list ||
    (!list.includes(`!${value}`) && (list.includes(value) || list.every((word) => word.startsWith('!'))));
  return (
    !entry.optional ||
    (!entry.libc && entry.os && fits(entry.os, process.platform) && fits(entry.cpu, process.arch))
  );
}

function npm(args) {
  const client = process.env.npm_execpath;
  // The npm that started us, else the one on the path, which on Windows is a script for the shell.
  const direct = client?.endsWith('npm-cli.js');
  const child = spawn(direct ? process.execPath : 'npm', direct ? [client, ...args] : args, {
    cwd: root,
    shell: !direct && process.platform === 'win32',
    // Standard output is for what the command answers, e.g. the last line of the tests.
    stdio: ['ignore', 2, 2],
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
}
