import { connect, type Socket } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';

/** Where clamd listens. */
export type ClamdAddress = { host: string; port: number } | { socket: string };

export type VirusVerdict =
  | { kind: 'clean' }
  /** `finding`: what clamd calls it, e.g. 'Eicar-Test-Signature'. */
  | { kind: 'infected'; finding: string }
  /** More than clamd takes (its `StreamMaxLength`). */
  | { kind: 'too_large' }
  /** No answer that can be trusted; `problem` is for the log. */
  | { kind: 'unreached'; problem: string };

const PATIENCE_MS = 30_000;
/** clamd reads pieces of any size; small ones keep the memory low. */
const PIECE = 64 * 1024;
/** Between two pieces of the second try: long enough for an answer to come, short enough for a file of 50 MB. */
const REST_MS = 5;
/** An answer is one line. */
const LONGEST_ANSWER = 4_096;

/**
 * Has clamd look at the bytes, by its command INSTREAM: pieces, each behind its length in four bytes, and a length of 0
 * at the end. Whatever goes wrong is `unreached`, never `clean`.
 *
 * @param patienceMs for each of two tries at the most, connecting included
 */
export async function checkForViruses(
  address: ClamdAddress,
  bytes: Uint8Array,
  patienceMs = PATIENCE_MS,
): Promise<VirusVerdict> {
  try {
    return verdictOf(await ask(address, bytes, patienceMs, 0));
  } catch (error) {
    if (!hungUp(error)) return { kind: 'unreached', problem: wordsOf(error) };
  }
  // a clamd that hangs up while we write has said why, but what it said is lost with the connection: once more, slowly
  try {
    return verdictOf(await ask(address, bytes, patienceMs, REST_MS));
  } catch (error) {
    return { kind: 'unreached', problem: wordsOf(error) };
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const hungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'ECONNRESET');

/** @param restMs between two pieces, so that an answer is read before the next one is written */
function ask(address: ClamdAddress, bytes: Uint8Array, patienceMs: number, restMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = 'socket' in address ? connect(address.socket) : connect(address.port, address.host);
    let answer = '';
    const timer = setTimeout(() => socket.destroy(new Error('clamd did not answer in time')), patienceMs);
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
      if (answer.length > LONGEST_ANSWER) socket.destroy(new Error('clamd answered too much'));
      else if (answer.includes('\0')) socket.destroy();
    });
    // clamd hangs up on a stream that is too long while we still write: what it said before that counts
    let broken: Error | null = null;
    socket.on('error', (error) => {
      broken = error;
    });
    socket.on('close', () => {
      clearTimeout(timer);
      if (answer.includes('\0')) resolve(answer.slice(0, answer.indexOf('\0')));
      else reject(broken ?? new Error('clamd hung up without an answer'));
    });
    socket.on('connect', () => void send(socket, bytes, restMs));
  });
}

/** Writes until the end, or until the connection is gone; that is told by the socket, never thrown. */
async function send(socket: Socket, bytes: Uint8Array, restMs: number): Promise<void> {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length && !socket.destroyed; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE);
    socket.write(lengthOf(piece.length));
    await new Promise<void>((written) => socket.write(piece, () => written()));
    if (restMs > 0) await rest(restMs);
  }
  if (!socket.destroyed) socket.write(lengthOf(0));
}

function lengthOf(count: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(count);
  return length;
}

function verdictOf(answer: string): VirusVerdict {
  if (/^stream: OK$/.test(answer)) return { kind: 'clean' };
  const finding = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (finding) return { kind: 'infected', finding };
  if (/size limit exceeded/i.test(answer)) return { kind: 'too_large' };
  return { kind: 'unreached', problem: `clamd said: ${answer.slice(0, 200)}` };
}
