import { expect } from 'vitest';
import { type ReadList, readListFile } from '../src/imports/read-file.ts';

/** Why a file was not read; nothing where it was. */
export const sentenceOf = (read: ReadList): string => (read.ok ? '' : read.sentence);

/** The cells of the first table. */
export async function cells(bytes: Uint8Array): Promise<string[][]> {
  const read = await readListFile('ds', bytes);
  if (!read.ok) throw new Error(read.sentence);
  return (read.list.tables[0]?.rows ?? []).map((row) => row.cells);
}

/** Reads what must be refused, and holds it to its time. */
export async function refused(bytes: Uint8Array, withinMs: number): Promise<string> {
  const at = performance.now();
  const sentence = sentenceOf(await readListFile('ds.xlsx', bytes));
  expect(performance.now() - at).toBeLessThan(withinMs);
  return sentence;
}
