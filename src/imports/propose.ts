import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Batch } from './batch.ts';
import { readNumber } from './cell-number.ts';
import type { Choices } from './choices.ts';
import { findHead, type Head, labelsOf, proposeColumns } from './head.ts';
import { type FontChoice, inUnicode, type UnicodeTable } from './list-rows.ts';
import { keptMapping } from './mapping.ts';
import type { RawTable } from './raw-table.ts';
import type { ImportTarget, Setting, TargetField } from './target.ts';

/** What a person may have chosen already on the page; the rest is proposed. */
export interface Chosen {
  table: number | null;
  font: FontChoice;
  /** Row numbers of the head; null: as it was found. */
  headFrom: number | null;
  headTo: number | null;
}

export interface Proposal {
  table: UnicodeTable;
  head: Head;
  /** What a column may be chosen to hold. */
  fields: readonly TargetField[];
  choices: Choices;
  settings: Setting[];
  /** Was a list of this shape matched by the office before? */
  remembered: boolean;
}

const LONGEST_LABEL = 300;

/** The table that most looks like a list: the one with the most rows below a head that is known. */
export function likeliestTable(tables: readonly RawTable[], target: ImportTarget): number {
  const scores = tables.map((table) => {
    const head = findHead(table, target.fields);
    const known = proposeColumns(head.labels, target.fields).filter(Boolean).length;
    return known * 1_000_000 + table.rows.length;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** What is proposed for a list: as the office matched one of this shape before, else as its heads say. */
export async function proposeChoices(
  db: Reader,
  actor: Actor,
  today: Day,
  {
    batch,
    target,
    tables,
    chosen,
  }: { batch: Batch; target: ImportTarget; tables: readonly RawTable[]; chosen: Chosen },
): Promise<Proposal> {
  const at = chosen.table !== null && tables[chosen.table] ? chosen.table : likeliestTable(tables, target);
  const raw = tables[at] ?? { name: '', rows: [], merges: [] };
  const table = inUnicode(raw, chosen.font);
  const head = headAt(table, target, chosen);
  const settings = await target.settings(db, actor, today);
  const kept = await keptMapping(db, batch.officeId, target.key, head.labels);
  const more = (await target.moreFields?.(db, today)) ?? [];
  const columns = kept?.columns ?? columnsOf(table, head, more, target);
  return {
    table,
    head,
    fields: [...target.fields, ...more],
    settings,
    remembered: kept !== null,
    choices: {
      table: at,
      font: chosen.font,
      headFrom: head.from,
      headTo: head.to,
      labels: head.labels.map((label) => label.slice(0, LONGEST_LABEL)),
      columns,
      sectionField: kept?.sectionField ?? null,
      settings: Object.fromEntries(
        settings.map(({ name, value, options }) => [name, keptValue(kept?.settings[name], value, options)]),
      ),
    },
  };
}

/** A column is a measure where its head names one and its cells are numbers. */
function columnsOf(
  table: UnicodeTable,
  head: Head,
  more: readonly TargetField[],
  target: ImportTarget,
): (string | null)[] {
  const plain = proposeColumns(head.labels, target.fields);
  if (more.length === 0) return plain;
  const keys = new Set(more.map(({ key }) => key));
  const texts = (column: number) =>
    table.rows.flatMap(({ no, cells }) => (no > head.to && cells[column]?.trim() ? [cells[column]] : []));
  const holdsNumbers = (column: number) => {
    const some = texts(column).slice(0, LOOKED_AT);
    const numbers = some.filter((text) => readNumber(text, null) !== null);
    return numbers.length > 0 && numbers.length * 2 > some.length;
  };
  return proposeColumns(head.labels, [...more, ...target.fields]).map((key, column) =>
    key !== null && keys.has(key) && !holdsNumbers(column) ? (plain[column] ?? null) : key,
  );
}

const LOOKED_AT = 40;

/** What was chosen before, where it may still be chosen. */
const keptValue = (kept: string | undefined, value: string, options: Setting['options']): string =>
  kept !== undefined && (kept === '' || options.some((option) => option.value === kept)) ? kept : value;

function headAt(table: UnicodeTable, target: ImportTarget, { headFrom, headTo }: Chosen): Head {
  if (headFrom === null) return findHead(table, target.fields);
  const to = Math.max(headFrom, headTo ?? headFrom);
  return { from: headFrom, to, labels: labelsOf(table, headFrom, to) };
}
