import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A real mail server on this machine: what it took, and what it answers. */
export interface MailServer {
  url: string;
  taken: { to: string; raw: string }[];
  /** Codes to answer the next letters with, before it takes one again. */
  answers: number[];
  /** Takes letters, and never says so. */
  silent: boolean;
  close(): Promise<void>;
}

export async function openMailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const code = opened.answers.shift();
        if (code) return callback(Object.assign(new Error('Mailbox says no'), { responseCode: code }));
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        opened.taken.push({ to, raw: Buffer.concat(chunks).toString() });
        if (!opened.silent) callback();
      });
    },
  });
  // a sender that is killed breaks its connection off
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const opened: MailServer = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    answers: [],
    silent: false,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return opened;
}
