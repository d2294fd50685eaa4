import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileStore } from './files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guong-sang-files-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const filesIn = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

describe('the file store', () => {
  it('gives back the very bytes that it was given, under their hash', async () => {
    const store = openFileStore(join(folder, 'made', 'when', 'needed'));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        const sha256 = await store.put(bytes);
        expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(Buffer.from(await store.get(sha256)).equals(Buffer.from(bytes))).toBe(true);
      }),
    );
  });

  it('keeps the same bytes once, also when many bring them at the same moment', async () => {
    const store = openFileStore(folder);
    const bytes = new TextEncoder().encode('biên bản họp dân khu 7');
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
    expect(new Set(hashes).size).toBe(1);
    expect((await filesIn()).map((entry) => entry.name)).toEqual([hashes[0]]);
  });

  it('does not write again what it has', async () => {
    const store = openFileStore(folder);
    const sha256 = await store.put(new Uint8Array([1, 2, 3]));
    const file = join(folder, sha256.slice(0, 2), sha256);
    const before = await stat(file);
    await store.put(new Uint8Array([1, 2, 3]));
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
  });

  it('lets nobody but its own account read the files', async () => {
    const sha256 = await openFileStore(folder).put(new Uint8Array([1]));
    if (process.platform !== 'win32')
      expect((await stat(join(folder, sha256.slice(0, 2), sha256))).mode & 0o077).toBe(0);
  });

  it('says that it has nothing under a hash that it was never given', async () => {
    await expect(openFileStore(folder).get('0'.repeat(64))).rejects.toThrow('ENOENT');
  });

  it.each(['', '../../etc/passwd', 'A'.repeat(64), `${'0'.repeat(63)}/`, '0'.repeat(65)])(
    'never looks outside of its folder: %j',
    async (name) => {
      expect(() => openFileStore(folder).get(name)).toThrow('Not a SHA-256');
    },
  );
});
