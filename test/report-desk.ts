import type { Actor } from '../src/identity/actor.ts';
import type { PaperFields } from '../src/papers/paper-fields.ts';
import type { Db } from '../src/platform/db.ts';
import type { Outcome } from '../src/platform/outcome.ts';
import { openReport } from '../src/reports/open.ts';
import { findReport, type ReportInView } from '../src/reports/queries.ts';
import { acceptReport, submitReport } from '../src/reports/step.ts';
import { writeReport } from '../src/reports/write.ts';
import { actingAs, type MadeOffice, makeActor, type Province } from './factories.ts';

export const REPORT_PARTS = [
  'result',
  'effect',
  'shortcoming',
  'limitation',
  'cause',
  'lesson',
  'proposal',
] as const;

export const allWritten = (text = 'Không có.'): Record<string, string> =>
  Object.fromEntries(REPORT_PARTS.map((key) => [key, text]));

export const PAPER: PaperFields = {
  number: null,
  symbol: 'BC-UBND',
  place: 'Phú Thọ',
  date: null,
  authority: null,
  signerTitle: 'CHỦ TỊCH',
  signerName: null,
  recipients: ['UBND tỉnh'],
};

/** The people of a report: of a commune, of the district above it, of the standing body, of the leaders, and outside. */
export interface ReportPeople {
  commune: Actor;
  district: Actor;
  otherDistrict: Actor;
  standing: Actor;
  secondStanding: Actor;
  leader: Actor;
  viewer: Actor;
  stranger: Actor;
}

export async function makeReportPeople(db: Db, places: Province): Promise<ReportPeople> {
  await db
    .insertInto('office_duty_role')
    .values({ office_id: places.standing.id, role: 'standing_body' })
    .execute();
  return {
    commune: await makeActor(db, [['unit', places.commune, 'own']], 'Lê Thị Xã'),
    district: await makeActor(db, [['unit', places.district, 'branch']], 'Trần Văn Huyện'),
    otherDistrict: await makeActor(db, [['unit', places.district, 'branch']], 'Ngô Thị Huyện'),
    standing: await makeActor(db, [['standing', places.standing, 'all']], 'Nguyễn Thường Trực'),
    secondStanding: await makeActor(db, [['standing', places.standing, 'all']], 'Phạm Thường Trực'),
    leader: await makeActor(db, [['leader', places.province, 'all']], 'Đỗ Lãnh Đạo'),
    viewer: await makeActor(db, [['viewer', places.province, 'all']], 'Vũ Theo Dõi'),
    stranger: await makeActor(db, [['unit', places.otherCommune, 'own']], 'Bùi Người Ngoài'),
  };
}

/** @throws Error with the refusal: for steps that must go well */
export function mustBe<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.refusal));
}

export interface OpenedAs {
  planId: number;
  office: MadeOffice;
  year?: number;
  day?: string;
}

/** A yearly report as its author opened it. */
export async function opened(
  db: Db,
  actor: Actor,
  { planId, office, year = 2017, day = '2018-01-05' }: OpenedAs,
): Promise<ReportInView> {
  const input = {
    planId,
    officeId: office.id,
    formKey: 'nam',
    from: `${year}-01-01`,
    to: `${year}-12-31`,
  };
  const { id } = mustBe(await openReport(actingAs(db, actor, { day }), input));
  return inView(db, actor, id);
}

export async function inView(db: Db, actor: Actor, id: number): Promise<ReportInView> {
  const report = await findReport(db, actor, id);
  if (!report) throw new Error(`Report ${id} is not in view.`);
  return report;
}

/** The same, written and submitted. */
export async function submitted(db: Db, actor: Actor, of: OpenedAs, words = allWritten()) {
  const report = await opened(db, actor, of);
  const acting = () => actingAs(db, actor, { day: of.day ?? '2018-01-05' });
  const input = { id: report.id, version: null, closingOn: report.closingOn, words, paper: PAPER };
  mustBe(await writeReport(acting(), input));
  mustBe(await submitReport(acting(), { id: report.id, version: null }));
  return inView(db, actor, report.id);
}

export async function accepted(db: Db, reader: Actor, id: number, day = '2018-01-20') {
  mustBe(await acceptReport(actingAs(db, reader, { day }), { id, version: null }));
}
