import type { Actor } from '../src/identity/actor.ts';
import type { Db } from '../src/platform/db.ts';
import { gapRoutes } from '../src/reports/gap-routes.tsx';
import { mergedRoutes } from '../src/reports/merged-routes.tsx';
import { outsideRoutes } from '../src/reports/outside-routes.tsx';
import { rollupRoutes } from '../src/reports/rollup-routes.tsx';
import type { Route } from '../src/web/route.ts';
import {
  type MadeOffice,
  makeActor,
  makeOffice,
  makePlan,
  makeProvince,
  type Province,
} from './factories.ts';
import { makeReport, makeReportDuty, makeReportItem } from './report-tree.ts';
import { type Browser, openTestSite, type TestSite } from './site.ts';

/** Figures of the form under test: two sums, a mean, a largest, and a share that is never added up. */
export const FIGURES = ['kth_tong', 'dh_tong', 'kt_tac_dung', 'bc_cham_max', 'dv_ty_le_co_dh'];

/** A form of this site alone. */
const FORM = 'thu';

type Person = Actor & { accountId: number };

/** A district whose communes send it their yearly reports, with the people of each. */
export interface RollupSite {
  site: TestSite;
  db: Db;
  place: Province;
  planId: number;
  formId: number;
  dutyId: number;
  /** The district's own report, still a draft. */
  aboveId: number;
  /** Two officers of the district; one of the commune; one of another district; the standing body; a viewer. */
  people: Record<'district' | 'colleague' | 'commune' | 'elsewhere' | 'standing' | 'viewer', Person>;
  browser(who: keyof RollupSite['people']): Promise<Browser>;
  /** Makes one more commune that owes its report to the district. */
  commune(name: string, options?: { excused?: boolean }): Promise<MadeOffice>;
  /** Writes the report of a commune with its figures and words in a state. */
  report(office: MadeOffice, fields?: ReportFields): Promise<number>;
  close(): Promise<void>;
}

interface ReportFields {
  state?: 'draft' | 'submitted' | 'returned' | 'accepted';
  figures?: Record<string, number | null>;
  words?: Record<string, string>;
}

export async function openRollupSite(more: readonly Route[] = []): Promise<RollupSite> {
  const site = await openTestSite([
    ...rollupRoutes,
    ...gapRoutes,
    ...mergedRoutes,
    ...outsideRoutes,
    ...more,
  ]);
  const { db } = site;
  const place = await makeProvince(db);
  const { planId } = await makePlan(db, place.lead);
  const formId = await makeForm(db);
  const dutyId = await makeReportDuty(db, planId, place.district.id, FORM);
  const otherDistrict = await makeOffice(db, place.province, { name: 'Huyện Khác', kind: 'district' });
  const people = {
    district: await makeActor(db, [['unit', place.district, 'own']], 'Phạm Thị Huyện'),
    colleague: await makeActor(db, [['unit', place.district, 'branch']], 'Đỗ Văn Huyện'),
    commune: await makeActor(db, [['unit', place.commune, 'own']]),
    elsewhere: await makeActor(db, [['unit', otherDistrict, 'branch']]),
    standing: await makeActor(db, [['standing', place.standing, 'all']]),
    viewer: await makeActor(db, [['viewer', place.district, 'branch']]),
  };
  const report = reportWriter(db, { planId, formId, receiver: place.district.id });
  const aboveId = await report(place.district, { state: 'draft' });
  await db.updateTable('report').set({ receiver_office_id: null }).where('id', '=', aboveId).execute();
  return {
    site,
    db,
    place,
    planId,
    formId,
    dutyId,
    aboveId,
    people,
    browser: (who) => site.signedIn(people[who]),
    async commune(name, { excused = false } = {}) {
      const office = await makeOffice(db, place.district, { name });
      await makeReportItem(db, dutyId, office.id, place.district.id, excused);
      return office;
    },
    report,
    close: () => site.close(),
  };
}

async function makeForm(db: Db): Promise<number> {
  const form = await db
    .insertInto('report_form')
    .values({ key: FORM, name: 'Báo cáo năm', kind: 'periodic', figures: FIGURES, tables: [] })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('report_form_part')
    .values([
      { form_id: form.id, key: 'result', ord: 1, name: 'Kết quả', hint: 'Đã làm được gì.' },
      { form_id: form.id, key: 'proposal', ord: 2, name: 'Kiến nghị', hint: null },
    ])
    .execute();
  return form.id;
}

function reportWriter(db: Db, place: { planId: number; formId: number; receiver: number }) {
  return async (office: MadeOffice, { state = 'submitted', figures = {}, words = {} }: ReportFields = {}) => {
    const id = await makeReport(db, { ...place, officeId: office.id, formKey: FORM, state, words });
    const rows = Object.entries(figures).map(([indicator, value]) => ({ report_id: id, indicator, value }));
    if (rows.length > 0) await db.insertInto('report_figure').values(rows).execute();
    return id;
  };
}
