import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type RawTable, READ_LIMITS } from './raw-table.ts';
import program from './read-thread.cjs?raw';

/** A list of 20,000 rows takes about a second. */
const LIMIT_MS = 10_000;
const MEMORY_MB = 640;

export type ThreadAnswer =
  | { tables: RawTable[] }
  | { failed: 'broken' | 'rows' | 'cells' | 'columns' | 'tables' | 'slow' };

/** One file at a time: two large ones side by side would take the memory of the server. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Reads the tables of a workbook or a Word file in a thread of its own with a limit of time and memory. The caller has
 * checked before that the file is whole and of a size that can be opened. The program is passed as text, so it runs
 * the same from the sources and from one bundled file.
 */
export function tablesInThread(kind: 'xlsx' | 'docx', bytes: Uint8Array): Promise<ThreadAnswer> {
  const answer = queue.then(() => run(kind, bytes));
  queue = answer.catch(() => undefined);
  return answer;
}

function run(kind: 'xlsx' | 'docx', bytes: Uint8Array): Promise<ThreadAnswer> {
  const find = createRequire(import.meta.url);
  const urlOf = (name: string) => pathToFileURL(find.resolve(name)).href;
  const libraries = { xlsx: urlOf('hucre/xlsx'), zip: urlOf('fflate') };
  const thread = new Worker(program, {
    eval: true,
    workerData: { kind, bytes, libraries, most: READ_LIMITS },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise((resolve) => {
    const settle = (answer: ThreadAnswer) => {
      clearTimeout(timer);
      resolve(answer);
      void thread.terminate();
    };
    const timer = setTimeout(() => settle({ failed: 'slow' }), LIMIT_MS);
    thread.once('message', settle);
    thread.once('error', () => settle({ failed: 'broken' }));
    thread.once('exit', () => settle({ failed: 'broken' }));
  });
}
