import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../src/platform/project-root.ts';

const SCRATCH = pathToFileURL(join(projectRoot(), 'bin/scratch.mjs')).href;
const { baseFolder } = (await import(SCRATCH)) as {
  baseFolder(machine: { named: string | undefined; mounts: string; roomOf(): number; free: number }): string;
};

const GB = 1024 ** 3;
const ROOMY = {
  named: undefined,
  mounts: 'proc /proc proc rw 0 0\ntmpfs /dev/shm tmpfs rw,nosuid,nodev 0 0\n',
  roomOf: () => 12 * GB,
  free: 20 * GB,
};

describe('what a run of the tests throws away', () => {
  it('is kept in memory where there is plenty of it', () => {
    expect(baseFolder(ROOMY)).toBe('/dev/shm');
  });

  it.each([
    ['memory is short', { free: 2 * GB }],
    ['that folder is small, as in a container', { roomOf: () => 0.0625 * GB }],
    ['programs may not be started there', { mounts: 'shm /dev/shm tmpfs rw,nosuid,nodev,noexec 0 0' }],
    ['nothing may be written there', { mounts: 'shm /dev/shm tmpfs ro 0 0' }],
    ['there is none', { mounts: '' }],
    ['it is no memory', { mounts: '/dev/sda1 /dev/shm ext4 rw 0 0' }],
  ])('is kept in the usual folder where %s', (_, machine) => {
    expect(baseFolder({ ...ROOMY, ...machine })).toBe(tmpdir());
  });

  it('is kept where somebody says', () => {
    expect(baseFolder({ ...ROOMY, named: '/work/tmp' })).toBe('/work/tmp');
  });

  it('goes with the next run when one was ended by force, but not what a living one uses', () => {
    const base = mkdtempSync(join(tmpdir(), 'scratch-'));
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const [left, living, other] = [
      `guong-sang-test-${gone}-abc`,
      `guong-sang-test-${process.pid}-abc`,
      'other',
    ].map((name) => join(base, name));
    for (const folder of [left, living, other]) mkdirSync(String(folder));
    const made = spawnSync(
      process.execPath,
      ['-e', `import('${SCRATCH}').then((scratch) => console.log(scratch.makeScratch()))`],
      { env: { ...process.env, TMPDIR: base }, encoding: 'utf8' },
    ).stdout.trim();
    expect([left, living, other, made].map((folder) => existsSync(String(folder)))).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(statSync(made).mode & 0o777).toBe(0o711);
    rmSync(base, { recursive: true });
  });
});
