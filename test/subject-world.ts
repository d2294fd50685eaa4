import { SUBJECT_BELONGINGS } from '../src/exemplars/subject-belongings.ts';
import type { Actor } from '../src/identity/actor.ts';
import type { Db } from '../src/platform/db.ts';
import { type MergeSubjectsInput, mergeSubjects } from '../src/subjects/merge.ts';
import type { Choice } from '../src/subjects/merge-rules.ts';
import { unmergeSubjects } from '../src/subjects/unmerge.ts';
import { as, type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';

/** What moves in the real site. */
export const BELONGINGS = SUBJECT_BELONGINGS;

export const KEEP_ALL: Choice = {
  fullName: 'kept',
  birthYear: 'kept',
  place: 'kept',
  position: 'kept',
  representative: 'kept',
};

export interface MadeSubject {
  kind?: string;
  fullName?: string;
  birthYear?: number | null;
  place?: string | null;
  representative?: string | null;
}

export async function makeSubject(db: Db, made: MadeSubject = {}): Promise<number> {
  const { id } = await db
    .insertInto('subject')
    .values({
      kind: made.kind ?? 'individual',
      full_name: made.fullName ?? 'Nguyễn Văn Thử',
      birth_year: made.birthYear === undefined ? 1970 : made.birthYear,
      place: made.place ?? null,
      representative: made.representative ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function makeAward(
  db: Db,
  subjectId: number,
  officeId: number,
  words = 'Giấy khen',
): Promise<number> {
  const { id } = await db
    .insertInto('past_award')
    .values({
      subject_id: subjectId,
      form_words: words,
      source: 'paper',
      office_id: officeId,
      recorded_on: '2018-01-01',
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export const versionOf = async (db: Db, id: number): Promise<number> =>
  (await db.selectFrom('subject').select('version').where('id', '=', id).executeTakeFirstOrThrow()).version;

/** Merges as somebody who has just seen the page with both. */
export async function mergeSeen(
  world: ExemplarWorld,
  actor: Actor,
  keptId: number,
  goneId: number,
  more: Partial<MergeSubjectsInput> = {},
) {
  return mergeSubjects(as(world, actor), BELONGINGS, {
    keptId,
    goneId,
    keptVersion: await versionOf(world.db, keptId),
    goneVersion: await versionOf(world.db, goneId),
    choice: KEEP_ALL,
    reason: 'Cùng một người',
    overrideReason: null,
    ...more,
  });
}

export const undoMerge = (world: ExemplarWorld, mergeId: number, overrideReason: string | null = null) =>
  unmergeSubjects(as(world, world.standing), BELONGINGS, {
    ...{ mergeId, version: null, reason: 'Gộp nhầm', overrideReason, apart: false },
  });

/** Two subjects of one person, each with a file, the other with an award. */
export async function twoOfOne(world: ExemplarWorld) {
  const { db, place } = world;
  const one = await makeSubject(db, { fullName: 'Nguyễn Thị Hoà' });
  const other = await makeSubject(db, { fullName: 'Nguyễn Thị Hòa' });
  const files = [
    await makeExemplar(world, { state: 'nurtured', subjectId: one }),
    await makeExemplar(world, { state: 'found', subjectId: other, plan: null }),
  ] as const;
  const award = await makeAward(db, other, place.commune.id);
  return { one, other, files, award };
}

export const subjectRow = ({ db }: ExemplarWorld, id: number) =>
  db.selectFrom('subject').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
