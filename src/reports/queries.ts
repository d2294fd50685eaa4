import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import type { YearFigures } from './figure-types.ts';

/** What the head and the foot of the paper say beside the tree of offices; typed by a person. */
export interface PaperFields {
  number: string | null;
  symbol: string;
  /** Where it is signed; the plan's own place unless typed. */
  place: string;
  /** ISO day of the paper, null while it is not signed. */
  date: string | null;
  authority: string | null;
  signerTitle: string;
  signerName: string | null;
  recipients: string[];
}

export interface ReportInView {
  id: number;
  version: number;
  state: 'draft' | 'finished';
  year: number;
  closingOn: string;
  words: Record<string, string>;
  paper: Partial<PaperFields>;
  /** Frozen when finished; null while it is being written. */
  figures: YearFigures | null;
  planId: number;
  planNumber: string;
  planTitle: string;
  planPlace: string | null;
  officeId: number;
  officeName: string;
  superiorName: string | null;
  mayWrite: boolean;
}

export function reportParts(db: Reader) {
  return db.selectFrom('report_part').selectAll().orderBy('ord').execute();
}

const reportRows = (db: Reader, actor: Actor) =>
  db
    .selectFrom('report')
    .innerJoin('plan', 'plan.id', 'report.plan_id')
    .innerJoin('office', 'office.id', 'report.office_id')
    .leftJoin('office as superior', 'superior.id', 'office.parent_id')
    .where(withinReach(actor, sql.ref('report.office_id'), null));

/** One report, or null when it does not exist or lies outside the actor's reach. */
export async function findReport(db: Reader, actor: Actor, id: number): Promise<ReportInView | null> {
  const row = await reportRows(db, actor)
    .selectAll('report')
    .select([
      'plan.number',
      'plan.title',
      'plan.issued_at',
      'office.name as officeName',
      'superior.name as superiorName',
    ])
    .where('report.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    state: row.state as ReportInView['state'],
    year: row.year,
    closingOn: row.closing_on,
    words: row.words as Record<string, string>,
    paper: row.paper as Partial<PaperFields>,
    figures: row.figures as unknown as YearFigures | null,
    planId: row.plan_id,
    planNumber: row.number,
    planTitle: row.title,
    planPlace: row.issued_at,
    officeId: row.office_id,
    officeName: row.officeName,
    superiorName: row.superiorName,
    mayWrite: actor.grants.some((grant) => grant.role === 'standing' && grant.officeId === row.office_id),
  };
}

/** Reports within reach, newest year first. */
export function listReports(db: Reader, actor: Actor) {
  return reportRows(db, actor)
    .select(['report.id', 'report.year', 'report.state', 'report.closing_on', 'report.finished_at'])
    .select(['plan.id as planId', 'plan.number as planNumber', 'office.name as officeName'])
    .orderBy('report.year', 'desc')
    .orderBy('report.id')
    .limit(200)
    .execute();
}

/** Plans whose reports can be opened. */
export function plansInForce(db: Reader) {
  return db
    .selectFrom('plan')
    .select(['id', 'number', 'title', 'period_from', 'period_to'])
    .where('state', '<>', 'draft')
    .orderBy('period_from', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}
