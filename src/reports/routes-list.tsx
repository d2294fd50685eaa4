import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice, queryNumber, queryText } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { ChangedPage } from './changed-page.tsx';
import { changedReports, recountSome } from './changed-recount.ts';
import { openForm, stepForm } from './forms.ts';
import { ReportListPage } from './list-page.tsx';
import { currentForms, dueReports, type ListFilter, listReports, reportRates } from './list-queries.ts';
import { openDueReport, openReport } from './open.ts';
import { DueSection, OpenSection } from './open-page.tsx';
import { plansInForce } from './queries.ts';
import { type Again, FRESH, isWrong } from './with-report.ts';

const WRITERS = ['unit', 'lead', 'standing'] as const;
const STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;

export const reportListRoutes: Route[] = [
  get('/bao-cao', 'signed_in', (visit) => listPage(visit, FRESH)),
  post('/bao-cao', [...WRITERS], async (visit) => {
    const form = await readForm(visit, openForm);
    if (!form.ok) return listPage(visit, { errors: form.errors, reasons: [], typed: form.typed });
    const outcome = await openReport(acting(visit, form.key), form.value);
    if (outcome.ok) return redirectWith(visit, `/bao-cao/${outcome.value.id}`, 'Đã mở báo cáo.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: '/bao-cao',
      again: (errors, reasons) => listPage(visit, { errors, reasons, typed: form.typed }),
    });
  }),
  post('/bao-cao/mo', [...WRITERS], async (visit) => {
    const itemId = queryNumber(visit, 'muc');
    if (itemId === null) return notFoundPage(visit);
    const form = await readForm(visit, stepForm);
    const outcome = await openDueReport(acting(visit, form.key), { itemId });
    if (outcome.ok) return redirectWith(visit, `/bao-cao/${outcome.value.id}`, 'Đã mở báo cáo.');
    return answerRefusal(visit, outcome.refusal, { backTo: '/bao-cao' });
  }),
  get('/bao-cao/da-thay-doi', 'signed_in', async (visit) => {
    const { db } = visit.get('deps');
    await recountSome(visit.get('deps'), actorOf(visit));
    return officePage(visit, {
      title: 'Số liệu thay đổi sau khi gửi',
      children: <ChangedPage reports={await changedReports(db, actorOf(visit))} />,
    });
  }),
];

function filterOf(visit: Visit): ListFilter {
  const formKey = queryText(visit, 'mau', 40);
  return {
    formKey: /^[a-z0-9-]+$/.test(formKey) ? formKey : null,
    state: queryChoice(visit, 'trang_thai', STATES),
    year: queryNumber(visit, 'nam'),
    planId: queryNumber(visit, 'ke_hoach'),
    officeId: queryNumber(visit, 'don_vi'),
    page: Math.min(queryNumber(visit, 'trang') ?? 1, 10_000),
  };
}

async function listPage(visit: Visit, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [actor, today, filter] = [actorOf(visit), clock.today(), filterOf(visit)];
  const writers = actor.grants.filter((grant) => (WRITERS as readonly string[]).includes(grant.role));
  const offices = [...new Map(writers.map((grant) => [grant.officeId, grant.officeName]))].map(
    ([id, name]) => ({ id, name }),
  );
  const [list, forms, rates, items, plans] = await Promise.all([
    listReports(db, actor, filter),
    currentForms(db),
    reportRates(db, actor, today),
    dueReports(
      db,
      offices.map((office) => office.id),
      today,
    ),
    plansInForce(db),
  ]);
  return officePage(visit, {
    title: 'Báo cáo',
    status: isWrong(again) ? 422 : 200,
    children: (
      <ReportListPage
        today={today}
        filter={filter}
        list={list}
        forms={forms}
        rates={rates}
        due={<DueSection items={items} today={today} />}
        opening={
          offices.length > 0 ? (
            <OpenSection plans={plans} forms={forms} offices={offices} today={today} {...again} />
          ) : null
        }
      />
    ),
  });
}
