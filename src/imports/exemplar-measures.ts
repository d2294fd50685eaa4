import { askAgain, rangeFor } from '../measures/plausible.ts';
import type { Measure } from '../measures/queries.ts';
import { LARGEST_AMOUNT } from '../measures/read-amount.ts';
import { factorOf } from '../measures/units.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { type NumberStyle, readNumber } from './cell-number.ts';
import { tidyLine } from './cell-text.ts';
import { headUnit, headYear } from './head-unit.ts';
import type { FieldCell, TargetField } from './target.ts';
import { keyOf } from './words.ts';

/** A figure as a list has it: in words of its own, or by a measure of the catalogue in the unit of the measure. */
export interface RowFigure {
  statement: string;
  value: number | null;
  unit: string | null;
  year: number | null;
  measureId: number | null;
  measure: string | null;
  /** As it was written, where that was another unit. */
  asTyped: string | null;
}

const keyOfMeasure = (id: number): string => `measure-${id}`;

/** A field for each measure that may be chosen, found by its name and what else it is called. */
export const measureFields = (measures: readonly Measure[]): TargetField[] =>
  measures.map(({ id, name, unit, synonyms }) => ({
    key: keyOfMeasure(id),
    label: `Chỉ số: ${name} (${unit})`,
    hint: 'Số, đơn vị tính lấy ở ô hoặc ở tên cột.',
    heads: [...new Set([name, ...synonyms].map(keyOf))],
    join: 'each',
    example: '',
  }));

/** What the reader of a row collects. */
export interface Noting {
  note(sentence: string): void;
  readonly problems: string[];
}

interface About {
  kind: SubjectKind;
  /** Of a column of its own; the head of a figure says it before. */
  year: number | null;
  styleOf(column: number): NumberStyle | null;
  cellsOf(key: string): readonly FieldCell[];
}

/**
 * The figures of columns that were matched to measures, and the question about those outside of the plausible range, null
 * where there is none. A unit that cannot be turned into that of the measure leaves the figure in words; nothing is guessed.
 */
export function measuredFigures(
  measures: readonly Measure[],
  read: Noting,
  about: About,
): { figures: RowFigure[]; asks: string | null } {
  const figures: RowFigure[] = [];
  const asks: string[] = [];
  for (const measure of measures) {
    for (const cell of about.cellsOf(keyOfMeasure(measure.id))) {
      const figure = measured(measure, read, about, cell);
      if (!figure) continue;
      figures.push(figure);
      const question = figure.measureId === null ? null : questionOf(measure, figure, about.kind);
      if (question) asks.push(question);
    }
  }
  for (const question of asks) read.note(question);
  return { figures, asks: asks.join(' ') || null };
}

function measured(measure: Measure, read: Noting, about: About, { text, head, column }: FieldCell) {
  const words = headUnit(head);
  const number = readNumber(text, about.styleOf(column));
  const written = tidyLine(text).slice(0, 40);
  if (!number) {
    read.problems.push(`Cột “${head}”: “${written}” không phải là số.`);
    return null;
  }
  if (number.unsure)
    read.note(`Cột “${head}”: “${written}” được đọc là ${number.value.toLocaleString('vi-VN')}.`);
  const unit = number.unit ?? words.unit;
  const factor = factorOf(perYear(unit ?? ''), measure);
  const year = headYear(head) ?? about.year;
  const plain = { statement: words.statement, value: number.value, unit, year };
  if (factor === null) {
    read.note(`Cột “${head}”: không đổi được “${unit}” ra ${measure.unit}, giữ số liệu bằng lời.`);
    return { ...plain, measureId: null, measure: null, asTyped: null };
  }
  const value = rounded(number.value * factor, measure.decimals);
  if (Math.abs(value) > LARGEST_AMOUNT) {
    read.problems.push(`Cột “${head}”: “${written}” lớn quá mức ghi được.`);
    return null;
  }
  const asTyped = factor === 1 ? null : number.unit === null ? `${written} ${unit}` : written;
  return { ...plain, value, unit: measure.unit, measureId: measure.id, measure: measure.name, asTyped };
}

/** 'triệu đồng/năm' is counted in 'triệu đồng'; by the month it is another figure, and not understood. */
const perYear = (unit: string): string => unit.replace(/\s*(?:\/|trên|mỗi|một)\s*năm$/iu, '');

const rounded = (value: number, decimals: number): number =>
  Number(Number(value.toPrecision(15)).toFixed(decimals));

const questionOf = (measure: Measure, { value }: RowFigure, kind: SubjectKind): string | null =>
  askAgain([value], rangeFor(measure.ranges, kind), { name: measure.name, scale: measure })?.replace(
    / Nếu đúng.*$/u,
    '',
  ) ?? null;
