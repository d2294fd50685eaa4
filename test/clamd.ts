import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkForViruses } from '../src/platform/virus-check.ts';

/** The harmless text that every virus scanner takes for a virus; in two parts, so that this file is none. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);
export const FINDING = 'GuongSang.Test.Eicar.UNOFFICIAL';

const BINARY = ['/usr/sbin/clamd', '/usr/bin/clamd', '/opt/homebrew/sbin/clamd'].find((path) =>
  existsSync(path),
);
export const hasClamd = BINARY !== undefined;

export interface Scanner {
  host: string;
  port: number;
  close(): Promise<void>;
}

/** A real clamd with one signature of our own, that of EICAR anywhere in a file; takes streams of up to 1 MB. */
export async function startClamd(): Promise<Scanner> {
  if (!BINARY) throw new Error('There is no clamd on this machine.');
  const folder = await mkdtemp(join(tmpdir(), 'guong-sang-clamd-'));
  const port = await freePort();
  await writeFile(join(folder, 'own.ndb'), `GuongSang.Test.Eicar:0:*:${EICAR.toString('hex')}\n`);
  const settings = [
    `DatabaseDirectory ${folder}`,
    `TCPSocket ${port}`,
    'TCPAddr 127.0.0.1',
    'Foreground yes',
    'StreamMaxLength 1M',
    `TemporaryDirectory ${folder}`,
  ];
  await writeFile(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
  const child = spawn(BINARY, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const scanner = {
    host: '127.0.0.1',
    port,
    async close() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
  for (let tries = 0; tries < 100 && child.exitCode === null; tries++) {
    const verdict = await checkForViruses(scanner, Buffer.from('x'), 2_000);
    if (verdict.kind === 'clean') return scanner;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await scanner.close();
  throw new Error('clamd did not start.');
}

export interface OwnScanner extends Scanner {
  /** What the last stream brought, put together again. */
  received(): Buffer;
  /** Says this instead of judging. */
  answerWith(words: string | null): void;
}

/**
 * A small server of our own that speaks the INSTREAM of clamd: no virus scanner, but the same words on the same wire.
 * It finds EICAR and nothing else.
 */
export async function startInstreamServer(): Promise<OwnScanner> {
  let received: Buffer = Buffer.alloc(0);
  let words: string | null = null;
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    let sent: Buffer = Buffer.alloc(0);
    socket.on('data', (piece) => {
      sent = Buffer.concat([sent, piece]);
      const stream = streamIn(sent);
      if (!stream) return;
      received = stream;
      socket.end(words ?? `stream: ${stream.includes(EICAR) ? `${FINDING} FOUND` : 'OK'}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: '127.0.0.1',
    port: typeof address === 'object' && address ? address.port : 0,
    received: () => received,
    answerWith(next) {
      words = next;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The pieces of a whole stream put together; null while it has not ended. */
function streamIn(sent: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (sent.subarray(0, command.length).toString('latin1') !== command) return null;
  const pieces: Buffer[] = [];
  for (let at = command.length; at + 4 <= sent.length; ) {
    const length = sent.readUInt32BE(at);
    if (length === 0) return Buffer.concat(pieces);
    if (at + 4 + length > sent.length) return null;
    pieces.push(sent.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
