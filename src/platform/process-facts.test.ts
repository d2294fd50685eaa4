import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { processFacts } from './process-facts.ts';

test('a living process has the same start each time it is asked for, and its command', async () => {
  const child = spawn('sleep', ['61']);
  await once(child, 'spawn');
  const facts = await processFacts(child.pid ?? 0);
  expect(facts?.command).toContain('sleep 61');
  expect(await processFacts(child.pid ?? 0)).toEqual(facts);
  expect((await processFacts(process.pid))?.started).not.toBe(facts?.started);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await processFacts(child.pid ?? 0)).toBeNull();
});

test('a zombie is no living process', async () => {
  // The shell starts a child, then becomes a program that never reaps it.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 61']);
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const zombie = Number(chunk.toString());
  await expect.poll(() => processFacts(zombie)).toBeNull();
  expect(() => process.kill(zombie, 0)).not.toThrow();
  parent.kill('SIGKILL');
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 22 + 1])('%s is the pid of nothing', async (pid) => {
  expect(await processFacts(pid)).toBeNull();
});
