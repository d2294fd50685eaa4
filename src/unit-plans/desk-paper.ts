import { periodInWords } from '../calendar/periods.ts';
import type { PaperInView, PaperKind } from '../desks/kind.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { seesUnitPlan } from './queries.ts';

/** Unit plans as papers that travel from desk to desk. */
export const unitPlanPaperKind: PaperKind = {
  paper: 'unit_plan',
  find: async (db, actor, id) => (await papers(db, actor, [id]))[0] ?? null,
  findMany: papers,
};

async function papers(db: Reader, actor: Actor, ids: readonly number[]): Promise<PaperInView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('unit_plan as u')
    .innerJoin('office as o', 'o.id', 'u.office_id')
    .select(['u.id', 'u.version', 'u.state', 'u.period_from as from', 'u.period_to as to'])
    .select(['o.id as officeId', 'o.name as officeName', 'o.path as officePath'])
    .where('u.id', 'in', [...ids])
    .where(seesUnitPlan(actor))
    .execute();
  return rows.map(({ from, to, state, ...row }) => ({
    ...row,
    title: `Kế hoạch của ${row.officeName} (${periodInWords({ from, to })})`,
    href: `/ke-hoach-don-vi/${row.id}`,
    withAuthor: state === 'draft' || state === 'returned',
  }));
}
