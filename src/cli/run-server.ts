import type { Config } from '../platform/config.ts';
import { type ServeOptions, type Serving, serve } from './serve.ts';
import { untilStopped } from './until-stopped.ts';

/** Serves until Ctrl-C, or until the database is lost. Prints where it is to be found and how to stop it. */
export async function runServer(options: Omit<ServeOptions, 'onLost' | 'signal'>): Promise<void> {
  // Listens before anything is started: a Ctrl-C meanwhile breaks the start off, and leaves nothing running.
  const ending = untilStopped();
  const onLost = () => {
    options.log.fatal(`PostgreSQL ended unexpectedly; see ${options.config.dataDir}/postgres.log`);
    process.exitCode = 1;
    ending.ask();
  };
  const starting = new AbortController();
  void ending.asked.then(() => starting.abort());
  const serving = await serve({ ...options, onLost, signal: starting.signal }).catch((error: unknown) => {
    if (!starting.signal.aborted) throw error;
    return null;
  });
  if (serving) await serveUntil(ending.asked, serving, options);
  console.log('Gương Sáng đã dừng.');
}

async function serveUntil(
  asked: Promise<void>,
  serving: Serving,
  options: Omit<ServeOptions, 'onLost' | 'signal'>,
): Promise<void> {
  console.log(welcome(serving, options.config, options.demo));
  await asked;
  console.log('\nĐang dừng, xin đợi các yêu cầu dở dang…');
  await serving.stop();
}

/** What stands in the terminal after the start. */
export function welcome(serving: Omit<Serving, 'stop'>, config: Config, demo: boolean): string {
  const name = demo ? 'Gương Sáng (bản trình diễn, dữ liệu mẫu)' : 'Gương Sáng';
  const lines = [
    '',
    `${name} đang chạy.`,
    '',
    `  Địa chỉ          ${config.publicUrl ?? serving.address}`,
    `  Thư mục dữ liệu  ${config.dataDir}`,
    `  Cơ sở dữ liệu    ${serving.database}`,
  ];
  if (config.publicUrl) lines.push(`  Trên máy này     ${serving.address}`);
  if (serving.firstLink) {
    lines.push(
      '',
      'Lần đầu sử dụng: mở liên kết sau (dùng một lần, trong 24 giờ) để tạo tài khoản quản trị.',
      `  ${serving.firstLink}`,
    );
  }
  return [...lines, '', 'Nhấn Ctrl-C để dừng.'].join('\n');
}
