import { examine } from '../evidence/examine.ts';
import { keepFile } from '../evidence/keep.ts';
import type { SentFile } from '../evidence/sent-files.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { done, invalid, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { refusalToWork, type UnitPlanTarget, writingUnitPlan } from './changing.ts';
import { LIMITS } from './content.ts';
import { filesOf } from './content-queries.ts';
import { note } from './note.ts';
import { findUnitPlan } from './queries.ts';

/** Name of the field of the file. */
export const FILE_FIELD = 'file';

export interface Sending {
  files: FileStore;
  /** Of one file. */
  maxBytes: number;
  sent: readonly SentFile[];
}

/** Attaches a file to a unit plan that is open. What is wrong with it is said under `file`; the same bytes once only. */
export async function attachFile(
  acting: Acting,
  input: UnitPlanTarget & { title: string | null },
  sending: Sending,
): Promise<Outcome<{ id: number }>> {
  // before the work of opening the file, which is not small, and again below, where it counts
  const seen = await findUnitPlan(acting.db, acting.actor, input.id);
  if (!seen) return notFound();
  const refusal = refusalToWork(seen);
  if (refusal) return refused(refusal);
  const [file] = sending.sent;
  if (!file) return invalid({ [FILE_FIELD]: 'Hãy chọn tệp.' });
  if (sending.sent.length > 1) return invalid({ [FILE_FIELD]: 'Mỗi lần gửi một tệp.' });
  const examined = await examine(file.name, file.bytes, sending.maxBytes);
  if (!examined.ok) return invalid({ [FILE_FIELD]: examined.sentence });
  return writingUnitPlan(acting, input, async (tx, plan) => {
    const there = await filesOf(tx, plan.id);
    if (there.length >= LIMITS.files)
      return invalid({ [FILE_FIELD]: `Kế hoạch đã có ${LIMITS.files} tệp kèm theo; hãy bỏ bớt trước.` });
    const to = { officeId: plan.officeId, at: acting.clock.now() };
    const kept = await keepFile(tx, sending.files, examined.file, to);
    if (!kept.ok) return kept;
    const fileId = kept.value;
    if (there.some((one) => one.fileId === fileId))
      return invalid({ [FILE_FIELD]: 'Tệp này đã được đính kèm rồi.' });
    const title = input.title ?? file.title;
    await insertFile(tx, acting, plan.id, { fileId, title });
    await raise(tx, plan);
    await note(tx, acting, plan, 'unit_plan.file_added', { after: { 'Tệp kèm theo': title } });
    return done({ id: plan.id });
  });
}

/** Takes a file off a unit plan that is open; what was sent with it keeps it. */
export function removeFile(
  acting: Acting,
  input: UnitPlanTarget & { item: number },
): Promise<Outcome<{ id: number }>> {
  return writingUnitPlan(acting, input, async (tx, plan) => {
    const gone = await tx
      .deleteFrom('unit_plan_file')
      .where('id', '=', input.item)
      .where('unit_plan_id', '=', plan.id)
      .returning('title')
      .executeTakeFirst();
    if (!gone) return notFound();
    await raise(tx, plan);
    await note(tx, acting, plan, 'unit_plan.file_removed', { before: { 'Tệp kèm theo': gone.title } });
    return done({ id: plan.id });
  });
}

/** Puts these files in the place of those attached now. */
export async function replaceFiles(
  tx: Tx,
  acting: Acting,
  unitPlanId: number,
  files: readonly { fileId: number; title: string }[],
): Promise<void> {
  await tx.deleteFrom('unit_plan_file').where('unit_plan_id', '=', unitPlanId).execute();
  for (const file of files) await insertFile(tx, acting, unitPlanId, file);
}

const insertFile = (
  tx: Tx,
  acting: Acting,
  unitPlanId: number,
  { fileId, title }: { fileId: number; title: string },
) =>
  tx
    .insertInto('unit_plan_file')
    .values({
      unit_plan_id: unitPlanId,
      file_id: fileId,
      title,
      added_by: acting.actor.accountId,
      added_at: acting.clock.now(),
    })
    .execute();

const raise = (tx: Tx, plan: { id: number; version: number }) =>
  tx
    .updateTable('unit_plan')
    .set({ version: plan.version + 1 })
    .where('id', '=', plan.id)
    .execute();
