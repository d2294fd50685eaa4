import { sql } from 'kysely';
import { presentOffices } from '../offices/succession.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectInView } from './in-view.ts';

/** An office that has to do with a subject, under the name that it had, and what it is now. */
export interface OfficeOfSubject {
  id: number;
  name: string;
  parentName: string | null;
  /** The last day on which it was there; null while it is. */
  endedOn: Day | null;
  /** Since when something of the subject lies there; null: not known. */
  since: Day | null;
  fileCount: number;
  /** Has it written down an award from before? */
  keepsAwards: boolean;
  /** What it is on the day, itself left out; empty while it holds as a whole, or when nobody is known to have followed. */
  present: { id: number; name: string }[];
  /** What followed it directly, on which day and by which paper. */
  followed: { onDate: Day; basis: string | null; name: string }[];
}

/** The offices of a subject, those of its registrations first, the oldest first; three queries. */
export async function officesOfSubject(
  db: Reader,
  subject: SubjectInView,
  today: Day,
): Promise<OfficeOfSubject[]> {
  const ofFiles = subject.exemplars.map(({ officeId }) => officeId);
  const ofAwards = new Set(subject.awardOffices.flatMap((path) => path.at(-1) ?? []));
  const ids = [...new Set([...ofFiles, ...ofAwards])];
  const [rows, present, followed] = await Promise.all([
    officeRows(db, ids),
    presentOffices(db, ids, today),
    followersOf(db, ids, today),
  ]);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const { validTo, ...office } = row;
    const files = subject.exemplars.filter(({ officeId }) => officeId === id);
    return [
      {
        ...office,
        endedOn: validTo !== null && validTo < today ? validTo : null,
        since: files.flatMap(({ foundOn }) => foundOn ?? []).sort()[0] ?? null,
        fileCount: files.length,
        keepsAwards: ofAwards.has(id),
        present: (present.get(id) ?? []).filter((office) => office.id !== id),
        followed: followed.filter(({ fromId }) => fromId === id),
      },
    ];
  });
}

const among = (ids: readonly number[]) => sql<number>`ANY (${sql.val([...ids])}::bigint[])`;

const officeRows = (db: Reader, ids: readonly number[]) =>
  db
    .selectFrom('office as o')
    .leftJoin('office as p', 'p.id', 'o.parent_id')
    .select(['o.id', 'o.name', 'p.name as parentName', 'o.valid_to as validTo'])
    .where('o.id', '=', among(ids))
    .execute();

const followersOf = (db: Reader, ids: readonly number[], today: Day) =>
  db
    .selectFrom('office_succession as s')
    .innerJoin('office as o', 'o.id', 's.to_office_id')
    .select(['s.from_office_id as fromId', 's.on_date as onDate', 's.basis', 'o.name'])
    .where('s.from_office_id', '=', among(ids))
    .where('s.on_date', '<=', today)
    .orderBy('s.on_date')
    .orderBy('o.id')
    .execute();
