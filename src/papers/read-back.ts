import { strFromU8, unzipSync } from 'fflate';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/* For tests: reads what was written, with other libraries than those that wrote it. */

/** A part of a DOCX or XLSX file, as text; throws when the file has no such part. */
export function zipPart(file: Uint8Array, path: string): string {
  const part = unzipSync(file)[path];
  if (!part) throw new Error(`No part ${path}`);
  return strFromU8(part);
}

/** Text of a DOCX, one string per paragraph, in the order of the file. */
export function docxParagraphs(file: Uint8Array): string[] {
  const xml = zipPart(file, 'word/document.xml');
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map((paragraph) =>
    [...(paragraph[1] ?? paragraph[2] ?? '').matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>|<w:br\/>/gs)]
      .map((run) => (run[1] === undefined ? '\n' : fromXml(run[1])))
      .join(''),
  );
}

function fromXml(text: string): string {
  const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (entity, name: string) => names[name] ?? entity);
}

/** A stretch of text on a page: distances in points from the left and from the top of the page. */
export interface PlacedText {
  text: string;
  left: number;
  right: number;
  top: number;
  sizePt: number;
}

export interface PdfPage {
  widthPt: number;
  heightPt: number;
  texts: PlacedText[];
  /** The texts joined as they come, line by line. */
  text: string;
}

/** Pages of a PDF with their text, and its title, author and XMP properties. */
export async function readPdf(file: Uint8Array) {
  const task = getDocument({
    data: new Uint8Array(file),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  });
  const document = await task.promise;
  const { info, metadata } = await document.getMetadata();
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    pages.push(await readPage(await document.getPage(number)));
  }
  const xmp = (name: string): string | null => metadata?.get(name) ?? null;
  await task.destroy();
  return {
    pages,
    text: pages.map((page) => page.text).join('\n'),
    info: info as Record<string, unknown>,
    xmp,
  };
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

async function readPage(page: Page): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const words = items.flatMap((item) => ('str' in item ? [item] : []));
  return {
    widthPt: width,
    heightPt: height,
    texts: words
      .filter((item) => item.str.trim() !== '')
      .map((item) => ({
        text: item.str,
        left: item.transform[4],
        right: item.transform[4] + item.width,
        top: height - item.transform[5],
        sizePt: Math.hypot(item.transform[2], item.transform[3]),
      })),
    text: words.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''),
  };
}

/** Text without blanks, line breaks and invisible characters: what layout may add or remove. */
export const bare = (text: string): string => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '');
