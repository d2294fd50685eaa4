import { cleanText } from '../web/form.ts';
import { passedUploadCheck } from '../web/upload-check.ts';
import type { Visit } from '../web/visit.ts';

/** A file as it came with a form. */
export interface SentFile {
  /** The name that it had on the person's machine, without its ending. */
  title: string;
  /** The whole name. */
  name: string;
  bytes: Uint8Array;
}

const LONGEST_TITLE = 150;

/**
 * All files that a form sent under one name, in their order; call it after `readForm`. A field that was left empty
 * sends one file without a name, which is none. An empty file that has a name is one: it must be answered.
 *
 * @throws Error when a file did not pass the check of `readForm`: its refusal was not answered
 */
export async function sentFiles(visit: Visit, field: string): Promise<SentFile[]> {
  const body = await visit.req.parseBody({ all: true });
  const values = [body[field] ?? []].flat();
  const files = values.filter((value) => value instanceof File).filter((file) => file.name !== '');
  if (!files.every(passedUploadCheck)) throw new Error(`A file of ${visit.req.path} did not pass the check.`);
  return Promise.all(files.map(read));
}

async function read(file: File): Promise<SentFile> {
  const name = cleanText(file.name).replace(/\n/g, ' ').trim().slice(0, LONGEST_TITLE) || 'tệp không tên';
  return {
    name,
    title: titleOf(name),
    bytes: new Uint8Array(await file.arrayBuffer()),
  };
}

/** Some phones write into the name where a picture was taken; that is nobody's business who reads the list. */
const POINT_IN_NAME =
  /[([]?[-+]?\d{1,3}[.,]\d{4,}\s?°?[NB]?[ ,;_x-]{1,3}[-+]?\d{1,3}[.,]\d{4,}\s?°?[EĐ]?[)\]]?/gi;

/** The name without its ending, as the title of the file in lists. */
export function titleOf(name: string): string {
  const title = name
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(POINT_IN_NAME, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ _-]+|[ _-]+$/g, '');
  return title || 'tệp không tên';
}
