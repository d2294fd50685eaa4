import { type Expression, type SqlBool, sql } from 'kysely';
import type { Actor, Role } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { Validity } from './validity.ts';

export interface OfficeInTree extends Validity {
  id: number;
  name: string;
  shortName: string | null;
  code: string | null;
  kindId: string;
  kindName: string;
  kindOrd: number;
  parentId: number | null;
  /** Ids from the root down to the office itself. */
  path: number[];
}

/** The SQL condition "holds on this day" for a table with `valid_from` and `valid_to`. */
export function holdingOn(table: string, day: Day): Expression<SqlBool> {
  const from = sql.ref(`${table}.valid_from`);
  const to = sql.ref(`${table}.valid_to`);
  return sql<SqlBool>`((${from} IS NULL OR ${from} <= ${day}::date) AND (${to} IS NULL OR ${to} >= ${day}::date))`;
}

/** The SQL condition "the office in this column is one of these or below one of them", at any depth. */
export const inBranch = (
  officeId: Expression<number | null>,
  roots: readonly number[],
): Expression<SqlBool> =>
  sql<SqlBool>`${officeId} IN (SELECT id FROM office WHERE path && ${[...roots]}::bigint[])`;

/** Offices with the name and order of their kind; every list of offices begins here. */
export function offices(db: Reader) {
  return db
    .selectFrom('office')
    .innerJoin('office_kind', 'office_kind.id', 'office.kind_id')
    .select([
      'office.id',
      'office.name',
      'office.short_name as shortName',
      'office.code',
      'office.kind_id as kindId',
      'office_kind.name as kindName',
      'office_kind.ord as kindOrd',
      'office.parent_id as parentId',
      'office.path',
      'office.valid_from as validFrom',
      'office.valid_to as validTo',
    ]);
}

/** The order in which offices stand in every list: by kind, then as Vietnamese names are sorted. */
export const IN_ORDER = sql`office_kind.ord, office.name COLLATE "vi-x-icu", office.id`;

/** All offices of a day. */
export const officesOn = (db: Reader, day: Day): Promise<OfficeInTree[]> =>
  offices(db).where(holdingOn('office', day)).orderBy(IN_ORDER).execute();

/** The offices directly below one, on a day. */
export const childrenOn = (db: Reader, officeId: number, day: Day): Promise<OfficeInTree[]> =>
  offices(db)
    .where('office.parent_id', '=', officeId)
    .where(holdingOn('office', day))
    .orderBy(IN_ORDER)
    .execute();

/** The offices above one, from the root down, the office itself last. */
export const chainOf = (db: Reader, path: readonly number[]): Promise<OfficeInTree[]> =>
  offices(db)
    .where('office.id', 'in', path.length > 0 ? [...path] : [0])
    .orderBy(sql`cardinality(office.path)`)
    .execute();

/**
 * The offices of a day for which the actor holds one of the roles: where they may, for instance, record an
 * exemplar. A `lead` grant counts here for its own office, as every other grant does.
 */
export function officesWithin(
  db: Reader,
  actor: Actor,
  roles: readonly Role[],
  day: Day,
): Promise<OfficeInTree[]> {
  const grants = actor.grants.filter((grant) => roles.includes(grant.role));
  const all = grants.some((grant) => grant.reach === 'all');
  const own = grants.filter((grant) => grant.reach === 'own').map((grant) => grant.officeId);
  const branches = grants.filter((grant) => grant.reach === 'branch').map((grant) => grant.officeId);
  let query = offices(db).where(holdingOn('office', day)).orderBy(IN_ORDER);
  if (!all) {
    query = query.where(
      sql<SqlBool>`(office.id = ANY (${own}::bigint[]) OR office.path && ${branches}::bigint[])`,
    );
  }
  return query.execute();
}

/** One office in the tree with what hangs below it. */
export interface OfficeNode {
  office: OfficeInTree;
  children: OfficeNode[];
  /** How many offices stand below it at all depths. */
  below: number;
}

/** Puts a list of offices together as trees, keeping its order. An office whose parent is not in the list is a root. */
export function growTrees(list: readonly OfficeInTree[]): OfficeNode[] {
  const nodes = new Map(list.map((office) => [office.id, { office, children: [], below: 0 } as OfficeNode]));
  const roots: OfficeNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.office.parentId === null ? undefined : nodes.get(node.office.parentId);
    (parent?.children ?? roots).push(node);
  }
  const count = (node: OfficeNode): number => {
    node.below = node.children.reduce((sum, child) => sum + 1 + count(child), 0);
    return node.below;
  };
  for (const root of roots) count(root);
  return roots;
}
