import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import program from './read-thread.cjs?raw';

/** Letters of a plan that are read; more is no plan. */
export const MOST_LETTERS = 500_000;
/** Pages of a PDF that are read. */
export const MOST_PAGES = 300;
/** A plan of 300 pages takes about a second. */
const LIMIT_MS = 8_000;
const MEMORY_MB = 384;

const LIBRARIES = { docx: 'mammoth', pdf: 'pdfjs-dist/legacy/build/pdf.mjs' } as const;

export type ThreadAnswer =
  | { text: string; pages?: number }
  | { failed: 'password' | 'broken' | 'pages' | 'slow' };

/** One file at a time: two large ones side by side would take the memory of the server. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Takes the text out of a Word or PDF file in a thread of its own with a limit of time and memory, so that a file that
 * was made to be slow neither stops the server nor outlives its limit. The program is passed as text, so it runs the
 * same from the sources and from one bundled file.
 */
export function textInThread(kind: 'docx' | 'pdf', bytes: Uint8Array): Promise<ThreadAnswer> {
  const answer = queue.then(() => run(kind, bytes));
  queue = answer.catch(() => undefined);
  return answer;
}

function run(kind: 'docx' | 'pdf', bytes: Uint8Array): Promise<ThreadAnswer> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve(LIBRARIES[kind])).href;
  const workerData = { kind, bytes, library, most: MOST_LETTERS, mostPages: MOST_PAGES };
  const thread = new Worker(program, {
    eval: true,
    workerData,
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
