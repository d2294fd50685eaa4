import { type SqlBool, sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from './kinds.ts';
import { type FoundSubject, subjectsWithin } from './queries.ts';
import type { PlaceIndex } from './same-place-index.ts';
import { loadPlaces } from './same-places.ts';
import type { SameFound, SameReason, SameStrength, SameTopic } from './same-types.ts';

/** What an actor may know of a subject that was found again. */
export type ToldSame = { strength: SameStrength; reasons: SameReason[] } & (
  | { within: true; subject: FoundSubject }
  | {
      within: false;
      fullName: string;
      kind: SubjectKind;
      /** The commune or district where it is; null where that is not known. */
      communeName: string | null;
      /** The office that keeps its newest file; null where it has none. */
      keeperName: string | null;
    }
);

/**
 * Tells many lists of found subjects to an actor, with a fixed number of queries; lists and their order stay. Of one
 * outside the actor's reach no more is told than name, kind, commune and keeper: reasons about birth, address or work are
 * left out, how sure it is is not told, and one that is merely like it is not mentioned at all.
 */
export async function tellSame(
  db: Reader,
  actor: Actor,
  lists: readonly (readonly SameFound[])[],
): Promise<ToldSame[][]> {
  const ids = [...new Set(lists.flatMap((list) => list.map((found) => found.subjectId)))];
  if (ids.length === 0) return lists.map(() => []);
  const within = await subjectsWithin(db, actor, ids);
  const outside = await outsideOf(
    db,
    ids.filter((id) => !within.has(id)),
  );
  return lists.map((list) => list.flatMap((found) => tell(found, within, outside)));
}

type Outside = Omit<Extract<ToldSame, { within: false }>, 'strength' | 'reasons' | 'within'>;

const TOLD_OUTSIDE: ReadonlySet<SameTopic> = new Set(['name', 'place', 'kind']);

function tell(
  { subjectId, strength, reasons }: SameFound,
  within: ReadonlyMap<number, FoundSubject>,
  outside: ReadonlyMap<number, Outside>,
): ToldSame[] {
  const subject = within.get(subjectId);
  if (subject) return [{ within: true, subject, strength, reasons }];
  const other = outside.get(subjectId);
  if (!other || strength === 'faint') return [];
  const told = reasons.filter(({ topic }) => TOLD_OUTSIDE.has(topic));
  return [{ within: false, ...other, strength: 'possible', reasons: told }];
}

async function outsideOf(db: Reader, ids: readonly number[]): Promise<Map<number, Outside>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('subject as s')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('exemplar as e')
          .innerJoin('office as o', 'o.id', 'e.office_id')
          .select(['o.id as officeId', 'o.name as keeperName'])
          .whereRef('e.subject_id', '=', 's.id')
          .orderBy('e.id', 'desc')
          .limit(1)
          .as('keeper'),
      (join) => join.onTrue(),
    )
    .select(['s.id', 's.full_name', 's.kind', 's.place', 'keeper.officeId', 'keeper.keeperName'])
    .where(sql<SqlBool>`s.id = ANY (${[...ids]}::bigint[])`)
    .execute();
  const index = await loadPlaces(db);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        fullName: row.full_name,
        // held to these three by the database
        kind: row.kind as SubjectKind,
        communeName: communeOf(index, row.place, row.officeId),
        keeperName: row.keeperName,
      },
    ]),
  );
}

/** Never the address itself: only a unit that is known by name. */
function communeOf(index: PlaceIndex, place: string | null, officeId: number | null): string | null {
  const [named] = place ? index.find(place).units : [];
  const [kept] = officeId === null ? [] : index.ofOffice(officeId);
  return (named ?? kept)?.name ?? null;
}
