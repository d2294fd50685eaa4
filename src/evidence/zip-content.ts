import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ZipEntry } from './zip-directory.ts';

/**
 * Does every file in the zip unpack to exactly the size and the checksum that its directory declares? It is
 * unpacked in a stream and thrown away, and no further than declared, so that a zip that lies about its sizes
 * costs neither memory nor time.
 */
export async function contentIsWhole(bytes: Uint8Array, entries: readonly ZipEntry[]): Promise<boolean> {
  for (const entry of entries) if (!(await entryIsWhole(bytes, entry))) return false;
  return true;
}

async function entryIsWhole(bytes: Uint8Array, entry: ZipEntry): Promise<boolean> {
  if (entry.encrypted || entry.method === 'other') return false;
  const packed = bytes.subarray(entry.dataAt, entry.dataAt + entry.packedSize);
  const chunks =
    entry.method === 'stored' ? Readable.from([packed]) : Readable.from([packed]).pipe(createInflateRaw());
  let size = 0;
  let sum = 0;
  try {
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > entry.size) return false;
      sum = crc32(chunk, sum);
    }
  } catch {
    return false;
  }
  return size === entry.size && sum === entry.crc32;
}
