import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EICAR,
  FINDING,
  freePort,
  hasClamd,
  type OwnScanner,
  type Scanner,
  startClamd,
  startInstreamServer,
} from '../../test/clamd.ts';
import { checkForViruses } from './virus-check.ts';

describe('the words on the wire, against a server of our own that speaks INSTREAM', () => {
  let server: OwnScanner;
  beforeAll(async () => {
    server = await startInstreamServer();
  });
  afterAll(() => server.close());

  it('brings every byte over, whatever there is and however long', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300_000 }), async (bytes) => {
        expect((await checkForViruses(server, bytes)).kind).toBe('clean');
        expect(server.received().equals(bytes)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('tells what was found', async () => {
    expect(await checkForViruses(server, EICAR)).toEqual({ kind: 'infected', finding: FINDING });
  });

  it.each([
    ['INSTREAM size limit exceeded. ERROR\0', 'too_large'],
    ['stream: Can not allocate memory ERROR\0', 'unreached'],
    ['HTTP/1.1 400 Bad Request\r\n\r\n', 'unreached'],
    ['stream: OK', 'unreached'],
    ['', 'unreached'],
    ['x'.repeat(10_000), 'unreached'],
    [`stream: ${'x'.repeat(300)} FOUND\0`, 'unreached'],
  ])('never takes another answer for a clean one: %j', async (words, kind) => {
    server.answerWith(words);
    expect((await checkForViruses(server, Buffer.from('a'))).kind).toBe(kind);
    server.answerWith(null);
  });
});

describe('a clamd that is not there', () => {
  it('is not reached where nobody listens, by port and by socket', async () => {
    const bytes = Buffer.from('a');
    expect(await checkForViruses({ host: '127.0.0.1', port: await freePort() }, bytes)).toMatchObject({
      kind: 'unreached',
      problem: expect.stringContaining('ECONNREFUSED'),
    });
    expect((await checkForViruses({ socket: '/nowhere/clamd.ctl' }, bytes)).kind).toBe('unreached');
  });

  it('is given up when it takes the file and then says nothing', async () => {
    const silent = createServer((socket) => void socket.resume());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const began = Date.now();
    const verdict = await checkForViruses({ host: '127.0.0.1', port }, Buffer.from('a'), 200);
    expect(verdict).toEqual({ kind: 'unreached', problem: 'clamd did not answer in time' });
    expect(Date.now() - began).toBeLessThan(2_000);
    await new Promise((resolve) => silent.close(resolve));
  });
});

describe.skipIf(!hasClamd)('a real clamd with a signature of our own', () => {
  let clamd: Scanner;
  beforeAll(async () => {
    clamd = await startClamd();
  }, 30_000);
  afterAll(() => clamd?.close());

  it('lets a clean file pass and names what it finds in another', async () => {
    expect(await checkForViruses(clamd, Buffer.alloc(500_000, 'a'))).toEqual({ kind: 'clean' });
    const infected = Buffer.concat([Buffer.alloc(100_000, 'b'), EICAR]);
    expect(await checkForViruses(clamd, infected)).toEqual({ kind: 'infected', finding: FINDING });
  });

  it('says so when the file is longer than it takes', async () => {
    expect(await checkForViruses(clamd, Buffer.alloc(3 * 1024 * 1024, 'c'))).toEqual({ kind: 'too_large' });
  });

  it('answers many at the same time', async () => {
    const verdicts = await Promise.all(
      Array.from({ length: 12 }, (_, n) => checkForViruses(clamd, n % 2 ? EICAR : Buffer.from(`clean ${n}`))),
    );
    expect(verdicts.map(({ kind }) => kind)).toEqual(verdicts.map((_, n) => (n % 2 ? 'infected' : 'clean')));
  });
});
