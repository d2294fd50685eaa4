import { periodInWords } from '../calendar/periods.ts';
import type { PaperInView, PaperKind } from '../desks/kind.ts';
import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';
import { type ReportInView, reportRows } from './queries.ts';
import { reportTitle } from './rules.ts';

/** Reports as papers that travel from desk to desk. */
export const reportPaperKind: PaperKind = {
  paper: 'report',
  async find(db, actor, id) {
    const [paper] = await papersIn(db, actor, [id]);
    return paper ?? null;
  },
  findMany: papersIn,
};

/** The same of a report that was loaded. */
export const deskPaperOf = (report: ReportInView): PaperInView => ({
  id: report.id,
  title: `${reportTitle(report.formName, report.periodWords)} của ${report.officeName}`,
  href: `/bao-cao/${report.id}`,
  officeId: report.officeId,
  officeName: report.officeName,
  officePath: report.officePath,
  version: report.version,
  withAuthor: report.state === 'draft' || report.state === 'returned',
});

async function papersIn(db: Reader, actor: Actor, ids: readonly number[]): Promise<PaperInView[]> {
  if (ids.length === 0) return [];
  const rows = await reportRows(db, actor)
    .select(['report.id', 'report.version', 'report.state', 'form.name as formName'])
    .select(['report.period_from as from', 'report.period_to as to'])
    .select(['office.id as officeId', 'office.name as officeName', 'office.path as officePath'])
    .where('report.id', 'in', [...ids])
    .execute();
  return rows.map(({ state, formName, from, to, ...row }) => ({
    ...row,
    title: `${reportTitle(formName, periodInWords({ from, to }))} của ${row.officeName}`,
    href: `/bao-cao/${row.id}`,
    withAuthor: state === 'draft' || state === 'returned',
  }));
}
