import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import { bestEncoding } from './deliver.ts';
import type { Visit } from './visit.ts';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

interface Asset {
  type: string;
  plain: Buffer;
  /** Null where compressing does not help, e.g. fonts. */
  packed: { br: Buffer; gzip: Buffer } | null;
}

/**
 * Serves the built files: style sheet, scripts, fonts. They are few and their names carry a hash of what is in them, so
 * each is read and compressed once, kept in memory, and may be kept by browsers for ever. Only what lay in the folder
 * at the start can be asked for.
 *
 * @param folder the client build; its `assets` folder is served
 */
export function staticAssets(folder: string): (visit: Visit) => Promise<Response> {
  const names = new Set(filesBelow(join(folder, 'assets')));
  const read = new Map<string, Promise<Asset>>();
  return async (visit) => {
    const name = visit.req.path.slice('/assets/'.length);
    if (!names.has(name)) return visit.text('Không có tệp này.', 404);
    const asset = read.get(name) ?? load(join(folder, 'assets', name));
    read.set(name, asset);
    return answer(visit, await asset);
  };
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      name.replaceAll('\\', '/'),
    );
  } catch {
    return [];
  }
}

async function load(file: string): Promise<Asset> {
  const plain = await readFile(file);
  const type = getMimeType(file) ?? 'application/octet-stream';
  if (!/^(text\/|image\/svg|application\/(json|javascript))/.test(type)) return { type, plain, packed: null };
  const [br, gz] = await Promise.all([asBrotli(plain), asGzip(plain, { level: 9 })]);
  return { type, plain, packed: { br, gzip: gz } };
}

function answer(visit: Visit, { type, plain, packed }: Asset): Response {
  const encoding = packed ? bestEncoding(visit.req.header('accept-encoding')) : null;
  const body = packed && encoding ? packed[encoding] : plain;
  visit.header('Content-Type', type);
  visit.header('Content-Length', String(body.length));
  visit.header('Cache-Control', 'public, max-age=31536000, immutable');
  if (packed) visit.header('Vary', 'Accept-Encoding');
  if (encoding) visit.header('Content-Encoding', encoding);
  return visit.body(new Uint8Array(body));
}
