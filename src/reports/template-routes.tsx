import { z } from 'zod';
import { sentFiles } from '../evidence/sent-files.ts';
import { officesWithin } from '../offices/tree.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { id, text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { queryText } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { addTemplate, retireTemplate } from './template.ts';
import { exampleTemplate } from './template-example.ts';
import { fieldsOf } from './template-fields.ts';
import { TEMPLATE_PATH } from './template-fields-section.tsx';
import { TEMPLATE_FILE, type TemplateAgain, TemplatePage, TemplatesPage } from './template-pages.tsx';
import {
  findTemplate,
  listTemplates,
  type TemplateInView,
  templateForm,
  templateForms,
} from './template-queries.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const FRESH: TemplateAgain = { errors: {}, reasons: [], typed: {} };

export const templateUploadForm = z.object({
  officeId: id('đơn vị'),
  formKey: text('mẫu báo cáo', 40),
});
const noFields = z.object({});

/** Word templates of offices, in place of the built-in paper. */
export const templateRoutes: Route[] = [
  get(TEMPLATE_PATH, 'signed_in', (visit) => listPage(visit, FRESH)),
  post(TEMPLATE_PATH, ['unit', 'lead', 'standing'], async (visit) => {
    const form = await readForm(visit, templateUploadForm);
    const [file] = await sentFiles(visit, TEMPLATE_FILE);
    const errors: FieldErrors = {
      ...(form.ok ? {} : form.errors),
      ...(file ? {} : { [TEMPLATE_FILE]: 'Hãy chọn tệp Word.' }),
    };
    const again = (wrong: FieldErrors, reasons: Reason[]) =>
      listPage(visit, { errors: wrong, reasons, typed: form.typed });
    if (!form.ok || !file) return again(errors, []);
    const outcome = await addTemplate(
      acting(visit, form.key),
      { ...form.value, name: file.name, bytes: file.bytes },
      visit.get('deps').files,
    );
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: TEMPLATE_PATH, again });
    return redirectWith(visit, `${TEMPLATE_PATH}/${outcome.value.id}`, 'Đã dùng mẫu Word này cho báo cáo.');
  }),
  get(`${TEMPLATE_PATH}/vi-du/:file`, 'signed_in', async (visit) => {
    const key = /^([a-z0-9-]{1,40})\.docx$/.exec(visit.req.param('file') ?? '')?.[1];
    const form = key ? await templateForm(visit.get('deps').db, key) : null;
    return form ? docxAnswer(await exampleTemplate(form), `mau-vi-du-${form.key}.docx`) : notFoundPage(visit);
  }),
  get(`${TEMPLATE_PATH}/:id`, 'signed_in', (visit) => withTemplate(visit, (one) => showPage(visit, one, []))),
  get(`${TEMPLATE_PATH}/:id/mau.docx`, 'signed_in', (visit) =>
    withTemplate(visit, async (one) =>
      docxAnswer(await visit.get('deps').files.get(one.sha256), `mau-${one.formKey}-${one.id}.docx`),
    ),
  ),
  post(`${TEMPLATE_PATH}/:id/bo`, ['unit', 'lead', 'standing'], async (visit) => {
    const templateId = idParam(visit);
    if (templateId === null) return notFoundPage(visit);
    const form = await readForm(visit, noFields);
    const outcome = await retireTemplate(acting(visit, form.key), { id: templateId });
    if (outcome.ok)
      return redirectWith(visit, TEMPLATE_PATH, 'Đã thôi dùng mẫu; báo cáo in theo mẫu có sẵn.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: `${TEMPLATE_PATH}/${templateId}`,
      again: (_errors, reasons) => withTemplate(visit, (one) => showPage(visit, one, reasons)),
    });
  }),
];

async function listPage(visit: Visit, again: TemplateAgain): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const forms = await templateForms(db);
  const asked = queryText(visit, 'mau-bao-cao', 40) || String(again.typed.formKey ?? '');
  const key = forms.find((one) => one.key === asked)?.key ?? forms[0]?.key ?? '';
  const [templates, form, offices] = await Promise.all([
    listTemplates(db, actor),
    templateForm(db, key),
    ownOffices(visit, clock.today()),
  ]);
  const wrong = Object.keys(again.errors).length + again.reasons.length > 0;
  return officePage(visit, {
    title: 'Mẫu Word của đơn vị',
    status: wrong ? 422 : 200,
    children: (
      <TemplatesPage {...{ templates, forms, form, offices, again }} groups={form ? fieldsOf(form) : []} />
    ),
  });
}

/** Offices that the person writes for: those of their own grants, and for an officer of a branch those below. */
async function ownOffices(visit: Visit, today: string): Promise<{ id: number; name: string }[]> {
  const actor = actorOf(visit);
  const grants = actor.grants.map((grant) =>
    grant.role === 'unit' && grant.reach === 'branch' ? grant : { ...grant, reach: 'own' as const },
  );
  return officesWithin(visit.get('deps').db, { ...actor, grants }, ['unit', 'lead', 'standing'], today);
}

async function withTemplate(
  visit: Visit,
  answer: (template: TemplateInView) => Promise<Response>,
): Promise<Response> {
  const templateId = idParam(visit);
  const template =
    templateId === null ? null : await findTemplate(visit.get('deps').db, actorOf(visit), templateId);
  return template ? answer(template) : notFoundPage(visit);
}

function showPage(visit: Visit, template: TemplateInView, reasons: Reason[]): Promise<Response> {
  return officePage(visit, {
    title: template.name,
    status: reasons.length > 0 ? 422 : 200,
    children: <TemplatePage template={template} reasons={reasons} />,
  });
}

function docxAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': DOCX,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
