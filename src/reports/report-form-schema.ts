import { z } from 'zod';
import { choice, optionalText, text } from '../web/form-fields.ts';
import { INDICATOR_GROUPS, INDICATORS } from './indicators/registry.ts';
import { FORM_KINDS, type FormPart } from './report-form-queries.ts';
import { TABLE_NAMES } from './tables.ts';

export const MOST_PARTS = 20;
const LONGEST_NAME = 200;
const LONGEST_HINT = 500;

/** Names of the fields of one row of parts. */
export const partFields = (row: number) => ({
  key: `p${row}_key`,
  ord: `p${row}_ord`,
  name: `p${row}_name`,
  hint: `p${row}_hint`,
});

/** Boxes of one group of figures have one name. */
export const figuresField = (group: number): string => `figures_${group}`;

export interface FormInput {
  name: string;
  kind: (typeof FORM_KINDS)[number];
  basis: string | null;
  figures: string[];
  tables: string[];
  parts: FormPart[];
}

const fields = z.looseObject({
  name: text('tên mẫu báo cáo', LONGEST_NAME),
  kind: choice('loại báo cáo', FORM_KINDS),
  basis: optionalText('căn cứ', 500),
});

/** A form as it is typed: ticked figures and tables, and rows of parts in the order of their numbers. */
export const reportFormForm = fields.transform((typed, context): FormInput => {
  const figures = inOrderOf(
    INDICATORS.map((one) => one.key),
    INDICATOR_GROUPS.map((_, group) => typed[figuresField(group)]),
  );
  const tables = inOrderOf(Object.keys(TABLE_NAMES), typed.tables);
  const parts = readParts(typed, context);
  if (parts.length === 0 && context.issues.length === 0) {
    const message = 'Mẫu báo cáo cần ít nhất một phần lời văn.';
    context.addIssue({ code: 'custom', path: [partFields(0).name], message });
  }
  return { name: typed.name, kind: typed.kind, basis: typed.basis, figures, tables, parts };
});

/** What was ticked, as far as it exists, in the order in which it is shown. */
function inOrderOf(known: readonly string[], ticked: unknown): string[] {
  const wanted = new Set([ticked].flat(2));
  return known.filter((key) => wanted.has(key));
}

interface Issues {
  issues: readonly unknown[];
  addIssue(issue: { code: 'custom'; path: string[]; message: string }): void;
}

interface Row extends FormPart {
  ord: number;
  row: number;
}

function readParts(typed: Record<string, unknown>, context: Issues): FormPart[] {
  const rows: Row[] = [];
  for (let row = 0; row < MOST_PARTS; row++) {
    const read = readRow(typed, row, context);
    if (read) rows.push(read);
  }
  rows.sort((a, b) => a.ord - b.ord || a.row - b.row);
  return withKeys(rows);
}

function readRow(typed: Record<string, unknown>, row: number, context: Issues): Row | null {
  const names = partFields(row);
  const given = (name: string) => (typeof typed[name] === 'string' ? typed[name].trim() : '');
  const [key, name, hint, place] = [names.key, names.name, names.hint, names.ord].map(given) as [
    string,
    string,
    string,
    string,
  ];
  // a row whose name is emptied is a part that is left out
  if (!name) return null;
  if (name.length > LONGEST_NAME) {
    const message = 'Tên phần dài quá 200 ký tự; hãy viết gọn lại.';
    context.addIssue({ code: 'custom', path: [names.name], message });
  }
  if (hint.length > LONGEST_HINT) {
    const message = 'Gợi ý dài quá 500 ký tự; hãy viết gọn lại.';
    context.addIssue({ code: 'custom', path: [names.hint], message });
  }
  const ord = place === '' ? row + 1 : Number(place);
  if (!Number.isInteger(ord) || ord < 1 || ord > 99) {
    const message = 'Thứ tự là số nguyên từ 1 đến 99.';
    context.addIssue({ code: 'custom', path: [names.ord], message });
  }
  return { key: /^[a-z0-9_]{1,40}$/.test(key) ? key : '', name, hint: hint || null, ord, row };
}

/** A part keeps its key through all editions; a new one is called after its name. */
function withKeys(rows: readonly Row[]): FormPart[] {
  const taken = new Set<string>();
  return rows.map(({ key, name, hint }) => {
    const wanted = key || slug(name, '_').slice(0, 34) || 'phan';
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted}_${n}`;
    taken.add(free);
    return { key: free, name, hint };
  });
}

/** 'Báo cáo quý' → 'bao-cao-quy' */
export const slug = (words: string, between = '-'): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, between)
    .replace(/^[-_]+|[-_]+$/g, '');
