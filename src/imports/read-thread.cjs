// The program of the thread that reads the tables of one workbook or Word file; read-thread.ts holds its text and starts it.
const { parentPort, workerData } = require('node:worker_threads');

const { kind, bytes, libraries, most } = workerData;

const answer = (result) => parentPort.postMessage(result);
(kind === 'xlsx' ? workbook() : document()).then(answer, (error) =>
  answer({ failed: typeof error === 'string' ? error : 'broken' }),
);

/** Old fonts that are no Unicode, by the name of the font: 't' .VnTime, 'T' .VnTimeH (capitals), 'v' VNI-Times. */
function fontMark(name) {
  if (!name) return ' ';
  if (/^\.vn/i.test(name)) return /h$/i.test(name) && !/vnteknical$/i.test(name) ? 'T' : 't';
  return /^vni-/i.test(name) ? 'v' : ' ';
}

/** Text of a cell, its end cut off where nobody writes so much. */
const cut = (text) => (text.length > most.letters ? `${text.slice(0, most.letters)}…` : text);

const two = (number) => String(number).padStart(2, '0');

/** A value of Excel as people here write it: 1200,5 · 05/12/2018 · x. */
function written(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return cut(value);
  if (typeof value === 'number') return Number.isFinite(value) ? plain(value) : '';
  if (typeof value === 'boolean') return value ? 'x' : '';
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`;
  return '';
}

/** Never 1e+21; no more digits than were typed. */
function plain(number) {
  const text = String(Number(number.toPrecision(15)));
  return (/e/.test(text) ? number.toFixed(0) : text).replace('.', ',');
}

async function workbook() {
  const [{ readXlsx }, { unzipSync }] = await Promise.all([import(libraries.xlsx), import(libraries.zip)]);
  countRows(unzipSync);
  const book = await readXlsx(bytes, { readStyles: true, maxRows: most.rowsInFile });
  const tables = book.sheets.map(sheetTable).filter((table) => table.rows.length > 0);
  return { tables };
}

/** Counts the rows and cells before anything is made of them: a sheet of a million empty rows is no list. */
function countRows(unzipSync) {
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/i.test(name) });
  for (const sheet of Object.values(sheets)) {
    if (countOf(sheet, '<row', most.rowsInFile) > most.rowsInFile) throw 'rows';
    if (countOf(sheet, '<c ', most.cells) > most.cells) throw 'cells';
  }
}

function countOf(sheet, mark, limit) {
  const buffer = Buffer.from(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  let count = 0;
  for (let at = buffer.indexOf(mark); at >= 0 && count <= limit; at = buffer.indexOf(mark, at + 3)) count++;
  return count;
}

function sheetTable(sheet) {
  const rows = [];
  sheet.rows.forEach((values, r) => {
    const row = sheetRow(sheet, values, r);
    if (row.cells.every((text) => text.trim() === '') && !row.formulas) return;
    if ((row.cells[most.columns] || '').trim() !== '') throw 'columns';
    rows.push({ ...row, cells: row.cells.slice(0, most.columns) });
    if (rows.length > most.rows) throw 'rows';
  });
  const merges = (sheet.merges || []).slice(0, most.merges).map(mergeOf);
  return { name: sheet.name, rows, merges };
}

function sheetRow(sheet, values, r) {
  const formulas = [];
  let fonts = '';
  const texts = values.slice(0, most.columns + 1).map((value, c) => {
    const cell = sheet.cells?.get(`${r},${c}`);
    if (cell?.formula !== undefined) formulas.push(c);
    const text = cellText(cell, value);
    fonts += text === '' ? ' ' : fontMark(fontOf(cell));
    return text;
  });
  return rowOf(r + 1, texts, fonts, formulas);
}

function cellText(cell, value) {
  if (cell?.type === 'error') return String(cell.value || cell.formulaResult || '#N/A');
  return written(
    cell?.formula === undefined || cell.formulaResult === undefined ? value : cell.formulaResult,
  );
}

const fontOf = (cell) => {
  const rich = (cell?.richText || []).find((run) => run.font?.name);
  return rich ? rich.font.name : cell?.style?.font?.name;
};

const mergeOf = ({ startRow, startCol, endRow, endCol }) => [startRow + 1, startCol, endRow + 1, endCol];

function rowOf(no, cells, fonts, formulas) {
  const row = { no, cells };
  if (fonts.trim() !== '') row.fonts = fonts;
  if (formulas.length > 0) row.formulas = formulas;
  return row;
}

async function document() {
  const { unzipSync, strFromU8 } = await import(libraries.zip);
  const parts = unzipSync(bytes, {
    filter: ({ name }) => name === 'word/document.xml' || name === 'word/styles.xml',
  });
  const main = parts['word/document.xml'];
  if (!main) throw 'broken';
  const styles = parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : '';
  const basic = /<w:docDefaults>[\s\S]{0,4000}?w:ascii="([^"]{1,80})"/.exec(styles);
  return { tables: new Tables(fontMark(basic ? basic[1] : '')).read(strFromU8(main)) };
}

const TOKEN = /<(\/?)([\w:]+)([^<>]*?)(\/?)>|([^<]+)/g;
const UNREAD = new Set(['w:del', 'mc:Fallback', 'w:instrText', 'w:moveFrom']);
const ENTITIES = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const unescaped = (text) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] || whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** One deeper, one less deep, or neither. */
function stepOf(closing, empty) {
  if (empty) return 0;
  return closing ? -1 : 1;
}

/** The outermost tables of a Word text; a table inside a cell is text of that cell. */
class Tables {
  constructor(font) {
    this.basic = font;
    this.done = [];
    this.depth = 0;
    this.unread = 0;
  }
  read(xml) {
    for (const [, closing, name, attributes, empty, letters] of xml.matchAll(TOKEN)) {
      if (letters !== undefined) this.letters(letters);
      else if (UNREAD.has(name)) this.unread += stepOf(closing, empty);
      else this.tag(name, attributes || '', Boolean(closing), Boolean(empty));
    }
    return this.done.filter((table) => table.rows.length > 0);
  }
  tag(name, attributes, closing, empty) {
    if (!closing) this.begin(name, attributes, empty);
    if (closing || empty) this.end(name);
  }
  begin(name, attributes, empty) {
    if (name === 'w:tbl') this.beginTable();
    if (this.depth === 1) this.beginPart(name);
    if (this.depth === 0 || !this.cell) return;
    this.beginInCell(name, attributes);
    if (name === 'w:t' && !empty) this.inText = true;
  }
  beginTable() {
    this.depth++;
    if (this.depth === 1)
      this.table = { name: `Bảng ${this.done.length + 1}`, rows: [], merges: [], no: 0, above: new Map() };
  }
  beginPart(name) {
    if (name === 'w:tr') this.row = { cells: [], fonts: '' };
    if (name === 'w:tc') this.cell = { text: '', font: ' ', span: 1, merge: null };
  }
  beginInCell(name, attributes) {
    const { cell } = this;
    const value = (/w:val="([^"]*)"/.exec(attributes) || [])[1];
    switch (name) {
      case 'w:gridSpan':
        if (value) cell.span = Math.min(Math.max(Number(value) || 1, 1), most.columns);
        return;
      case 'w:vMerge':
        if (this.depth === 1) cell.merge = value === 'restart' ? 'first' : 'more';
        return;
      case 'w:r':
        this.font = this.basic;
        return;
      case 'w:rFonts':
        this.font = fontMark((/w:ascii="([^"]*)"/.exec(attributes) || [])[1]);
        return;
      case 'w:br':
      case 'w:cr':
        cell.text += '\n';
        return;
      case 'w:tab':
        cell.text += ' ';
    }
  }
  end(name) {
    if (name === 'w:t') this.inText = false;
    if (name === 'w:p' && this.cell) this.cell.text += '\n';
    if (this.depth === 1 && name === 'w:tc') this.closeCell();
    if (this.depth === 1 && name === 'w:tr') this.closeRow();
    if (name !== 'w:tbl' || this.depth === 0) return;
    this.depth--;
    if (this.depth === 0) this.closeTable();
  }
  letters(letters) {
    if (!this.cell || !this.inText || this.unread > 0) return;
    this.cell.text += unescaped(letters);
    if (letters.trim() !== '' && this.font !== ' ') this.cell.font = this.font;
  }
  closeCell() {
    const { row, cell, table } = this;
    if (!row || !cell) return;
    this.keepMerge(cell, row.cells.length, table.no + 1);
    row.cells.push(cell.merge === 'more' ? '' : cut(cell.text.trim()));
    row.fonts += cell.font;
    for (let n = 1; n < cell.span; n++) row.cells.push('');
    row.fonts += ' '.repeat(cell.span - 1);
    this.cell = null;
    if (row.cells.length > most.columns) throw 'columns';
  }
  keepMerge({ merge, span }, at, no) {
    const { above, merges } = this.table;
    const frame = [no, at, no, at + span - 1];
    if (merge === 'more') {
      if (above.has(at)) above.get(at)[2] = no;
      return;
    }
    above.delete(at);
    if (merge === 'first') above.set(at, frame);
    if (merge || span > 1) merges.push(frame);
  }
  closeRow() {
    const { table, row } = this;
    if (!row) return;
    table.no++;
    this.row = null;
    if (row.cells.every((text) => text === '')) return;
    table.rows.push(rowOf(table.no, row.cells, row.fonts, []));
    if (table.rows.length > most.rows) throw 'rows';
  }
  closeTable() {
    const { name, rows, merges } = this.table;
    this.done.push({
      name,
      rows,
      merges: merges.filter(([r, c, toR, toC]) => toR > r || toC > c).slice(0, most.merges),
    });
    if (this.done.length > most.tables) throw 'tables';
  }
}
