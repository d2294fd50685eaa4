import { type SqlBool, sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { IN_ORDER, type OfficeInTree, offices } from './tree.ts';

export interface Bloc {
  id: number;
  name: string;
  isSample: boolean;
  version: number;
}

export interface BlocMember extends OfficeInTree {
  isHead: boolean;
}

/** All blocs with the number of their members in a year and its head. */
export async function blocsIn(db: Reader, year: number) {
  return db
    .selectFrom('bloc as b')
    .leftJoin('bloc_member as m', (join) => join.onRef('m.bloc_id', '=', 'b.id').on('m.year', '=', year))
    .leftJoin('office as o', 'o.id', 'm.office_id')
    .select(['b.id', 'b.name', 'b.is_sample as isSample', 'b.version'])
    .select(sql<number>`count(m.office_id)`.as('members'))
    .select(sql<string | null>`max(o.name) FILTER (WHERE m.is_head)`.as('headName'))
    .groupBy('b.id')
    .orderBy(sql`b.name COLLATE "vi-x-icu"`)
    .execute();
}

/** The years for which blocs have members. */
export async function blocYears(db: Reader): Promise<number[]> {
  const rows = await db.selectFrom('bloc_member').select('year').distinct().orderBy('year').execute();
  return rows.map(({ year }) => year);
}

export async function findBloc(db: Reader, id: number): Promise<Bloc | null> {
  const row = await db
    .selectFrom('bloc')
    .select(['id', 'name', 'is_sample as isSample', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The members of a bloc in a year, in the order of every list. */
export const blocMembers = (db: Reader, blocId: number, year: number): Promise<BlocMember[]> =>
  offices(db)
    .innerJoin('bloc_member as m', 'm.office_id', 'office.id')
    .select('m.is_head as isHead')
    .where('m.bloc_id', '=', blocId)
    .where('m.year', '=', year)
    .orderBy(IN_ORDER)
    .execute();

/** The offices that may be members in a year: those right below a root, and those that are members already. */
export const mayBeMembers = (db: Reader, blocId: number, year: number): Promise<OfficeInTree[]> =>
  offices(db)
    .where(
      sql<SqlBool>`(cardinality(office.path) = 2 AND ${holdingIn(year)} OR office.id IN
        (SELECT office_id FROM bloc_member WHERE bloc_id = ${blocId} AND year IN (${year}, ${year - 1})))`,
    )
    .orderBy(IN_ORDER)
    .execute();

/** Holds on some day of a year. */
export const holdingIn = (year: number) =>
  sql<SqlBool>`((office.valid_from IS NULL OR office.valid_from <= make_date(${year}, 12, 31))
    AND (office.valid_to IS NULL OR office.valid_to >= make_date(${year}, 1, 1)))`;
