import type { Outcome } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { makeEdition, makeForm } from './report-form-commands.ts';
import { FormEditPage } from './report-form-edit.tsx';
import { FormListPage, FormPage } from './report-form-pages.tsx';
import { editionsOf, findForm, listForms, mayWriteForms, type ReportForm } from './report-form-queries.ts';
import { type FormInput, reportFormForm } from './report-form-schema.ts';
import { type Again, FRESH, isWrong } from './with-report.ts';
import { ReportWorkflowPage } from './workflow-page.tsx';

const WRITERS = ['standing', 'admin'] as const;

export const reportFormRoutes: Route[] = [
  get('/danh-muc/quy-trinh-bao-cao', 'signed_in', (visit) =>
    officePage(visit, { title: 'Quy trình báo cáo', children: <ReportWorkflowPage /> }),
  ),
  get('/danh-muc/mau-bao-cao', 'signed_in', async (visit) =>
    officePage(visit, {
      title: 'Mẫu báo cáo',
      children: (
        <FormListPage
          forms={await listForms(visit.get('deps').db)}
          mayWrite={mayWriteForms(actorOf(visit))}
        />
      ),
    }),
  ),
  get('/danh-muc/mau-bao-cao/moi', [...WRITERS], (visit) => editPage(visit, null, FRESH)),
  post('/danh-muc/mau-bao-cao/moi', [...WRITERS], (visit) =>
    save(visit, null, (form) => makeForm(acting(visit, form.key), form.value)),
  ),
  get('/danh-muc/mau-bao-cao/:id', 'signed_in', (visit) =>
    withForm(visit, async (form) =>
      officePage(visit, {
        title: form.name,
        children: (
          <FormPage
            form={form}
            editions={await editionsOf(visit.get('deps').db, form.key)}
            mayWrite={mayWriteForms(actorOf(visit))}
          />
        ),
      }),
    ),
  ),
  get('/danh-muc/mau-bao-cao/:id/sua', [...WRITERS], (visit) =>
    withForm(visit, (form) => editPage(visit, form, FRESH)),
  ),
  post('/danh-muc/mau-bao-cao/:id/sua', [...WRITERS], (visit) =>
    withForm(visit, (form) =>
      save(visit, form, (sent) =>
        makeEdition(acting(visit, sent.key), { ...sent.value, id: form.id, version: sent.version }),
      ),
    ),
  ),
];

async function withForm(visit: Visit, answer: (form: ReportForm) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const form = id === null ? null : await findForm(visit.get('deps').db, id);
  return form ? answer(form) : notFoundPage(visit);
}

function editPage(visit: Visit, form: ReportForm | null, again: Again): Promise<Response> {
  return officePage(visit, {
    title: form ? `Lập lần mới: ${form.name}` : 'Thêm mẫu báo cáo',
    status: isWrong(again) ? 422 : 200,
    children: <FormEditPage form={form} {...again} />,
  });
}

interface SentForm {
  value: FormInput;
  key: string | null;
  version: number | null;
}

async function save(
  visit: Visit,
  form: ReportForm | null,
  command: (sent: SentForm) => Promise<Outcome<{ id: number }>>,
): Promise<Response> {
  const sent = await readForm(visit, reportFormForm);
  if (!sent.ok) return editPage(visit, form, { errors: sent.errors, reasons: [], typed: sent.typed });
  const outcome = await command(sent);
  if (outcome.ok)
    return redirectWith(visit, `/danh-muc/mau-bao-cao/${outcome.value.id}`, 'Đã lưu mẫu báo cáo.');
  return answerRefusal(visit, outcome.refusal, {
    backTo: visit.req.path,
    ...(form && { thing: { kind: 'report_form' as const, id: form.id, version: sent.version } }),
    sent,
    again: (errors, reasons) => editPage(visit, form, { errors, reasons, typed: sent.typed }),
  });
}
