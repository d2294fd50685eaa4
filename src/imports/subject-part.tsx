import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectPart } from '../subjects/part.ts';
import { formatDate } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import { actorOf } from '../web/visit.ts';
import { batchesFor } from './batch.ts';
import { batchPath } from './paths.ts';
import { type ImportState, importWorkflow } from './workflow.ts';

/** With which lists the subject came, or was found again. */
export const subjectListsPart: SubjectPart = {
  id: 'danh-sach',
  title: 'Danh sách đã nhập',
  async render(visit, subject) {
    const rows = await listsOf(visit.get('deps').db, actorOf(visit), subject.id);
    if (rows.length === 0) return null;
    return (
      <DataTable
        caption="Danh sách đã nhập"
        captionHidden
        columns={[
          { key: 'list', label: 'Danh sách', width: 'wide' },
          { key: 'row', label: 'Dòng', align: 'end', width: 'narrow' },
          { key: 'office', label: 'Đơn vị' },
          { key: 'day', label: 'Ngày', align: 'end', width: 'narrow' },
          { key: 'state', label: 'Trạng thái', width: 'narrow' },
        ]}
        rows={rows.map((row) => ({
          list: <a href={batchPath(row.id)}>{row.sourceName ?? `Danh sách dán vào, số ${row.id}`}</a>,
          row: row.no,
          office: row.officeName,
          day: formatDate(row.movedOn),
          // held to these by the database
          state: importWorkflow.states[row.state as ImportState].name,
        }))}
      />
    );
  },
};

/** More lists than these say nothing more about one subject. */
const MOST_LISTS = 50;

/** Rows that named the subject, or one that was merged into it, in lists that the actor may see; newest first. */
const listsOf = (db: Reader, actor: Actor, subjectId: number) =>
  batchesFor(db, actor)
    .innerJoin('import_written as r', 'r.batch_id', 'b.id')
    .select(['b.id', 'b.source_name as sourceName', 'b.state', 'b.moved_on as movedOn', 'r.no'])
    .select('o.name as officeName')
    .where(sql<SqlBool>`r.subject_id IN (
      WITH RECURSIVE same AS (
        SELECT ${subjectId}::bigint AS id
        UNION SELECT s.id FROM subject s JOIN same ON s.merged_into_id = same.id)
      SELECT id FROM same)`)
    .where('b.state', 'in', ['applied', 'undone'])
    .orderBy('b.id', 'desc')
    .orderBy('r.no')
    .limit(MOST_LISTS)
    .execute();
