import { reportRoutes } from '../src/reports/routes.tsx';
import { type ExemplarSite, openExemplarSite, send } from './exemplar-site.ts';
import { type MadePlan, makePlan } from './factories.ts';
import { allWritten, makeReportPeople, type ReportPeople } from './report-desk.ts';
import { type Life, writeLife } from './report-life.ts';

/** The screens of reports over a small province with the people who write and read them. */
export interface ReportSite extends ExemplarSite {
  people: ReportPeople;
  /** A plan of its own whose commune has so many exemplars, all households that are nurtured since 2017. */
  planWith(count: number): Promise<MadePlan>;
  /** The path of a yearly report of 2017 that the commune has opened under such a plan. */
  opened(count?: number): Promise<string>;
}

const LIFE: Life = {
  kind: 'household',
  office: 0,
  field: 0,
  breadth: 'aspect',
  steps: [
    { to: 'found', action: 'record', day: '2017-02-01' },
    { to: 'nurtured', action: 'choose', day: '2017-05-01' },
  ],
  check: null,
  promises: [],
  honours: [],
  achievements: [],
};

export async function openReportSite(): Promise<ReportSite> {
  const office = await openExemplarSite(reportRoutes);
  const { db, place } = office.world;
  const people = await makeReportPeople(db, place);
  const planWith = async (count: number) => {
    const plan = await makePlan(db, place.lead);
    const { planId, fieldId } = plan;
    const ground = { planId, fieldIds: [fieldId], offices: [place.commune], awardFormId: 0 };
    for (let n = 0; n < count; n++) await writeLife(db, LIFE, ground);
    return plan;
  };
  return {
    ...office,
    people,
    planWith,
    async opened(count = 2) {
      const plan = await planWith(count);
      const browser = await office.as(people.commune);
      const { location } = await send(browser, '/bao-cao', openingOf(plan.planId, place.commune.id));
      return location ?? '';
    },
  };
}

/** What is typed to open the yearly report of 2017 of an office. */
export const openingOf = (planId: number, officeId: number, fields: Record<string, string> = {}) => ({
  formKey: 'nam',
  planId: String(planId),
  officeId: String(officeId),
  from: '01/01/2017',
  to: '31/12/2017',
  ...fields,
});

const PAPER = { symbol: 'BC-UBND', place: 'Phú Thọ', signerTitle: 'CHỦ TỊCH', recipients: 'UBND huyện' };

/** What is typed into the editor: the same text in every part, and what is told. */
export const typed = (text: string, more: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(allWritten(text)).map(([key, words]) => [`w_${key}`, words])),
  ...PAPER,
  closingOn: '30/11/2017',
  ...more,
});
