import { expect, test, vi } from 'vitest';
import { main } from './main.ts';

test('an unknown command is refused with the list of those that exist', async () => {
  await expect(main(['strat'])).rejects.toThrow(
    /Không có lệnh "strat"[\s\S]*start +chạy chương trình[\s\S]*demo/,
  );
});

test('without a command the usage is shown', async () => {
  await expect(main([])).rejects.toThrow(/Chưa có tên lệnh[\s\S]*Cách dùng: guong-sang <lệnh>/);
});

test('a name that every object has is no command', async () => {
  await expect(main(['constructor'])).rejects.toThrow(/Không có lệnh "constructor"/);
});

test('help is an answer, not a failure', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await main(['--help']);
  expect(said.mock.calls.flat().join('\n')).toContain('Cách dùng');
  said.mockRestore();
});
