import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectFacts } from './facts.ts';

/** A merge as it was written down. */
export interface StoredMerge {
  id: number;
  keptId: number;
  goneId: number;
  mergedOn: Day;
  mergedByName: string;
  reason: string;
  agreed: string[];
  overrideReason: string | null;
  keptBefore: SubjectFacts;
  goneBefore: SubjectFacts;
  keptAfter: SubjectFacts;
  /** Key of belongings → ids that moved. */
  moved: Record<string, number[] | undefined>;
  /** Key of belongings → up to where their history had come. */
  marks: Record<string, number | undefined>;
  aliasId: number | null;
  undoneOn: Day | null;
  undoneByName: string | null;
  undoneReason: string | null;
}

/** Without the question of reach: the caller asks for the subject that was kept. */
export async function storedMerge(db: Reader, id: number): Promise<StoredMerge | null> {
  const row = await selectMerges(db).where('id', '=', id).executeTakeFirst();
  return row ? toMerge(row) : null;
}

/** The merges of a subject, those into it and those that were taken back among them, newest first. */
export async function mergesOf(db: Reader, subjectId: number): Promise<StoredMerge[]> {
  const rows = await selectMerges(db)
    .where((eb) => eb.or([eb('kept_id', '=', subjectId), eb('gone_id', '=', subjectId)]))
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map(toMerge);
}

const selectMerges = (db: Reader) => db.selectFrom('subject_merge').selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof selectMerges>['execute']>>[number];

// written by `mergeSubjects` alone, as these types
const toMerge = (row: Row): StoredMerge => ({
  id: row.id,
  keptId: row.kept_id,
  goneId: row.gone_id,
  mergedOn: row.merged_on,
  mergedByName: row.merged_by_name,
  reason: row.reason,
  agreed: row.agreed,
  overrideReason: row.override_reason,
  keptBefore: row.kept_before as unknown as SubjectFacts,
  goneBefore: row.gone_before as unknown as SubjectFacts,
  keptAfter: row.kept_after as unknown as SubjectFacts,
  moved: row.moved as unknown as StoredMerge['moved'],
  marks: row.marks as unknown as StoredMerge['marks'],
  aliasId: row.alias_id,
  undoneOn: row.undone_on,
  undoneByName: row.undone_by_name,
  undoneReason: row.undone_reason,
});
