import { createServer, type RequestListener, type Server } from 'node:http';
import { StartError } from '../platform/start-error.ts';

export interface Listening {
  /** The address to open in a browser of this machine. */
  address: string;
  server: Server;
  /** Takes no more connections, lets running requests end for up to `patienceMs`, then cuts them. */
  close(patienceMs: number): Promise<void>;
}

/**
 * Listens before there is an application, because its public address may depend on the port.
 * `answer` must be given before anything else is awaited.
 *
 * @throws StartError when the port is taken or not allowed
 */
export async function listen(host: string, port: number): Promise<Listening> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw cannotListen(error, host, port);
  });
  return { server, address: addressOf(server, host), close: (patienceMs) => close(server, patienceMs) };
}

export function answer(listening: Listening, listener: RequestListener): void {
  listening.server.on('request', listener);
}

async function close(server: Server, patienceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  // A browser keeps its connection after the answer; one whose request has ended since is closed too.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
  clearInterval(sweep);
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('No TCP address.');
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${bound.port}`;
}

function cannotListen(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Cổng ${port} đang được một chương trình khác dùng. Hãy dừng chương trình đó, hoặc đặt PORT là một cổng khác, ` +
        'ví dụ PORT=8081.',
      `Port ${port} is in use. Stop the program that uses it, or set another PORT.`,
    );
  if (error.code === 'EACCES')
    return new StartError(
      `Không được phép dùng cổng ${port}. Hãy đặt PORT từ 1024 trở lên.`,
      `Port ${port} is not allowed for this account. Set PORT to 1024 or more.`,
    );
  return new StartError(
    `Không mở được địa chỉ ${host}, cổng ${port}. Hãy kiểm tra HOST và PORT.`,
    `Cannot listen on ${host}, port ${port}: ${error.message}`,
  );
}
