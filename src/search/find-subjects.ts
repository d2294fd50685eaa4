import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { seesAll } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { liesWithin } from '../subjects/list-conditions.ts';
import type { SearchWords } from './words.ts';

export const MOST_SUBJECTS = 20;

export interface FoundSubject {
  id: number;
  kind: SubjectKind;
  fullName: string;
  birthYear: number | null;
  place: string | null;
  isSample: boolean;
  /** The other name by which it was found; null: by its own. */
  byAlias: string | null;
  fileCount: number;
}

/**
 * Subjects within the actor's reach that bear every word in their name or in one other name, those named exactly so
 * first; one more than are shown. Those of a merged one are found under the one that was kept.
 */
export async function findSubjects(db: Reader, actor: Actor, words: SearchWords): Promise<FoundSubject[]> {
  if (words.keys.length === 0) return [];
  const rows = await subjectsQuery(db, actor, words).execute();
  return rows.map((row) => ({ ...row, kind: row.kind as SubjectKind, fileCount: Number(row.fileCount) }));
}

/** A broad search is ranked among so many of each side and no more. */
const MOST_CANDIDATES = 500;

/** Candidates by name and by other name, each served by its own trigram index. Exported for the test of its plan. */
export function subjectsQuery(db: Reader, actor: Actor, { keys }: SearchWords) {
  const whole = keys.join(' ');
  const reach = seesAll(actor) ? sql<SqlBool>`true` : liesWithin(actor);
  return db
    .with('named', (cte) =>
      cte
        .selectFrom('subject as s')
        .select(COLUMNS)
        .select(['s.name_key as key', sql<string | null>`NULL`.as('byAlias')])
        .where(bearsEvery('s.name_key', keys))
        .where('s.merged_into_id', 'is', null)
        .where(reach)
        .limit(MOST_CANDIDATES),
    )
    .with('called', (cte) =>
      cte
        .selectFrom('subject_alias as a')
        .innerJoin('subject as s', 's.id', 'a.subject_id')
        .select(COLUMNS)
        .select(['a.name_key as key', sql<string | null>`a.name`.as('byAlias')])
        .where(bearsEvery('a.name_key', keys))
        .where('s.merged_into_id', 'is', null)
        .where(reach)
        .limit(MOST_CANDIDATES),
    )
    .with('best', (cte) =>
      cte
        .selectFrom((eb) =>
          eb.selectFrom('named').selectAll().unionAll(eb.selectFrom('called').selectAll()).as('either'),
        )
        .selectAll()
        .distinctOn('either.id')
        .orderBy('either.id')
        // its own name before another one
        .orderBy(sql`either."byAlias" IS NOT NULL`),
    )
    .selectFrom('best as b')
    .select(['b.id', 'b.kind', 'b.fullName', 'b.birthYear', 'b.place', 'b.isSample', 'b.byAlias'])
    .select(sql<number>`(SELECT count(*) FROM exemplar e WHERE e.subject_id = b.id)`.as('fileCount'))
    .orderBy(sql`b.key = ${whole} DESC`)
    .orderBy(sql`similarity(b.key, ${whole}) DESC`)
    .orderBy(sql`b.given_name COLLATE "vi-x-icu", b."fullName" COLLATE "vi-x-icu", b.id`)
    .limit(MOST_SUBJECTS + 1);
}

const COLUMNS = [
  's.id',
  's.kind',
  's.full_name as fullName',
  's.given_name',
  's.birth_year as birthYear',
  's.place',
  's.is_sample as isSample',
] as const;

/** Two letters hold no trigram of their own, so a short word is looked for as a word or the beginning of one. */
const bearsEvery = (column: string, keys: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    keys.map((key) =>
      key.length > 2 ? sql`${sql.ref(column)} LIKE ${`%${key}%`}` : sql`${sql.ref(column)} %> ${key}`,
    ),
    sql` AND `,
  )})`;
