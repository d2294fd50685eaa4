/** A paragraph of a Word document. */
export interface DocxBlock {
  /** `heading`: by its style, or a short line that is bold from end to end. `cell`: a paragraph within a table. */
  kind: 'heading' | 'paragraph' | 'cell';
  /** Of a heading, 1 to 9; 0 of everything else. */
  level: number;
  /** Line breaks inside a paragraph stay as '\n'. */
  text: string;
}

/** Id of a style → level of the heading that it makes. */
export type HeadingStyles = ReadonlyMap<string, number>;

const LONGEST_STYLE = 4_000;
const LONGEST_BOLD_HEADING = 200;
/** Below headings by style: bold alone says little of the order. */
const BOLD_LEVEL = 3;

/** The styles of a document that make headings: by outline level, or named 'heading 1', 'Tiêu đề 1', 'Title'. */
export function headingStyles(xml: string): HeadingStyles {
  const found = new Map<string, number>();
  // cut first: a pattern over the whole text would begin anew at every style that is not closed
  for (const piece of xml.split(/<w:style\b/).slice(1)) {
    const body = piece.slice(0, LONGEST_STYLE);
    const id = /^[^>]*?w:styleId="([^"]+)"/.exec(body)?.[1];
    const level = levelOfStyle(body);
    if (id && level !== null) found.set(id, level);
  }
  return found;
}

function levelOfStyle(body: string): number | null {
  const outline = /<w:outlineLvl\b[^>]*w:val="(\d)"/.exec(body)?.[1];
  if (outline !== undefined) return outline === '9' ? null : Number(outline) + 1;
  const name = /<w:name\b[^>]*w:val="([^"]+)"/.exec(body)?.[1]?.toLowerCase() ?? '';
  const numbered = /^(?:heading|tiêu đề)\s*([1-9])$/.exec(name)?.[1];
  if (numbered) return Number(numbered);
  return name === 'title' ? 1 : null;
}

/** What is known of the paragraph that is being read. */
interface Open {
  text: string;
  level: number | null;
  /** Letters in bold, and letters in all; blanks do not count. */
  bold: number;
  letters: number;
}

const TOKEN = /<(\/?)([\w:]+)([^<>]*?)(\/?)>|([^<]+)/g;
/** Text that is not part of what one reads: removed, kept twice for old programs, or of a field's own making. */
const UNREAD = new Set(['w:del', 'mc:Fallback', 'w:instrText', 'w:moveFrom']);
const BREAKS: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'w:tab': ' ',
  'w:noBreakHyphen': '-',
};

/** Reads `word/document.xml`. Tolerant: what it does not know it passes over. */
export function blocksOfXml(xml: string, styles: HeadingStyles): DocxBlock[] {
  return new Reader(styles).read(xml);
}

class Reader {
  readonly #styles: HeadingStyles;
  readonly #blocks: DocxBlock[] = [];
  /** Paragraphs can stand inside paragraphs (text boxes). */
  readonly #open: Open[] = [];
  #cells = 0;
  #unread = 0;
  #inText = false;
  #inParagraphProperties = false;
  #bold = false;

  constructor(styles: HeadingStyles) {
    this.#styles = styles;
  }

  read(xml: string): DocxBlock[] {
    for (const [, closing, name, attributes = '', empty, letters] of xml.matchAll(TOKEN)) {
      if (letters !== undefined) this.#letters(letters);
      else if (name === undefined) continue;
      else if (empty) this.#single(name, attributes);
      else if (closing) this.#end(name);
      else this.#begin(name, attributes);
    }
    return this.#blocks;
  }

  #begin(name: string, attributes: string): void {
    if (UNREAD.has(name)) this.#unread += 1;
    else if (name === 'w:p') this.#open.push({ text: '', level: null, bold: 0, letters: 0 });
    else if (name === 'w:tc') this.#cells += 1;
    else if (name === 'w:pPr') this.#inParagraphProperties = true;
    else if (name === 'w:t') this.#inText = true;
    else if (name === 'w:r') this.#bold = false;
    else this.#single(name, attributes);
  }

  #end(name: string): void {
    if (UNREAD.has(name)) this.#unread = Math.max(0, this.#unread - 1);
    else if (name === 'w:p') this.#close();
    else if (name === 'w:tc') this.#cells = Math.max(0, this.#cells - 1);
    else if (name === 'w:pPr') this.#inParagraphProperties = false;
    else if (name === 'w:t') this.#inText = false;
  }

  #single(name: string, attributes: string): void {
    const open = this.#open.at(-1);
    if (!open) return;
    const value = /w:val="([^"]*)"/.exec(attributes)?.[1];
    if (name === 'w:pStyle') open.level = this.#styles.get(value ?? '') ?? open.level;
    else if (name === 'w:outlineLvl' && value !== undefined && value !== '9') open.level = Number(value) + 1;
    else if (name === 'w:b' && !this.#inParagraphProperties) this.#bold = value !== '0' && value !== 'false';
    else if (!this.#inParagraphProperties) this.#add(open, BREAKS[name] ?? '');
  }

  #letters(letters: string): void {
    const open = this.#open.at(-1);
    if (open && this.#inText) this.#add(open, unescaped(letters));
  }

  #add(open: Open, text: string): void {
    if (this.#unread > 0) return;
    open.text += text;
    const letters = text.replace(/\s/g, '').length;
    open.letters += letters;
    if (this.#bold) open.bold += letters;
  }

  #close(): void {
    const open = this.#open.pop();
    const text =
      open?.text
        .normalize('NFC')
        .replace(/[ \t]+/g, ' ')
        .trim() ?? '';
    if (!open || text === '') return;
    const level = this.#cells > 0 ? null : (open.level ?? boldLevel(open, text));
    if (level !== null) this.#blocks.push({ kind: 'heading', level, text });
    else this.#blocks.push({ kind: this.#cells > 0 ? 'cell' : 'paragraph', level: 0, text });
  }
}

const boldLevel = ({ bold, letters }: Open, text: string): number | null =>
  letters > 0 && bold === letters && text.length <= LONGEST_BOLD_HEADING ? BOLD_LEVEL : null;

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff && code > 0 ? String.fromCodePoint(code) : '';
  });
