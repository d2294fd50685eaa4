import type { Reader } from '../platform/db.ts';

/** Another name of a subject. */
export interface Alias {
  id: number;
  name: string;
  note: string | null;
}

/** The other names of a subject, in the order in which they were written down. */
export const aliasesOf = (db: Reader, subjectId: number): Promise<Alias[]> =>
  db
    .selectFrom('subject_alias')
    .select(['id', 'name', 'note'])
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute();
