import { sql } from 'kysely';
import type { Workbook } from '../papers/workbook.ts';
import { renderXlsx } from '../papers/xlsx.ts';
import type { Reader } from '../platform/db.ts';
import type { Batch } from './batch.ts';
import { OUTCOME_NAMES, type RowOutcome } from './choices.ts';
import { letterOf } from './column-letter.ts';
import type { Twin } from './twins.ts';

/** As many cells as one workbook may hold (see papers/workbook.ts). */
const MOST_CELLS = 290_000;

/**
 * The rows that were not imported, with their cells as they stand in the list and the reason in the last column: mended,
 * the file can be sent as it is.
 */
export async function leftRowsFile(db: Reader, batch: Batch): Promise<Uint8Array> {
  const labels = batch.choices?.labels ?? [];
  const width = Math.max(1, labels.length);
  const most = Math.floor(MOST_CELLS / (width + 1));
  const rows = await db
    .selectFrom('import_row')
    .select(['no', 'cells', 'outcome', 'reasons', 'found'])
    .select(sql<Twin | null>`CASE WHEN decided IS NULL THEN twin END`.as('twin'))
    .select(
      sql<string | null>`(SELECT one ->> 'already' FROM jsonb_array_elements(found) AS one
      WHERE (one ->> 'subjectId')::bigint = decided)`.as('already'),
    )
    .where('batch_id', '=', batch.id)
    .where('outcome', 'in', ['ask', 'registered', 'refused'])
    .orderBy('no')
    .limit(most)
    .execute();
  return renderXlsx(bookOf(labels, rows));
}

interface LeftRow {
  no: number;
  cells: string[];
  outcome: string;
  reasons: string[];
  already: string | null;
  found: unknown;
  twin: Twin | null;
}

function bookOf(labels: readonly string[], rows: readonly LeftRow[]): Workbook {
  const columns = labels.map((label, column) => ({ label: label || `Cột ${letterOf(column)}` }));
  return {
    title: 'Dòng chưa nhập',
    sheets: [
      {
        name: 'Dòng chưa nhập',
        columns: [...columns, { label: REASON_HEAD }],
        rows: rows.map((row) => [...labels.map((_, column) => row.cells[column] ?? ''), reasonOf(row)]),
      },
    ],
  };
}

/** No field has such a head: sent again, the column is passed over. */
const REASON_HEAD = 'Vì sao chưa nhập';

function reasonOf({ no, outcome, reasons, already, found, twin }: LeftRow): string {
  const asked = [
    ...(Array.isArray(found) && found.length > 0 ? ['có thể là chủ thể đã có'] : []),
    ...(twin ? [`có thể cùng người với dòng ${twin.no}`] : []),
  ];
  const told = twin?.already ?? already;
  const waits = outcome === 'ask' && asked.length > 0 ? [`Chưa quyết định: ${asked.join(', ')}.`] : [];
  const why =
    [...reasons, ...waits, ...(told ? [told] : [])].join(' ') || OUTCOME_NAMES[outcome as RowOutcome];
  return `Dòng ${no}: ${why}`;
}
