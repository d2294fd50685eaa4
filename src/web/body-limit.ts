import type { Visit } from './visit.ts';

const MB = 1024 * 1024;
/** Fields and boundaries around the one file of a form. */
const ROOM_FOR_FIELDS = MB;
/** Without a session only small forms are sent. */
const WITHOUT_SESSION = MB;
/** A browser shows our answer only after it has sent everything; of too much more we let the line drop. */
const DISCARD_UP_TO = 4;

/** Bytes that the body of this request may have. */
export function bodyLimit(visit: Visit): number {
  if (!visit.get('session')) return WITHOUT_SESSION;
  return visit.get('deps').config.uploadMaxBytes + ROOM_FOR_FIELDS;
}

/**
 * Is the body within the limit? A declared length is believed (the server holds the browser to it); a body without one
 * is counted while it is read, and never kept beyond the limit.
 */
export async function bodyFits(visit: Visit, limit: number): Promise<boolean> {
  const { raw } = visit.req;
  const declared = raw.headers.get('content-length');
  if (declared !== null && !raw.headers.has('transfer-encoding')) {
    if (Number(declared) <= limit) return true;
    if (raw.body) await discard(raw.body.getReader(), limit * DISCARD_UP_TO);
    return false;
  }
  if (!raw.body) return true;
  const reader = raw.body.getReader();
  const kept = await readUpTo(reader, limit);
  if (kept) visit.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body: kept });
  else await discard(reader, limit * DISCARD_UP_TO);
  return kept !== null;
}

async function readUpTo(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  limit: number,
): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    size += value.length;
    if (size > limit) return null;
    chunks.push(value);
  }
}

async function discard(reader: ReadableStreamDefaultReader<Uint8Array>, limit: number): Promise<void> {
  for (let size = 0; size < limit; ) {
    const { done, value } = await reader.read();
    if (done) return;
    size += value.length;
  }
}
