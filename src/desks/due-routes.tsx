import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { NumberField } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { type DeskDays, type DeskTask, deskDays } from './due.ts';
import { deskDaysForm } from './forms.ts';
import { refusalToSetDeskDays, setDeskDays } from './set-desk-days.ts';
import type { Paper } from './stay.ts';
import { DESK_ACTIONS, DESK_SIDE_NAMES } from './work-rules.ts';

const PATH = '/danh-muc/thoi-han-xu-ly';

/** How many working days each desk is given: everybody may read it, the standing body and the administrator set it. */
export const deskDaysRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => daysPage(visit, FRESH)),
  post(PATH, ['standing', 'admin'], async (visit) => {
    const form = await readForm(visit, deskDaysForm);
    const again = (errors: FieldErrors, reasons: readonly Reason[]) =>
      daysPage(visit, { errors, reasons, typed: form.typed });
    if (!form.ok) return again(form.errors, []);
    const outcome = await setDeskDays(acting(visit, form.key), daysIn(form.value));
    if (outcome.ok) return redirectWith(visit, PATH, 'Đã đặt thời hạn xử lý.');
    return answerRefusal(visit, outcome.refusal, { again, backTo: PATH, sent: form });
  }),
];

interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

const FRESH: Again = { errors: {}, reasons: [], typed: {} };

const ROWS: readonly { paper: Paper; task: DeskTask; label: string }[] = [
  { paper: 'exemplar', task: 'decide', label: 'Hồ sơ điển hình: quyết định lựa chọn' },
  { paper: 'exemplar', task: 'complete', label: 'Hồ sơ điển hình: đơn vị bổ sung' },
  { paper: 'unit_plan', task: 'decide', label: 'Kế hoạch của đơn vị: duyệt' },
  { paper: 'unit_plan', task: 'complete', label: 'Kế hoạch của đơn vị: đơn vị bổ sung' },
  { paper: 'report', task: 'decide', label: 'Báo cáo: nhận hoặc trả lại' },
  { paper: 'report', task: 'complete', label: 'Báo cáo: đơn vị bổ sung' },
];

/** Who may do what about the way of a paper, from the table that the program itself goes by. */
function WhoMay() {
  return (
    <Section id="ai-lam-gi" title="Ai được làm gì với đường đi của văn bản">
      <DataTable
        caption="Việc và bên thực hiện"
        captionHidden
        columns={[
          { key: 'action', label: 'Việc' },
          { key: 'who', label: 'Ai làm' },
        ]}
        rows={Object.values(DESK_ACTIONS).map(({ label, who }) => ({
          action: label,
          who: who.map((side) => DESK_SIDE_NAMES[side]).join(', '),
        }))}
      />
    </Section>
  );
}

type TypedDays = Record<`${Paper}_${DeskTask}`, number>;

const daysIn = (typed: TypedDays): DeskDays => ({
  exemplar: { decide: typed.exemplar_decide, complete: typed.exemplar_complete },
  unit_plan: { decide: typed.unit_plan_decide, complete: typed.unit_plan_complete },
  report: { decide: typed.report_decide, complete: typed.report_complete },
});

async function daysPage(visit: Visit, { errors, reasons, typed }: Again): Promise<Response> {
  const kept = await deskDays(visit.get('deps').db);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  const mayEdit = refusalToSetDeskDays(actorOf(visit)) === null;
  return officePage(visit, {
    title: 'Thời hạn xử lý văn bản',
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Thời hạn xử lý văn bản"
          crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Thời hạn xử lý văn bản' }]}
          lead="Số ngày làm việc dành cho mỗi bàn, tính từ ngày văn bản đến; không tính ngày nghỉ. Văn bản đang ở bàn nào giữ hạn đã có."
        />
        {mayEdit ? (
          <form method="post" class="form" action={PATH}>
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa lưu được" reasons={reasons} />
            <HiddenFields typed={typed} />
            {ROWS.map(({ paper, task, label }) => {
              const name = `${paper}_${task}`;
              const given = typed[name];
              return (
                <NumberField
                  name={name}
                  label={label}
                  unit="ngày làm việc"
                  required
                  value={typeof given === 'string' ? given : kept[paper][task]}
                  error={errors[name]}
                />
              );
            })}
            <ButtonRow>
              <Button kind="primary">Lưu thời hạn</Button>
            </ButtonRow>
          </form>
        ) : (
          <DataTable
            caption="Thời hạn xử lý văn bản"
            captionHidden
            columns={[
              { key: 'label', label: 'Việc', width: 'wide' },
              { key: 'days', label: 'Số ngày làm việc', align: 'end' },
            ]}
            rows={ROWS.map(({ paper, task, label }) => ({ label, days: formatCount(kept[paper][task]) }))}
          />
        )}
        <WhoMay />
      </>
    ),
  });
}
