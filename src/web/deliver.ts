import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Visit } from './visit.ts';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** Below this, compression saves no packet. */
const WORTH_COMPRESSING = 1024;
const TEXT = /^(text\/|image\/svg|application\/(json|xml|ld\+json|rss\+xml|javascript))/;
export const PUBLIC_CACHE = 'public, max-age=60';

/**
 * The last step of an answer: pages of the office are never kept by anybody; pages for everybody may be kept for a
 * minute and are asked for again by their tag; text is sent compressed.
 */
export async function deliver(visit: Visit): Promise<void> {
  if (!visit.res.headers.has('Cache-Control')) visit.res.headers.set('Cache-Control', 'private, no-store');
  if (!isPlainText(visit.res)) return;
  const body = Buffer.from(await visit.res.arrayBuffer());
  // taken after the body: reading it may put another header object in the place of the first
  const headers = new Headers(visit.res.headers);
  const tag = mayBeKept(visit.res) ? tagOf(body) : null;
  if (tag) headers.set('ETag', tag);
  if (tag && visit.req.header('if-none-match')?.includes(tag)) return answerWith(visit, null, 304, headers);
  const packed = await pack(visit, headers, body);
  answerWith(visit, packed, visit.res.status, headers);
}

const isPlainText = ({ headers, body }: Response): boolean =>
  body !== null && TEXT.test(headers.get('Content-Type') ?? '') && !headers.has('Content-Encoding');

const mayBeKept = ({ status, headers }: Response): boolean =>
  status === 200 && (headers.get('Cache-Control') ?? '').startsWith('public');

const tagOf = (body: Buffer): string => `W/"${createHash('sha1').update(body).digest('base64url')}"`;

/** Compresses the body where that is worth it, and says so in the headers. */
async function pack(visit: Visit, headers: Headers, body: Buffer): Promise<Buffer> {
  if (body.length < WORTH_COMPRESSING) return body;
  headers.append('Vary', 'Accept-Encoding');
  const encoding = bestEncoding(visit.req.header('accept-encoding'));
  if (!encoding) return body;
  headers.set('Content-Encoding', encoding);
  // speed before size: the page is made for one person and sent once
  return encoding === 'br'
    ? asBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })
    : asGzip(body, { level: 5 });
}

function answerWith(visit: Visit, body: Buffer | null, status: number, headers: Headers): void {
  if (body) headers.set('Content-Length', String(body.length));
  else headers.delete('Content-Length');
  // hono would merge the headers of the answer before into the new one
  visit.res = undefined;
  visit.res = new Response(body ? new Uint8Array(body) : null, { status, headers });
}

/** What the browser takes, the better one first; `q=0` means that it does not. */
export function bestEncoding(accepted: string | undefined): 'br' | 'gzip' | null {
  const taken = (accepted ?? '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  return taken.includes('br') ? 'br' : taken.includes('gzip') ? 'gzip' : null;
}
