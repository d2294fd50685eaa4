import { handOut } from '../evidence/download.ts';
import { ACCEPTED, ACCEPTED_IN_WORDS, isMediaType } from '../evidence/media-types.ts';
import { sentFiles } from '../evidence/sent-files.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { refusalToWork } from './changing.ts';
import { filesOf } from './content-queries.ts';
import { attachFile, FILE_FIELD, removeFile } from './files.ts';
import { fileForm, stepForm } from './forms.ts';
import { changeUnitPlan, withUnitPlan } from './on-plan.ts';
import type { UnitPlanInView } from './queries.ts';
import type { Again } from './write-page.tsx';
import { lockedPage } from './write-routes.tsx';

const FRESH: Again = { errors: {}, reasons: [], typed: {} };
const MB = 1024 * 1024;

export const fileRoutes: Route[] = [
  get('/ke-hoach-don-vi/:id/tep/moi', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => attachPage(visit, plan, FRESH)),
  ),
  post('/ke-hoach-don-vi/:id/tep/moi', 'signed_in', (visit) =>
    changeUnitPlan(visit, {
      schema: fileForm,
      command: async (acting, input) => {
        const { files, config } = visit.get('deps');
        const sent = await sentFiles(visit, FILE_FIELD);
        return attachFile(acting, input, { files, maxBytes: config.uploadMaxBytes, sent });
      },
      said: 'Đã đính kèm tệp.',
      anchor: 'tep',
      again: (plan, again) => attachPage(visit, plan, again),
    }),
  ),
  get('/ke-hoach-don-vi/:id/tep/:tep', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => download(visit, plan)),
  ),
  get('/ke-hoach-don-vi/:id/tep/:tep/bo', 'signed_in', (visit) =>
    withUnitPlan(visit, (plan) => removePage(visit, plan)),
  ),
  post('/ke-hoach-don-vi/:id/tep/:tep/bo', 'signed_in', (visit) =>
    changeUnitPlan(visit, {
      schema: stepForm,
      command: (acting, input) => removeFile(acting, { ...input, item: idParam(visit, 'tep') ?? 0 }),
      said: 'Đã bỏ tệp.',
      anchor: 'tep',
    }),
  ),
];

async function download(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const { db } = visit.get('deps');
  const file = await db
    .selectFrom('unit_plan_file as a')
    .innerJoin('file as f', 'f.id', 'a.file_id')
    .select(['a.title', 'f.sha256', 'f.media_type as mediaType'])
    .where('a.unit_plan_id', '=', plan.id)
    .where('a.id', '=', idParam(visit, 'tep') ?? 0)
    .executeTakeFirst();
  const { mediaType } = file ?? { mediaType: '' };
  return file && isMediaType(mediaType) ? handOut(visit, { ...file, mediaType }) : notFoundPage(visit);
}

const crumbsOf = (plan: UnitPlanInView, label: string) => [
  { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
  { label: plan.officeName, href: `/ke-hoach-don-vi/${plan.id}` },
  { label },
];

async function attachPage(
  visit: Visit,
  plan: UnitPlanInView,
  { errors, reasons, typed }: Again,
): Promise<Response> {
  const refusal = refusalToWork(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  const maxMb = Math.floor(visit.get('deps').config.uploadMaxBytes / MB);
  const cameBack = Object.keys(typed).length > 0 ? 'Trình duyệt không giữ tệp đã chọn: hãy chọn lại. ' : '';
  return officePage(visit, {
    title: 'Đính kèm tệp',
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead title="Đính kèm tệp" crumbs={crumbsOf(plan, 'Đính kèm tệp')} />
        <form method="post" class="form" enctype="multipart/form-data" action={visit.req.path}>
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa đính kèm được" reasons={reasons} />
          <HiddenFields typed={typed} version={plan.version} />
          <FileField
            name={FILE_FIELD}
            label="Tệp"
            required
            accept={ACCEPTED}
            error={errors[FILE_FIELD]}
            hint={`${cameBack}Nhận ${ACCEPTED_IN_WORDS}; không quá ${maxMb} MB.`}
          />
          <TextField
            name="title"
            label="Tên tệp"
            hint="Ví dụ: Danh sách mô hình. Để trống thì lấy tên tệp."
            maxlength={200}
            value={typeof typed.title === 'string' ? typed.title : ''}
            error={errors.title}
          />
          <ButtonRow>
            <Button kind="primary">Đính kèm</Button>
            <ButtonLink kind="quiet" href={`/ke-hoach-don-vi/${plan.id}#tep`}>
              Không đính kèm, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

async function removePage(visit: Visit, plan: UnitPlanInView): Promise<Response> {
  const refusal = refusalToWork(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  const id = idParam(visit, 'tep');
  const file = (await filesOf(visit.get('deps').db, plan.id)).find((one) => one.id === id);
  if (!file) return notFoundPage(visit);
  return officePage(visit, {
    title: 'Bỏ tệp kèm theo',
    children: (
      <>
        <PageHead title="Bỏ tệp kèm theo" crumbs={crumbsOf(plan, 'Bỏ tệp')} lead={`“${file.title}”`} />
        <form method="post" class="form" action={visit.req.path}>
          <HiddenFields version={plan.version} />
          <ButtonRow>
            <Button kind="danger">Bỏ tệp này</Button>
            <ButtonLink kind="quiet" href={`/ke-hoach-don-vi/${plan.id}#tep`}>
              Không bỏ, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
