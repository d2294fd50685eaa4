import type { SubjectFacts } from '../subjects/facts.ts';
import type { RowToWrite, Value } from './target.ts';

/** The subject of each row: the known one, one that is made for it, or the one that an earlier row was given. */
export async function subjectsOfRows(
  rows: readonly RowToWrite[],
  create: (fresh: SubjectFacts[]) => Promise<number[]>,
  factsOf: (value: Value) => SubjectFacts,
): Promise<number[]> {
  const fresh = rows.filter(({ subjectId, joins }) => subjectId === null && joins === null);
  const made = await create(fresh.map(({ value }) => factsOf(value)));
  const idOf = new Map(fresh.map(({ no }, n) => [no, made[n] ?? 0]));
  return rows.map(({ no, subjectId, joins }) => subjectId ?? idOf.get(joins ?? no) ?? 0);
}
