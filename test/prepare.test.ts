import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';
import { runNode } from './child.ts';

// Whole programs are started here: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let project: string;

beforeEach(async () => {
  // mkdtemp makes it with mode 0700: the commands work below a folder that is closed to others.
  project = await mkdtemp(join(tmpdir(), 'gs-project-'));
  await cp(join(projectRoot(), 'bin'), join(project, 'bin'), { recursive: true });
});

afterEach(() => rm(project, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFile(join(project, file), text);

async function guongSang(...args: string[]) {
  const child = runNode(['bin/guong-sang.mjs', ...args], { npm_execpath: '' }, project);
  return { code: await child.ended, output: child.output() };
}

describe('what is missing is installed', () => {
  /** A package as the registry would give it, of a version. */
  async function pack(version: string): Promise<void> {
    await mkdir(join(project, 'greeting'), { recursive: true });
    await write('greeting/package.json', JSON.stringify({ name: 'greeting', version }));
    execFileSync('npm', ['pack', './greeting'], { cwd: project, stdio: 'pipe' });
    const entry = { version, resolved: `file:greeting-${version}.tgz` };
    const wanted = { name: 'project', dependencies: { greeting: `file:greeting-${version}.tgz` } };
    const packages = { '': wanted, 'node_modules/greeting': entry };
    await write('package.json', JSON.stringify(wanted));
    await write('package-lock.json', JSON.stringify({ name: 'project', lockfileVersion: 3, packages }));
  }

  const installed = async () =>
    JSON.parse(await readFile(join(project, 'node_modules/greeting/package.json'), 'utf8')).version as string;

  async function install() {
    const child = runNode(
      [
        '-e',
        "import('./bin/install.mjs').then((i) => i.installMissing({ dev: false })).catch((e) => { console.error(e.message); process.exitCode = 1 })",
      ],
      { npm_execpath: '' },
      project,
    );
    return { code: await child.ended, output: child.output() };
  }

  test('at the first start, again when another version is asked for, and not else', async () => {
    await pack('1.0.0');
    expect(await install()).toMatchObject({
      code: 0,
      output: expect.stringContaining('Đang cài các gói còn thiếu'),
    });
    expect(await installed()).toBe('1.0.0');
    expect(await install()).toEqual({ code: 0, output: '' });
    await pack('2.0.0');
    expect(await install()).toMatchObject({ code: 0, output: expect.stringContaining('(1 gói') });
    expect(await installed()).toBe('2.0.0');
  });

  test('an install that was interrupted is done again', async () => {
    await pack('1.0.0');
    await install();
    // npm writes this file last.
    await rm(join(project, 'node_modules/.package-lock.json'));
    expect((await install()).output).toContain('Đang cài các gói còn thiếu');
  });

  test('packages for other machines are not missed', async () => {
    await pack('1.0.0');
    const lock = JSON.parse(await readFile(join(project, 'package-lock.json'), 'utf8'));
    const other = { version: '1.0.0', optional: true, os: ['aix'], cpu: [process.arch] };
    const notThis = { version: '1.0.0', optional: true, os: [`!${process.platform}`] };
    lock.packages['node_modules/native-aix'] = other;
    lock.packages['node_modules/not-here'] = notThis;
    await write('package-lock.json', JSON.stringify(lock));
    await install();
    expect(await install()).toEqual({ code: 0, output: '' });
  });

  test('when it fails, a sentence says what to look at', async () => {
    await pack('1.0.0');
    await rm(join(project, 'greeting-1.0.0.tgz'));
    expect(await install()).toMatchObject({
      code: 1,
      output: expect.stringContaining('Không cài được các gói cần thiết. Hãy kiểm tra kết nối mạng'),
    });
  });
});

describe('the program is built when its sources changed', () => {
  beforeEach(async () => {
    for (const file of [
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'vite.config.ts',
      'vite.server.config.ts',
    ]) {
      await cp(join(projectRoot(), file), join(project, file));
    }
    await symlink(join(projectRoot(), 'node_modules'), join(project, 'node_modules'));
    await mkdir(join(project, 'src/islands'), { recursive: true });
    await mkdir(join(project, 'src/ui'));
    await mkdir(join(project, 'src/cli'));
    await write('src/ui/app.css', 'body { margin: 0 }');
    await write('src/ui/office.css', '.rail { margin: 0 }');
    await write('src/ui/pictures.css', '.heat-table { margin: 0 }');
    await write('src/ui/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await write('src/islands/hello.ts', 'document.title = "Xin chào";');
    await says('một');
  });

  const says = (word: string) =>
    write(
      'src/cli/main.ts',
      `export async function main(argv: string[]): Promise<void> { console.log('${word}', argv) }`,
    );

  test('before the first run, after a change, and not else', async () => {
    expect(await guongSang('a', 'b')).toEqual({
      code: 0,
      output: "Đang dựng chương trình…\nmột [ 'a', 'b' ]\n",
    });
    expect(await guongSang()).toEqual({ code: 0, output: 'một []\n' });
    const manifest = JSON.parse(await readFile(join(project, 'dist/client/.vite/manifest.json'), 'utf8'));
    expect(Object.keys(manifest).sort()).toEqual([
      'src/islands/hello.ts',
      'src/ui/app.css',
      'src/ui/icon.svg',
      'src/ui/office.css',
      'src/ui/pictures.css',
    ]);
    await says('hai');
    expect((await guongSang()).output).toContain('hai []');
  });

  test('a failure is shown where it stands in the source', async () => {
    await write('src/cli/main.ts', "\n\nexport async function main() { throw new Error('hỏng') }\n");
    expect((await guongSang()).output).toContain(`${project}/src/cli/main.ts:3:`);
  });

  test('a package that only some other command needs may be missing', async () => {
    const bench = "await import('not-installed-here');";
    await write(
      'src/cli/main.ts',
      `export async function main([name]: string[]) { if (name === 'bench') { ${bench} } console.log('chạy'); }`,
    );
    expect(await guongSang('start')).toMatchObject({ code: 0, output: expect.stringContaining('chạy') });
  });

  test('a change of a test alone builds nothing', async () => {
    await guongSang();
    await write('src/cli/main.test.ts', '');
    expect(await guongSang()).toEqual({ code: 0, output: 'một []\n' });
  });

  test('a build that fails leaves the last good one, and the command fails', async () => {
    await guongSang();
    const before = await stat(join(project, 'dist/server/main.js'));
    await write('src/cli/main.ts', 'export function main( {');
    expect((await guongSang()).code).toBe(1);
    expect((await stat(join(project, 'dist/server/main.js'))).ino).toBe(before.ino);
  });
});

test('a Node that is too old is named, with the one that is needed', async () => {
  await write(
    'old.cjs',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.18.1' } })",
  );
  const child = runNode(['--require', './old.cjs', 'bin/guong-sang.mjs', 'start'], {}, project);
  expect(await child.ended).toBe(1);
  expect(child.output()).toContain('Gương Sáng cần Node.js từ 20.19 trở lên; máy này đang dùng 20.18.1.');
});
