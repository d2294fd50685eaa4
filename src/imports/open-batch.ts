import { sql } from 'kysely';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { rolesAt, sameContent } from './batch.ts';
import { packTables } from './content.ts';
import { RECORDERS } from './exemplar-judge.ts';
import type { ListFile } from './read-file.ts';
import { targetOf } from './targets.ts';
import { importWorkflow } from './workflow.ts';

export interface NewList {
  target: string;
  /** The office for which it is imported. */
  officeId: number;
  list: ListFile;
  name: string | null;
  /** The person knows that the same file was imported before. */
  again: boolean;
  isSample?: boolean;
}

/** Lists that one person may have in work; the oldest goes first. */
const MOST_OPEN = 10;
/** What nobody went on with for so long is forgotten, with the people that it names. */
const KEPT_DAYS = 30;

/** Keeps a list that was read until it is applied or dropped. The same file a second time is said at once. */
export async function openBatch(acting: Acting, input: NewList): Promise<Outcome<{ id: number }>> {
  const { content, sha256 } = await packTables(input.list.tables);
  const { actor, clock } = acting;
  return act(acting.db, acting.requestKey, actor.accountId, async (tx) => {
    const target = targetOf(input.target);
    if (!target) return invalid({ target: 'Hãy chọn danh sách sẽ thành gì.' });
    const office = await tx
      .selectFrom('office')
      .select(['id', 'name', 'path'])
      .where('id', '=', input.officeId)
      .executeTakeFirst();
    if (!office) return invalid({ officeId: 'Không tìm thấy đơn vị này: hãy chọn lại.' });
    const roles = rolesAt(actor, office.path);
    if (!RECORDERS.some((role) => roles.has(role))) return refused(notYours(office.name));
    const earlier = input.again ? null : await sameContent(tx, actor, target.key, sha256);
    if (earlier) return refused(sentBefore(earlier));
    await forgetOld(tx, acting);
    const today = clock.today();
    const { id } = await tx
      .insertInto('import_batch')
      .values({
        target: target.key,
        state: 'read',
        account_id: actor.accountId,
        office_id: office.id,
        source_kind: input.list.kind,
        source_name: input.name,
        sha256,
        content,
        made_on: today,
        moved_on: today,
        is_sample: input.isSample ?? false,
        updated_at: clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return done({ id });
  });
}

const notYours = (name: string) => ({
  rule: 'wrong_role',
  sentence: `Danh sách của ${name} do cán bộ đơn vị, cơ quan chủ trì hoặc cơ quan thường trực phụ trách đơn vị đó nhập.`,
});

/** The rule carries the number of the earlier list, so that the page can lead there. */
export const SAME_FILE = 'same_file:';

const sentBefore = ({
  id,
  state,
  byName,
  madeOn,
}: {
  id: number;
  state: keyof typeof importWorkflow.states;
  byName: string | null;
  madeOn: string;
}) => ({
  rule: `${SAME_FILE}${id}`,
  sentence: `Tệp này đã được ${byName ?? 'chương trình'} gửi ngày ${formatDate(madeOn)}: danh sách số ${id}, ${importWorkflow.states[state].name}.`,
});

/** Lists in work that are too old or too many lose their content: the people in them are nobody's business any more. */
async function forgetOld(tx: Tx, { actor, clock }: Acting): Promise<void> {
  const gone = await tx
    .updateTable('import_batch')
    .set({ state: 'dropped', content: null, moved_on: clock.today(), updated_at: clock.now() })
    .where('state', 'in', ['read', 'matched'])
    .where(
      sql<boolean>`(moved_on < ${clock.today()}::date - ${KEPT_DAYS}::int OR id IN (
        SELECT id FROM import_batch WHERE account_id = ${actor.accountId} AND state IN ('read', 'matched')
        ORDER BY id DESC OFFSET ${MOST_OPEN - 1}))`,
    )
    .returning('id')
    .execute();
  if (gone.length > 0)
    await tx
      .deleteFrom('import_row')
      .where(
        'batch_id',
        'in',
        gone.map(({ id }) => id),
      )
      .execute();
}
