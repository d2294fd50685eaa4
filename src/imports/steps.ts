import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { moveBatch, type StepInput, type Stepping, stepping } from './changing-batch.ts';
import { type Choices, OUTCOME_NAMES } from './choices.ts';
import { keepMapping } from './mapping.ts';
import type { Plan } from './plan-rows.ts';
import { countRows, writeRows } from './rows.ts';
import type { RowToWrite } from './target.ts';
import { rowsToWrite, writeWritten, writtenRows } from './written-rows.ts';

type Done = Promise<Outcome<{ id: number }>>;

/** Keeps how a list was matched and what its rows will do, and remembers the matching for the office. */
export function keepPlan(acting: Acting, input: StepInput & { choices: Choices; plan: Plan }): Done {
  return stepping(acting, input, 'match', async (tx, { batch }) => {
    await writeRows(tx, batch.id, input.plan.rows);
    const { columns, labels, sectionField, settings } = input.choices;
    const where = { officeId: batch.officeId, target: batch.target, labels };
    await keepMapping(tx, { ...where, today: acting.clock.today() }, { columns, sectionField, settings });
    const counts = await countRows(tx, batch.id, input.plan.left as Record<string, number>);
    await moveBatch(tx, acting, batch, { state: 'matched', choices: input.choices, counts });
    return done({ id: batch.id });
  });
}

/** Applies a list once: all of its rows or none, in one transaction. */
export function applyBatch(acting: Acting, input: StepInput): Done {
  return stepping(acting, input, 'apply', async (tx, found) => {
    const { batch, target } = found;
    const rows = await rowsToWrite(tx, batch.id);
    const reasons = await whyNotApply(tx, acting, found, rows);
    if (reasons.length > 0) return refused(...reasons);
    const written = await target.write(tx, acting, batch, rows);
    await writeWritten(tx, batch.id, rows, written);
    const counts = await countRows(tx, batch.id, batch.counts.left);
    await moveBatch(tx, acting, batch, { state: 'applied', counts });
    await record(tx, acting, {
      kind: 'import.applied',
      thingId: batch.id,
      thingVersion: batch.version + 1,
      officeId: batch.officeId,
      after: {
        'đơn vị': batch.officeName,
        thành: target.name,
        tệp: batch.sourceName,
        [OUTCOME_NAMES.new]: counts.new,
        [OUTCOME_NAMES.known]: counts.known,
        'không nhập': counts.ask + counts.registered + counts.refused,
      },
    });
    return done({ id: batch.id });
  });
}

const MOST_NAMED = 5;

async function whyNotApply(
  tx: Tx,
  acting: Acting,
  { target }: Stepping,
  rows: readonly RowToWrite[],
): Promise<Reason[]> {
  if (rows.length === 0)
    return [
      {
        rule: 'no_rows',
        sentence: 'Chưa có dòng nào để nhập: hãy ghép cột lại hoặc quyết định các dòng đang chờ.',
      },
    ];
  const known = rows.flatMap(({ no, value, subjectId }) =>
    subjectId === null ? [] : [{ no, value, subjectId }],
  );
  const already = await target.writtenAlready(tx, known);
  const since = known.flatMap(({ no }, n) => (already[n] ? [`Dòng ${no}: ${already[n]}`] : []));
  return [
    ...since
      .slice(0, MOST_NAMED)
      .map((sentence) => ({ rule: 'registered_since', sentence: `${sentence} Hãy xem trước lại.` })),
    ...(await target.whyNotWrite(tx, acting, rows)),
  ];
}

/** Takes a whole list back, as long as nothing has been done with what it made. */
export function undoBatch(acting: Acting, input: StepInput & { reason: string }): Done {
  const reason = input.reason.trim();
  return stepping(
    acting,
    input,
    'undo',
    async (tx, { batch, target }) => {
      if (reason === '') return invalid({ reason: 'Hãy ghi lý do hoàn tác.' });
      const written = await writtenRows(tx, batch.id);
      await target.undo(tx, acting, batch, written, reason);
      await moveBatch(tx, acting, batch, { state: 'undone', reason });
      await record(tx, acting, {
        kind: 'import.undone',
        thingId: batch.id,
        thingVersion: batch.version + 1,
        officeId: batch.officeId,
        after: { 'số dòng đã bỏ': written.length },
        reason,
      });
      return done({ id: batch.id });
    },
    (tx, { batch, target }) => target.whyNotUndo(tx, batch.id),
  );
}

/** Drops a list that was not applied; what was read of it is forgotten. */
export function dropBatch(acting: Acting, input: StepInput): Done {
  return stepping(acting, input, 'drop', async (tx, { batch }) => {
    await tx.deleteFrom('import_row').where('batch_id', '=', batch.id).execute();
    await moveBatch(tx, acting, batch, { state: 'dropped' });
    return done({ id: batch.id });
  });
}
