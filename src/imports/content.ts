import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { RawTable } from './raw-table.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** More than the limits of reading let through. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** Tables as they are kept between the steps of an import, with their hash: a file that was only saved anew is the same. */
export async function packTables(tables: readonly RawTable[]): Promise<{ content: Buffer; sha256: string }> {
  const bytes = Buffer.from(JSON.stringify(tables));
  return {
    content: await pack(bytes, { level: 3 }),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

export const unpackTables = async (content: Uint8Array): Promise<RawTable[]> =>
  JSON.parse((await unpack(content, { maxOutputLength: MOST_UNPACKED })).toString('utf8')) as RawTable[];
