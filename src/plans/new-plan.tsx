import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { createPlan } from './create-plan.ts';
import { FactsFields, factChoices, factsForm } from './facts-form.tsx';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

const EMPTY = { copiedFromId: null, basis: [], stages: [], unitPlanParts: [], movements: [], fields: [] };

/** The beginnings of a plan: read from its text, or written from its first line. */
export const newPlanRoutes: Route[] = [
  get('/ke-hoach/moi', 'signed_in', (visit) => showNew(visit, {}, [], {})),
  post('/ke-hoach/moi', 'signed_in', async (visit) => {
    const form = await readForm(visit, factsForm);
    if (!form.ok) return showNew(visit, form.errors, [], form.typed);
    const outcome = await createPlan(acting(visit, form.key), { ...form.value, ...EMPTY });
    if (outcome.ok) {
      return redirectWith(
        visit,
        `/ke-hoach/${outcome.value.id}`,
        'Đã lập dự thảo kế hoạch; hãy ghi các phần còn lại.',
      );
    }
    return answerRefusal(visit, outcome.refusal, {
      backTo: '/ke-hoach',
      again: (errors, reasons) => showNew(visit, errors, reasons, form.typed),
    });
  }),
];

async function showNew(
  visit: Visit,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const may = writesPlans(actorOf(visit));
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: 'Lập kế hoạch',
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Lập kế hoạch"
          crumbs={[{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Lập kế hoạch' }]}
          lead="Đã có văn bản thì đọc từ văn bản cho nhanh; chép sang giai đoạn mới thì mở kế hoạch cũ và chọn “Chép sang giai đoạn mới”."
          actions={
            may ? (
              <ButtonLink href="/ke-hoach/doc-van-ban" icon="plan">
                Đọc từ văn bản
              </ButtonLink>
            ) : undefined
          }
        />
        {may ? (
          <form method="post" class="form">
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa lập được kế hoạch" reasons={reasons} />
            <HiddenFields typed={typed} />
            <FactsFields field={fieldOf(typed, errors)} kept={null} {...(await factChoices(visit, null))} />
            <ButtonRow>
              <Button kind="primary">Lập dự thảo</Button>
              <ButtonLink kind="quiet" href="/ke-hoach">
                Không lập, quay lại
              </ButtonLink>
            </ButtonRow>
          </form>
        ) : (
          <RefusalList title="Chưa thực hiện được" reasons={[NOT_A_PLANNER]}>
            <ButtonLink href="/ke-hoach">Về danh sách kế hoạch</ButtonLink>
          </RefusalList>
        )}
      </>
    ),
  });
}
