import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentIsWhole } from './zip-content.ts';
import { readZipDirectory } from './zip-directory.ts';

const text = (words: string) => new Uint8Array(Buffer.from(words));
const sample = () =>
  zipSync({ 'thu-mot.xml': text('một '.repeat(500)), 'anh.png': [text('hai'), { level: 0 }] });

describe('the directory of a zip', () => {
  it('names every file with its sizes, without unpacking it', () => {
    const entries = readZipDirectory(sample());
    expect(entries?.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['thu-mot.xml', 'deflated', Buffer.byteLength('một '.repeat(500))],
      ['anh.png', 'stored', 3],
    ]);
  });

  it('is not found in a zip that was cut off anywhere', () => {
    const whole = sample();
    for (let length = 0; length < whole.length; length++) {
      expect(readZipDirectory(whole.subarray(0, length))).toBeNull();
    }
  });

  it('is read without an exception whatever the bytes are', () => {
    const end = Buffer.from('504b0506', 'hex');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 60 }), (before, after) => {
        const entries = readZipDirectory(Buffer.concat([before, end, after]));
        expect(entries === null || Array.isArray(entries)).toBe(true);
      }),
    );
  });
});

describe('the content of a zip', () => {
  it('is whole when every file unpacks to what the directory declares', async () => {
    expect(await contentIsWhole(sample(), readZipDirectory(sample()) ?? [])).toBe(true);
  });

  it('is not whole when a packed file was damaged anywhere', async () => {
    const entries = readZipDirectory(sample()) ?? [];
    expect(entries).toHaveLength(2);
    for (const { dataAt, packedSize } of entries) {
      // the very last bits of a packed file may be filling that nobody reads
      for (let at = dataAt; at < dataAt + packedSize - 1; at++) {
        const broken = sample();
        broken[at] = (broken[at] ?? 0) ^ 0xff;
        expect(await contentIsWhole(broken, entries)).toBe(false);
      }
    }
  });

  it('is refused as soon as a file grows beyond what it declared', async () => {
    const bomb = zipSync({ 'lon.xml': new Uint8Array(30_000_000) });
    const entries = (readZipDirectory(bomb) ?? []).map((entry) => ({ ...entry, size: 1_000 }));
    expect(entries).toHaveLength(1);
    expect(await contentIsWhole(bomb, entries)).toBe(false);
  });
});
