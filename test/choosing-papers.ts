import { docxParagraphs } from '../src/papers/read-back.ts';
import type { Browser } from './site.ts';

/** How files of each kind begin. */
export const DocxOrPdf = { docx: 'PK', pdf: '%PDF-' } as const;

/** All words of a Word file that the site answers. */
export async function paperText(browser: Browser, path: string): Promise<string> {
  const answer = await browser.get(path);
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}`);
  return docxParagraphs(new Uint8Array(await answer.arrayBuffer())).join('\n');
}
