import { sql } from 'kysely';
import type { PaperInView, PaperKind } from '../desks/kind.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { lockExemplars, nextVersion } from './changing.ts';
import { type ExemplarInView, seesExemplar } from './queries.ts';

/** The file of an exemplar as a paper that travels. */
export const exemplarPaper: PaperKind = {
  paper: 'exemplar',
  find: async (db, actor, id) => (await findMany(db, actor, [id]))[0] ?? null,
  findMany,
  versions: { lock: (tx, id) => lockExemplars(tx, [id]), next: nextVersion },
};

/** The same of an exemplar that was loaded. */
export const deskPaperOf = (exemplar: ExemplarInView): PaperInView => ({
  id: exemplar.id,
  title: exemplar.subject.fullName,
  href: `/dien-hinh/${exemplar.id}`,
  officeId: exemplar.officeId,
  officeName: exemplar.officeName,
  officePath: exemplar.officePath,
  version: exemplar.version,
  // an office may lead the field of its own exemplar: then its desk is not yet its author's
  withAuthor: exemplar.state === 'returned',
});

async function findMany(db: Reader, actor: Actor, ids: readonly number[]): Promise<PaperInView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('exemplar as e')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select([
      'e.id',
      'e.version',
      'e.state',
      'e.full_name',
      'o.id as office_id',
      'o.name as office_name',
      'o.path',
    ])
    .where('e.id', '=', sql<number>`ANY (${[...ids]}::bigint[])`)
    .where(seesExemplar(actor))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.full_name,
    href: `/dien-hinh/${row.id}`,
    officeId: row.office_id,
    officeName: row.office_name,
    officePath: row.path,
    version: row.version,
    withAuthor: row.state === 'returned',
  }));
}
