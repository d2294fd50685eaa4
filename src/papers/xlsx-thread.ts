import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { WriteOptions } from 'hucre/xlsx';
import program from './xlsx-thread.cjs?raw';

/**
 * Writes a workbook in a thread of its own, because writing 300,000 cells at once would stop the server for more
 * than a second. The program is passed as text, so it runs the same from the sources and from one bundled file.
 */
export function writeXlsxInThread(workbook: WriteOptions): Promise<Uint8Array> {
  const writer = pathToFileURL(createRequire(import.meta.url).resolve('hucre/xlsx')).href;
  const thread = new Worker(program, { eval: true, workerData: { writer, workbook } });
  return new Promise((resolve, reject) => {
    thread.once('message', (bytes: Uint8Array) => resolve(bytes));
    thread.once('error', reject);
    thread.once('exit', (code) =>
      reject(new Error(`The thread ended (code ${code}) before the workbook was written.`)),
    );
  });
}
