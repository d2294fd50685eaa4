// The program of the thread that takes the text out of one Word or PDF file; read-thread.ts holds its text and starts it.
const { parentPort, workerData } = require('node:worker_threads');

const { kind, bytes, library, most, mostPages } = workerData;

const answer = (result) => parentPort.postMessage(result);
(kind === 'docx' ? docx() : pdf()).then(answer, (error) => answer({ failed: describe(error) }));

function describe(error) {
  return error && error.name === 'PasswordException' ? 'password' : 'broken';
}

/** Collects lines until there are more letters than anybody reads. */
class Lines {
  constructor() {
    this.lines = [];
    this.size = 0;
  }
  add(line) {
    this.size += line.length + 1;
    if (this.size <= most * 2) this.lines.push(line);
  }
}

async function docx() {
  const { default: mammoth } = await import(library);
  const out = new Lines();
  const counters = new Map();
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: (document) => {
        for (const child of document.children) block(child, out, counters);
        return { ...document, children: [] };
      },
    },
  );
  return { text: out.lines.join('\n') };
}

function block(element, out, counters) {
  if (element.type === 'paragraph') {
    const words = text(element);
    out.add(words.trim() ? listMark(element.numbering, counters) + words : '');
  } else if (element.type === 'table') {
    for (const row of element.children) tableRow(row, out, counters);
  } else if (element.children) {
    for (const child of element.children) block(child, out, counters);
  }
}

/** A row of short cells stands on one line with bars; other cells follow each other, each closed by a bar. */
function tableRow(row, out, counters) {
  const cells = row.children.map((cell) => {
    const lines = new Lines();
    for (const child of cell.children || []) block(child, lines, counters);
    return lines.lines.filter((line) => line.trim());
  });
  if (cells.every((lines) => lines.length <= 1)) {
    out.add(cells.map((lines) => lines[0] || '').join(' | '));
    return;
  }
  for (const lines of cells) {
    for (const [n, line] of lines.entries()) out.add(n === lines.length - 1 ? `${line} |` : line);
  }
}

/** The mark that Word draws and does not write. */
function listMark(numbering, counters) {
  if (!numbering) return '';
  if (!numbering.isOrdered) return '- ';
  const level = Number(numbering.level) || 0;
  for (const deeper of [...counters.keys()]) if (deeper > level) counters.delete(deeper);
  const count = (counters.get(level) || 0) + 1;
  counters.set(level, count);
  return `${count}. `;
}

function text(element) {
  if (element.type === 'text') return element.value;
  if (element.type === 'tab') return ' ';
  if (element.type === 'break') return '\n';
  if (element.type === 'noteReference' || element.type === 'commentReference') return '';
  return (element.children || []).map(text).join('');
}

async function pdf() {
  const { getDocument, VerbosityLevel } = await import(library);
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    stopAtErrors: false,
  });
  const document = await task.promise;
  const pages = document.numPages;
  if (pages > mostPages) return { failed: 'pages', pages };
  const out = new Lines();
  for (let number = 1; number <= pages && out.size <= most * 2; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    // the number of the page is no word of the plan
    for (const line of words.split('\n')) if (line.trim() !== String(number)) out.add(line.trim());
    page.cleanup();
  }
  return { text: out.lines.join('\n'), pages };
}
