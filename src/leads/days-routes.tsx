import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { wholeNumber } from '../web/form-fields.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { type LeadDays, leadDays, MOST_DAYS, refusalToSetLeadDays, setLeadDays } from './lead-days.ts';
import { LeadStateTag } from './marks.tsx';
import { LEAD_GUARD_NAMES, LEAD_ROLE_NAMES } from './words.ts';
import { leadWorkflow } from './workflow.ts';

const PATH = '/danh-muc/thoi-han-gioi-thieu';
const WORKFLOW_TITLE = 'Quy trình lời giới thiệu';

const LABELS: Record<keyof LeadDays, string> = {
  late: 'Coi là chậm khi chưa ai xử lý quá',
  answer: 'Hạn trả lời của nơi được hỏi thêm',
  contact: 'Xóa cách liên hệ của người giới thiệu sau khi giải quyết xong',
};
const NAMES = Object.keys(LABELS) as (keyof LeadDays)[];

const days = (what: string) => wholeNumber(what, 1, MOST_DAYS);
const form = z.object({
  late: days('số ngày coi là chậm'),
  answer: days('số ngày trả lời'),
  contact: days('số ngày giữ cách liên hệ'),
});

/** The days for what citizens propose, and its workflow drawn from its table. */
export const leadCatalogueRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => daysPage(visit, {}, {}, [])),
  post(PATH, ['standing', 'admin'], async (visit) => {
    const read = await readForm(visit, form);
    const again = (errors: FieldErrors, reasons: Reason[]) => daysPage(visit, read.typed, errors, reasons);
    if (!read.ok) return again(read.errors, []);
    const outcome = await setLeadDays(acting(visit, read.key), read.value);
    if (outcome.ok) return redirectWith(visit, PATH, 'Đã đặt thời hạn.');
    return answerRefusal(visit, outcome.refusal, { again, backTo: PATH, sent: read });
  }),
  get('/danh-muc/quy-trinh-gioi-thieu', 'signed_in', (visit) =>
    officePage(visit, {
      title: WORKFLOW_TITLE,
      children: (
        <WorkflowPage
          title={WORKFLOW_TITLE}
          lead="Từ lời kể của người dân đến hồ sơ điển hình. Nút bấm, lý do từ chối và hình vẽ này đều theo một bảng duy nhất."
          things="lời giới thiệu"
          table={leadWorkflow}
          roleNames={LEAD_ROLE_NAMES}
          guardNames={LEAD_GUARD_NAMES}
          mark={(state) => <LeadStateTag state={state} />}
        >
          <p class="muted">
            Người giới thiệu theo dõi bằng mã, không cần tài khoản. Lời bị nghi rác được để riêng chứ không
            mất, và người gửi không được báo là bị nghi.
          </p>
        </WorkflowPage>
      ),
    }),
  ),
];

async function daysPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  reasons: Reason[],
): Promise<Response> {
  const kept = await leadDays(visit.get('deps').db);
  const title = 'Thời hạn xử lý lời giới thiệu';
  return officePage(visit, {
    title,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <>
        <PageHead title={title} crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: title }]} />
        {refusalToSetLeadDays(actorOf(visit)) === null ? (
          <form method="post" class="form" action={PATH}>
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa lưu được" reasons={reasons} />
            <HiddenFields typed={typed} />
            {NAMES.map((name) => {
              const given = typed[name];
              return (
                <NumberField
                  name={name}
                  label={LABELS[name]}
                  unit="ngày"
                  required
                  value={typeof given === 'string' ? given : kept[name]}
                  error={errors[name]}
                />
              );
            })}
            <ButtonRow>
              <Button kind="primary">Lưu thời hạn</Button>
            </ButtonRow>
          </form>
        ) : (
          <SummaryList
            items={NAMES.map((name) => ({ label: LABELS[name], value: `${formatCount(kept[name])} ngày` }))}
          />
        )}
      </>
    ),
  });
}
