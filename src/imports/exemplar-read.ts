import type { Day } from '../platform/clock.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { readDay } from './cell-day.ts';
import { inProperCase, isInCapitals, kindInName, kindInWords, withoutTitle } from './cell-name.ts';
import { type NumberStyle, readNumber } from './cell-number.ts';
import { meansNothing, tidyLine, tidyLines } from './cell-text.ts';
import { SECTION_COLUMN } from './head.ts';
import { headUnit, headYear } from './head-unit.ts';
import type { FieldCell, ListRow } from './target.ts';

/** Reads the fields of one row, collecting what is wrong and what somebody should know. */
export class RowReader<Field extends string> {
  readonly notes: string[] = [];
  readonly problems: string[] = [];
  readonly #row: ListRow;
  readonly #thisYear: number;

  constructor(row: ListRow, thisYear: number) {
    this.#row = row;
    this.#thisYear = thisYear;
  }

  note(sentence: string): void {
    this.notes.push(sentence);
  }

  /** All columns of a field together; null when they say nothing. Too long a text is a problem, never cut. */
  text(field: Field, between: string, most: number): string | null {
    const tidy = between.includes('\n') ? tidyLines : tidyLine;
    const texts = this.#said(field).map(({ text }) => tidy(text));
    const whole = [...new Set(texts)].join(between).trim();
    if (whole.length > most)
      this.problems.push(`Cột “${this.#headOf(field)}” dài quá ${most.toLocaleString('vi-VN')} ký tự.`);
    return whole || null;
  }

  lines(field: Field, count: number, most: number): string[] {
    const lines = this.#said(field).flatMap(({ text }) => tidyLines(text).split('\n'));
    return [...new Set(lines)].map((line) => line.slice(0, most)).slice(0, count);
  }

  name(properCase: boolean): string {
    const [cell] = this.#said('name' as Field);
    const written = tidyLine(cell?.text ?? '');
    const kind = kindInName(written);
    const bare = kind === null ? withoutTitle(written) : written;
    if (!properCase || kind === 'collective' || !isInCapitals(bare)) return bare;
    const proper = inProperCase(bare);
    this.note(`Tên viết hoa toàn bộ: ghi là “${proper}”.`);
    return proper;
  }

  /** As the row says, or as its name does. */
  kind(name: string): SubjectKind | null {
    const [cell] = this.#said('kind' as Field);
    if (!cell) return kindInName(name);
    const said = kindInWords(cell.text);
    if (!said)
      this.problems.push(
        `“${tidyLine(cell.text).slice(0, 60)}” không phải là cá nhân, tập thể hay hộ gia đình.`,
      );
    return said;
  }

  /** Of the columns of the year of birth ('Nam', 'Nữ') the first that holds a year; an 'x' only ticks a column. */
  birthYear(): number | null {
    const cells = this.#said('birth' as Field);
    for (const { text } of cells) {
      const read = readDay(text, this.#thisYear);
      if (read) return read.year;
    }
    const [wrong] = cells;
    if (wrong)
      this.problems.push(`Năm sinh “${tidyLine(wrong.text).slice(0, 40)}” không phải là năm hay ngày.`);
    return null;
  }

  day(field: Field, what: string): Day | null {
    const [cell] = this.#said(field);
    if (!cell) return null;
    const read = readDay(cell.text, this.#thisYear);
    if (!read)
      this.problems.push(
        `${what} “${tidyLine(cell.text).slice(0, 40)}” không phải là ngày; hãy ghi như 05/12/2018.`,
      );
    else if (!read.day) this.note(`${what} chỉ ghi năm ${read.year}: để trống.`);
    else if (read.turned) this.note(`${what} đọc theo tháng/ngày/năm.`);
    return read?.day ?? null;
  }

  year(field: Field, what: string): number | null {
    const [cell] = this.#said(field);
    const read = cell ? readDay(cell.text, this.#thisYear) : null;
    if (cell && !read) this.problems.push(`${what} “${tidyLine(cell.text).slice(0, 40)}” không phải là năm.`);
    return read?.year ?? null;
  }

  /** Each column a figure with the words of its head; what is no number is a problem. */
  figures(field: Field, styleOf: (column: number) => NumberStyle | null, year: number | null) {
    return this.#said(field).map(({ text, head, column }) => {
      const { statement, unit } = headUnit(head);
      const read = readNumber(text, styleOf(column));
      if (!read) this.problems.push(`Cột “${head}”: “${tidyLine(text).slice(0, 40)}” không phải là số.`);
      if (read?.unsure)
        this.note(`Cột “${head}”: “${tidyLine(text)}” được đọc là ${read.value.toLocaleString('vi-VN')}.`);
      return {
        statement,
        value: read?.value ?? null,
        unit: read?.unit?.slice(0, 40) ?? unit,
        year: headYear(head) ?? year,
        measureId: null,
        measure: null,
        asTyped: null,
      };
    });
  }

  /** The field as the list words it, where it is none of the plan's, or other words. */
  fieldHint(chosen: string | null, most: number): string | null {
    const text = this.text('field' as Field, '; ', most);
    return text !== null && text !== chosen ? text : null;
  }

  #said(field: Field): FieldCell[] {
    return this.cellsOf(field);
  }

  /** What the columns of a field say, whichever it is. */
  cellsOf(field: string): FieldCell[] {
    return (this.#row.fields.get(field) ?? []).filter(({ text }) => !meansNothing(text));
  }

  #headOf(field: Field): string {
    const head = this.#row.fields.get(field)?.[0]?.head ?? field;
    return head === SECTION_COLUMN ? 'tiêu đề mục' : head;
  }
}
