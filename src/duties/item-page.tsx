import { periodInWords } from '../calendar/periods.ts';
import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { DutyState } from './duty-state.tsx';
import type { DutyItem } from './queries.ts';
import { mayRemindOf, refusalToExcuse, wrongToExcuse } from './rules.ts';
import { isOpen } from './state.ts';
import { WORK_NAMES, workHref } from './words.ts';

export interface ExcuseAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

interface ItemPageProps {
  item: DutyItem;
  actor: Actor;
  today: Day;
  again?: ExcuseAgain | undefined;
}

/** One thing due: how it stands, where it is done, and who may excuse or remind. */
export function ItemPage({ item, actor, today, again }: ItemPageProps) {
  const period = periodInWords({ from: item.periodFrom, to: item.periodTo });
  return (
    <>
      <PageHead
        title={`${item.dutyName} – ${period}`}
        crumbs={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: item.officeName }]}
        kicker={item.officeName}
        tag={<DutyState item={item} today={today} />}
        actions={
          isOpen(item.state) ? (
            <ButtonLink href={workHref(item)} kind="primary">
              {WORK_NAMES[item.what]}
            </ButtonLink>
          ) : undefined
        }
      />
      <SummaryList
        items={[
          { label: 'Đơn vị', value: <a href={`/don-vi/${item.officeId}`}>{item.officeName}</a> },
          { label: 'Kỳ', value: period },
          { label: 'Hạn', value: formatDate(item.dueOn) },
          { label: 'Nơi nhận', value: item.receiverName ?? 'Không gửi nơi nào' },
          {
            label: 'Kế hoạch',
            value: <a href={`/ke-hoach/${item.planId}/nhiem-vu#nv-${item.dutyId}`}>{item.planNumber}</a>,
          },
          ...(item.doneOn
            ? [{ label: 'Ngày xong', value: formatDate(item.doneOn), note: DONE_BY[item.what] }]
            : []),
          ...(item.excusedOn
            ? [
                {
                  label: 'Được miễn',
                  value: item.excuse,
                  note: `${item.excusedBy ?? 'Chương trình'}, ngày ${formatDate(item.excusedOn)}`,
                },
              ]
            : []),
        ]}
      />
      <RefusalList title="Chưa thực hiện được" reasons={again?.reasons ?? []} />
      <Steps item={item} actor={actor} again={again} />
    </>
  );
}

/** What the day of doing is the day of. */
const DONE_BY: Record<DutyItem['what'], string> = {
  unit_plan: 'Ngày gửi kế hoạch lần đầu',
  report: 'Ngày gửi báo cáo lần đầu',
  check: 'Ngày kiểm tra điển hình cuối cùng',
  proposal: 'Ngày đề nghị điển hình đầu tiên',
};

function Steps({ item, actor, again }: Omit<ItemPageProps, 'today'>) {
  const page = `/nhiem-vu/muc/${item.id}`;
  const mayExcuse = refusalToExcuse(actor, item) === null;
  return (
    <div class="stack">
      {isOpen(item.state) && mayRemindOf(actor, item) ? (
        <form method="post" action="/nhac-viec">
          <HiddenFields />
          <input type="hidden" name="_ve" value={page} />
          <input type="hidden" name="item" value={String(item.id)} />
          <Button>Nhắc đơn vị</Button>
        </form>
      ) : null}
      {mayExcuse && wrongToExcuse(item) === null ? (
        <Dialog trigger="Miễn việc này" title={`Miễn cho ${item.officeName}?`} open={again !== undefined}>
          <form method="post" action={`${page}/mien`} id="mien">
            <ErrorSummary errors={again?.errors ?? {}} />
            <HiddenFields typed={again?.typed} />
            <TextArea
              name="reason"
              label="Lý do"
              hint="Lý do được ghi vào nhật ký và hiện cùng việc này trong sổ việc."
              required
              rows={3}
              value={typeof again?.typed.reason === 'string' ? again.typed.reason : ''}
              error={again?.errors.reason}
            />
            <ButtonRow>
              <Button>Miễn</Button>
            </ButtonRow>
          </form>
        </Dialog>
      ) : null}
      {mayExcuse && item.excusedOn !== null ? (
        <Dialog trigger="Bỏ việc miễn" title={`${item.officeName} lại phải làm việc này?`}>
          <form method="post" action={`${page}/bo-mien`}>
            <HiddenFields />
            <p>
              Việc trở lại như trước khi miễn, hạn {formatDate(item.dueOn)}. Lần miễn vẫn còn trong nhật ký.
            </p>
            <ButtonRow>
              <Button>Bỏ việc miễn</Button>
            </ButtonRow>
          </form>
        </Dialog>
      ) : null}
    </div>
  );
}
