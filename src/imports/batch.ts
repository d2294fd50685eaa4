import { type SqlBool, sql } from 'kysely';
import type { Actor, Role } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { type Choices, type Counts, choicesOf, countsShape } from './choices.ts';
import type { SourceKind } from './read-file.ts';
import type { ImportState } from './workflow.ts';

export interface Batch {
  id: number;
  target: string;
  state: ImportState;
  officeId: number;
  officeName: string;
  officePath: number[];
  byName: string | null;
  sourceKind: SourceKind;
  sourceName: string | null;
  choices: Choices | null;
  counts: Counts;
  madeOn: Day;
  movedOn: Day;
  reason: string | null;
  isSample: boolean;
  version: number;
}

/**
 * What the actor may see: a list that is not applied yet belongs to whoever sent it; one that was applied, to all within
 * whose reach its office lies.
 */
export function batchesFor(db: Reader, actor: Actor) {
  return db
    .selectFrom('import_batch as b')
    .innerJoin('office as o', 'o.id', 'b.office_id')
    .leftJoin('account as a', 'a.id', 'b.account_id')
    .where(
      sql<SqlBool>`(b.account_id = ${actor.accountId} OR (b.state IN ('applied', 'undone')
        AND ${withinReach(actor, sql.ref('b.office_id'), null)}))`,
    );
}

const COLUMNS = [
  'b.id',
  'b.target',
  'b.state',
  'b.office_id as officeId',
  'o.name as officeName',
  'o.path as officePath',
  'a.display_name as byName',
  'b.source_kind as sourceKind',
  'b.source_name as sourceName',
  'b.choices',
  'b.counts',
  'b.made_on as madeOn',
  'b.moved_on as movedOn',
  'b.reason',
  'b.is_sample as isSample',
  'b.version',
] as const;

type Row = Awaited<ReturnType<ReturnType<typeof selectOne>['executeTakeFirstOrThrow']>>;
const selectOne = (db: Reader, actor: Actor, id: number) =>
  batchesFor(db, actor)
    .select([...COLUMNS])
    .where('b.id', '=', id);

/** A list, or null where there is none or the actor may not see it. */
export async function findBatch(db: Reader, actor: Actor, id: number): Promise<Batch | null> {
  const row = await selectOne(db, actor, id).executeTakeFirst();
  return row ? toBatch(row) : null;
}

export async function batchForUpdate(tx: Tx, actor: Actor, id: number): Promise<Batch | null> {
  const row = await selectOne(tx, actor, id).forUpdate('b').executeTakeFirst();
  return row ? toBatch(row) : null;
}

const toBatch = (row: Row): Batch => ({
  ...row,
  // held to these by the database
  state: row.state as ImportState,
  sourceKind: row.sourceKind as SourceKind,
  choices: choicesOf(row.choices),
  counts: countsShape.parse(row.counts),
});

/** The packed tables; null once they are gone. */
export async function contentOf(db: Reader, id: number): Promise<Buffer | null> {
  const row = await db.selectFrom('import_batch').select('content').where('id', '=', id).executeTakeFirst();
  return row?.content ?? null;
}

const PER_PAGE = 30;

/** Earlier lists, the latest first; dropped ones are left out. */
export async function listBatches(
  db: Reader,
  actor: Actor,
  page: number,
): Promise<{ batches: Batch[]; more: boolean }> {
  const rows = await batchesFor(db, actor)
    .select([...COLUMNS])
    .where('b.state', '<>', 'dropped')
    .orderBy('b.id', 'desc')
    .limit(PER_PAGE + 1)
    .offset((page - 1) * PER_PAGE)
    .execute();
  return { batches: rows.slice(0, PER_PAGE).map(toBatch), more: rows.length > PER_PAGE };
}

/** A list of the same content that is in work or applied already, as far as the actor may see it. */
export async function sameContent(
  db: Reader,
  actor: Actor,
  target: string,
  sha256: string,
): Promise<Batch | null> {
  const row = await batchesFor(db, actor)
    .select([...COLUMNS])
    .where('b.sha256', '=', sha256)
    .where('b.target', '=', target)
    .where('b.state', 'in', ['read', 'matched', 'applied'])
    .orderBy('b.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? toBatch(row) : null;
}

/** The roles that the actor holds over an office, whatever the field. */
export const rolesAt = (actor: Actor, path: readonly number[]): ReadonlySet<Role> =>
  new Set(
    actor.grants
      .filter(
        ({ officeId, reach }) =>
          reach === 'all' || path.at(-1) === officeId || (reach === 'branch' && path.includes(officeId)),
      )
      .map(({ role }) => role),
  );
