import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { RawTable } from './raw-table.ts';

const pack = promisify(gzip);
const unpack = promisify(gunzip);
/** More than the limits of reading let through. */
const MOST_UNPACKED = 200 * 1024 * 1024;

/** Tables as they are kept between the steps of an import. */
export const packTables = async (tables: readonly RawTable[]): Promise<Buffer> =>
  pack(Buffer.from(JSON.stringify(tables)), { level: 3 });

export const unpackTables = async (content: Uint8Array): Promise<RawTable[]> =>
  JSON.parse((await unpack(content, { maxOutputLength: MOST_UNPACKED })).toString('utf8')) as RawTable[];
