import { sql } from 'kysely';
import type { AuditEntry, AuditFields } from '../audit/record.ts';
import { recordMany } from '../audit/record-many.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { writeInParts } from '../platform/in-parts.ts';
import { takeIds } from '../platform/take-ids.ts';

/** A figure as a list has it: nobody has confirmed it. */
export interface ListedFigure {
  statement: string;
  value: number | null;
  unit: string | null;
  year: number | null;
  /** Of the catalogue, with its name; null: the figure is in words of its own. */
  measureId: number | null;
  measure: string | null;
  /** As it was written, where that was another unit. */
  asTyped: string | null;
}

/** An exemplar of a list, already judged; its subject is known or was just written. */
export interface ListedExemplar {
  subjectId: number;
  officeId: number;
  planId: number | null;
  fieldId: number | null;
  movementId: number | null;
  title: string | null;
  statement: string | null;
  fieldHint: string | null;
  sources: string[];
  sourceNote: string | null;
  foundOn: Day | null;
  figures: readonly ListedFigure[];
  /** What it is, in the words of the history. */
  told: AuditFields;
}

const AT_ONCE = 1_000;

/** Its rows of three tables, as they are sent. */
interface Part {
  exemplars: string;
  steps: string;
  figures: string;
}

/**
 * Writes many exemplars in `found` within the caller's command, some hundred with each statement, each with its first
 * step, its figures and its event in the history. Answers their ids in the order of the rows.
 *
 * @param listedOf the exemplar of a row, asked while the database writes those before it
 */
export async function recordExemplars<Row>(
  tx: Tx,
  acting: Acting,
  rows: readonly Row[],
  listedOf: (row: Row, n: number) => ListedExemplar,
  batch: { id: number; isSample: boolean },
): Promise<number[]> {
  const ids = await takeIds(tx, 'exemplar', rows.length);
  const entries: AuditEntry[] = [];
  await writeInParts(
    rows,
    AT_ONCE,
    (some, from): Part => {
      const listed = some.map((row, n) => ({ id: ids[from + n] ?? 0, ...listedOf(row, from + n) }));
      entries.push(...listed.map((one) => importedEvent(one, batch.id)));
      return partOf(listed, acting.clock.today());
    },
    async (part) => {
      await writeExemplars(tx, acting, part.exemplars, batch);
      await writeSteps(tx, acting, part.steps);
      await writeFigures(tx, acting, part.figures);
    },
  );
  await recordMany(tx, acting, entries);
  return ids;
}

type Numbered = ListedExemplar & { id: number };

const importedEvent = ({ id, officeId, told }: Numbered, batchId: number): AuditEntry => ({
  kind: 'exemplar.imported',
  thingId: id,
  thingVersion: 1,
  officeId,
  after: { ...told, 'danh sách số': batchId },
});

const partOf = (listed: readonly Numbered[], today: Day): Part => ({
  exemplars: JSON.stringify(
    listed.map((one) => ({
      id: one.id,
      subject_id: one.subjectId,
      office_id: one.officeId,
      plan_id: one.planId,
      field_id: one.fieldId,
      movement_id: one.movementId,
      title: one.title,
      statement: one.statement,
      field_hint: one.fieldHint,
      sources: one.sources,
      source_note: one.sourceNote,
      found_on: one.foundOn,
    })),
  ),
  steps: JSON.stringify(listed.map(({ id, foundOn }) => ({ exemplar_id: id, on_day: foundOn ?? today }))),
  figures: JSON.stringify(
    listed.flatMap(({ id, figures }) =>
      figures.map(({ measureId, asTyped, ...figure }) => ({
        exemplar_id: id,
        ...figure,
        measure_id: measureId,
        as_typed: asTyped,
      })),
    ),
  ),
});

async function writeExemplars(
  tx: Tx,
  acting: Acting,
  rows: string,
  batch: { id: number; isSample: boolean },
): Promise<void> {
  await tx
    .insertInto('exemplar')
    .columns([
      'id',
      'subject_id',
      'office_id',
      'plan_id',
      'field_id',
      'movement_id',
      'title',
      'statement',
      'field_hint',
      'sources',
      'source_note',
      'found_on',
      'state',
      'origin',
      'is_sample',
      'import_batch_id',
      'updated_at',
    ])
    .expression(
      sql`OVERRIDING SYSTEM VALUE SELECT e.*, 'found', 'office', ${batch.isSample}::boolean, ${batch.id}::bigint, ${acting.clock.now()}::timestamptz
        FROM jsonb_to_recordset(${rows}::jsonb) AS e (id bigint, subject_id bigint, office_id bigint,
          plan_id bigint, field_id bigint, movement_id bigint, title text, statement text, field_hint text, sources text[],
          source_note text, found_on date)`,
    )
    .execute();
}

async function writeSteps(tx: Tx, acting: Acting, rows: string): Promise<void> {
  await tx
    .insertInto('exemplar_step')
    .columns(['exemplar_id', 'on_day', 'action', 'to_state', 'at', 'account_id'])
    .expression(
      sql`SELECT s.exemplar_id, s.on_day, 'record', 'found', ${acting.clock.now()}::timestamptz,
          ${acting.actor.accountId}::bigint
        FROM jsonb_to_recordset(${rows}::jsonb) AS s (exemplar_id bigint, on_day date)`,
    )
    .execute();
}

async function writeFigures(tx: Tx, acting: Acting, rows: string): Promise<void> {
  await tx
    .insertInto('achievement')
    .columns([
      'exemplar_id',
      'statement',
      'measure',
      'value',
      'unit',
      'year',
      'measure_id',
      'as_typed',
      'recorded_by',
    ])
    .expression(
      sql`SELECT a.*, ${acting.actor.accountId}::bigint FROM jsonb_to_recordset(${rows}::jsonb)
        AS a (exemplar_id bigint, statement text, measure text, value numeric, unit text, year int, measure_id bigint,
          as_typed text)`,
    )
    .execute();
}
