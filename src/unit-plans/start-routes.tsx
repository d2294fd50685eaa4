import type { DutyItem } from '../duties/queries.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { queryNumber } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import type { AskedPart } from './content.ts';
import { openForm } from './forms.ts';
import { openUnitPlan, refusalsToOpen, unitPlanFor, unitPlanItem } from './open.ts';
import { type PreviousUnitPlan, previousUnitPlan } from './previous.ts';
import { partsOfPlan } from './queries.ts';

const PATH = '/ke-hoach-don-vi/mo';

export const startRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => startPage(visit, queryNumber(visit, 'muc'), {}, [], {})),
  post(PATH, 'signed_in', async (visit) => {
    const form = await readForm(visit, openForm);
    const typedItem = Number(form.typed.itemId);
    const again = (errors: FieldErrors, reasons: Reason[]) =>
      startPage(visit, Number.isSafeInteger(typedItem) ? typedItem : null, errors, reasons, form.typed);
    if (!form.ok) return again(form.errors, []);
    const { itemId, start } = form.value;
    const outcome = await openUnitPlan(acting(visit, form.key), {
      itemId,
      fromPrevious: start === 'previous',
    });
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: `${PATH}?muc=${itemId}`, again });
    const { id, copied } = outcome.value;
    const where = `/ke-hoach-don-vi/${id}/${start === 'word' ? 'doc-word' : 'soan'}`;
    return redirectWith(visit, where, copied ? `Đã lấy lại ${copied}.` : 'Đã mở kế hoạch của đơn vị.');
  }),
];

/** How to begin; leads to the plan where somebody has begun it already. */
async function startPage(
  visit: Visit,
  itemId: number | null,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const item = itemId === null ? null : await unitPlanItem(db, acting(visit), itemId);
  if (!item) return notFoundPage(visit);
  const there = await unitPlanFor(db, item);
  if (there !== null) return visit.redirect(`/ke-hoach-don-vi/${there}`, 303);
  const refusals = await refusalsToOpen(db, acting(visit), item, clock.today());
  const [asked, previous] = await Promise.all([partsOfPlan(db, item.planId), previousUnitPlan(db, item)]);
  const wrong = Object.keys(errors).length + reasons.length + refusals.length > 0;
  return officePage(visit, {
    title: `Mở kế hoạch của ${item.officeName}`,
    status: wrong ? 422 : 200,
    children: <StartPage {...{ item, asked, previous, refusals, errors, reasons, typed }} />,
  });
}

interface StartProps {
  item: DutyItem;
  asked: readonly AskedPart[];
  previous: PreviousUnitPlan | null;
  refusals: Reason[];
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

function StartPage({ item, asked, previous, refusals, errors, reasons, typed }: StartProps) {
  const list = `/ke-hoach/${item.planId}/don-vi`;
  return (
    <>
      <PageHead
        title="Mở kế hoạch của đơn vị"
        kicker={item.officeName}
        crumbs={[
          { label: `Kế hoạch ${item.planNumber}`, href: `/ke-hoach/${item.planId}` },
          { label: 'Kế hoạch của đơn vị', href: list },
          { label: 'Mở' },
        ]}
        lead={`${item.dutyName}. Hạn gửi: ${formatDate(item.dueOn)}. Nơi nhận: ${item.receiverName ?? 'cơ quan cấp trên'}.`}
      />
      {refusals.length > 0 ? (
        <RefusalList title="Chưa mở được kế hoạch" reasons={refusals}>
          <ButtonLink href={list}>Xem kế hoạch của các đơn vị</ButtonLink>
        </RefusalList>
      ) : (
        <form method="post" action={PATH} class="form">
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa mở được kế hoạch" reasons={reasons} />
          <HiddenFields typed={typed} />
          <input type="hidden" name="itemId" value={String(item.id)} />
          <RadioGroup
            name="start"
            label="Bắt đầu từ đâu"
            required
            value={typeof typed.start === 'string' ? typed.start : 'template'}
            error={errors.start}
            options={[
              {
                value: 'template',
                label: `Từ mẫu có ${asked.length} phần`,
                hint: 'Mỗi phần có lời gợi ý cần viết gì.',
              },
              ...(previous
                ? [{ value: 'previous', label: 'Từ kế hoạch trước', hint: aboutPrevious(previous) }]
                : []),
              {
                value: 'word',
                label: 'Từ tệp Word đã viết sẵn',
                hint: 'Các mục trong tệp được xếp vào từng phần để bạn xem lại trước khi lưu.',
              },
            ]}
          />
          <ButtonRow>
            <Button kind="primary">Mở kế hoạch</Button>
            <ButtonLink kind="quiet" href={list}>
              Chưa mở, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
      <Section id="cac-phan" title="Các phần phải có" count={asked.length}>
        <ol>
          {asked.map(({ name, hint }) => (
            <li>
              <strong>{name}</strong>
              {hint ? <div class="muted">{hint}</div> : null}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}

const aboutPrevious = ({ officeName, planNumber, periodFrom, periodTo }: PreviousUnitPlan): string =>
  `Chép lời văn, chỉ tiêu và điển hình dự kiến của ${officeName}, Kế hoạch ${planNumber}, ${formatDate(periodFrom)} – ${formatDate(periodTo)}; ngày và số văn bản để trống.`;
