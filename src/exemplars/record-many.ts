import { sql } from 'kysely';
import type { AuditFields } from '../audit/record.ts';
import { recordMany } from '../audit/record-many.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
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

/**
 * Writes many exemplars in `found` within the caller's command, some hundred with each statement, each with its first
 * step, its figures and its event in the history. Answers their ids in the order of the rows.
 */
export async function recordExemplars(
  tx: Tx,
  acting: Acting,
  rows: readonly ListedExemplar[],
  batch: { id: number; isSample: boolean },
): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    ids.push(...(await writeSome(tx, acting, rows.slice(from, from + AT_ONCE), batch)));
  const entries = rows.map(({ officeId, told }, n) => ({
    kind: 'exemplar.imported' as const,
    thingId: ids[n] ?? 0,
    thingVersion: 1,
    officeId,
    after: { ...told, 'danh sách số': batch.id },
  }));
  await recordMany(tx, acting, entries);
  return ids;
}

async function writeSome(
  tx: Tx,
  acting: Acting,
  rows: readonly ListedExemplar[],
  batch: { id: number; isSample: boolean },
): Promise<number[]> {
  const ids = await takeIds(tx, 'exemplar', rows.length);
  await writeExemplars(tx, acting, rows, ids, batch);
  await writeSteps(tx, acting, rows, ids);
  await writeFigures(tx, acting, rows, ids);
  return ids;
}

async function writeExemplars(
  tx: Tx,
  acting: Acting,
  rows: readonly ListedExemplar[],
  ids: readonly number[],
  batch: { id: number; isSample: boolean },
): Promise<void> {
  const data = rows.map((row, n) => ({
    id: ids[n],
    subject_id: row.subjectId,
    office_id: row.officeId,
    plan_id: row.planId,
    field_id: row.fieldId,
    movement_id: row.movementId,
    title: row.title,
    statement: row.statement,
    field_hint: row.fieldHint,
    sources: row.sources,
    source_note: row.sourceNote,
    found_on: row.foundOn,
  }));
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
        FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS e (id bigint, subject_id bigint, office_id bigint,
          plan_id bigint, field_id bigint, movement_id bigint, title text, statement text, field_hint text, sources text[],
          source_note text, found_on date)`,
    )
    .execute();
}

async function writeSteps(
  tx: Tx,
  acting: Acting,
  rows: readonly ListedExemplar[],
  ids: readonly number[],
): Promise<void> {
  const today = acting.clock.today();
  const data = rows.map(({ foundOn }, n) => ({ exemplar_id: ids[n], on_day: foundOn ?? today }));
  await tx
    .insertInto('exemplar_step')
    .columns(['exemplar_id', 'on_day', 'action', 'to_state', 'at', 'account_id'])
    .expression(
      sql`SELECT s.exemplar_id, s.on_day, 'record', 'found', ${acting.clock.now()}::timestamptz,
          ${acting.actor.accountId}::bigint
        FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb) AS s (exemplar_id bigint, on_day date)`,
    )
    .execute();
}

async function writeFigures(
  tx: Tx,
  acting: Acting,
  rows: readonly ListedExemplar[],
  ids: readonly number[],
): Promise<void> {
  const data = rows.flatMap(({ figures }, n) =>
    figures.map(({ measureId, asTyped, ...figure }) => ({
      exemplar_id: ids[n],
      ...figure,
      measure_id: measureId,
      as_typed: asTyped,
    })),
  );
  if (data.length === 0) return;
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
      sql`SELECT a.*, ${acting.actor.accountId}::bigint FROM jsonb_to_recordset(${JSON.stringify(data)}::jsonb)
        AS a (exemplar_id bigint, statement text, measure text, value numeric, unit text, year int, measure_id bigint,
          as_typed text)`,
    )
    .execute();
}
