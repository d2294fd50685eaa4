import { StartError } from '../platform/start-error.ts';

interface Command {
  /** What it does, as shown by the usage; a command without it is for the program itself. */
  does?: string;
  load: () => Promise<{ run(argv: string[]): Promise<void> }>;
}

const COMMANDS: Record<string, Command> = {
  start: { does: 'chạy chương trình', load: () => import('./start.ts') },
  demo: { does: 'chạy bản trình diễn với dữ liệu mẫu', load: () => import('./demo.ts') },
  bench: { does: 'đo tốc độ với 100.000 điển hình (khoảng hai phút)', load: () => import('./bench.ts') },
  'bench-server': { load: () => import('./bench-server.ts') },
  migrate: { does: 'cập nhật cấu trúc cơ sở dữ liệu rồi dừng', load: () => import('./migrate.ts') },
};

/**
 * Runs one command of `guong-sang <command>`.
 * @throws StartError with a sentence for the terminal, also for a command that does not exist
 */
export async function main(argv: string[]): Promise<void> {
  const [name = '', ...rest] = argv;
  if (name === 'help' || name === '--help' || name === '-h') {
    console.log(usage());
    return;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command)
    throw new StartError(`${complaint(name)}\n\n${usage()}`, `Unknown command: ${name || 'none'}.`);
  const { run } = await command.load();
  await run(rest);
}

const complaint = (name: string) => (name === '' ? 'Chưa có tên lệnh.' : `Không có lệnh "${name}".`);

function usage(): string {
  const shown = Object.entries(COMMANDS).filter(([, { does }]) => does);
  const width = Math.max(...shown.map(([name]) => name.length));
  const lines = shown.map(([name, { does }]) => `  ${name.padEnd(width)}  ${does}`);
  return `Cách dùng: guong-sang <lệnh>\n\n${lines.join('\n')}\n\nCác thiết lập: docs/SETTINGS.md`;
}
