import type { ExemplarPart } from '../exemplars/part.ts';
import { refusalToWork } from '../exemplars/work-rules.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate, formatMoney } from '../ui/format.ts';
import { MissingList } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { SUPPORT_KIND_NAMES, type SupportKind } from './kinds.ts';
import { type SupportAction, supportActionsOf } from './queries.ts';

/** Nurturing: what was promised to the exemplar, by whom and until when, and what came of it. */
export const supportPart: ExemplarPart = {
  id: 'boi-duong',
  title: 'Bồi dưỡng',
  async render(visit, exemplar) {
    const { db, clock } = visit.get('deps');
    const actions = await supportActionsOf(db, exemplar.id);
    const mayWork = refusalToWork(exemplar, 'nurturing') === null;
    const base = `/dien-hinh/${exemplar.id}/boi-duong`;
    return (
      <>
        {actions.length === 0 ? (
          <MissingList
            items={[
              { text: 'Chưa có kế hoạch bồi dưỡng: cần ít nhất một hoạt động có người chịu trách nhiệm.' },
            ]}
          />
        ) : (
          <DataTable
            caption={summary(actions)}
            columns={[
              { key: 'what', label: 'Hoạt động', width: 'wide' },
              { key: 'owner', label: 'Chịu trách nhiệm' },
              { key: 'due', label: 'Hạn', align: 'end' },
              { key: 'cost', label: 'Kinh phí', align: 'end' },
              { key: 'state', label: 'Kết quả' },
              ...(mayWork ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
            ]}
            rows={actions.map((action) => ({
              what: <What action={action} />,
              owner: action.owner ?? 'chưa rõ',
              due: formatDate(action.due_on),
              cost: <Cost action={action} />,
              state: <PromiseState item={action} today={clock.today()} />,
              act: action.done_on ? null : <Acts base={base} id={action.id} what={action.what} />,
            }))}
          />
        )}
        {mayWork ? (
          <div class="button-row">
            <ButtonLink href={`${base}/moi`} icon="plus" small>
              Thêm hoạt động bồi dưỡng
            </ButtonLink>
          </div>
        ) : null}
      </>
    );
  },
};

function summary(actions: readonly SupportAction[]): string {
  const finished = actions.filter((action) => action.done_on).length;
  return `Đã làm ${finished} trên ${actions.length} hoạt động`;
}

function What({ action }: { action: SupportAction }) {
  return (
    <>
      {action.what}
      <div class="muted">{SUPPORT_KIND_NAMES[action.kind as SupportKind]}</div>
    </>
  );
}

function Cost({ action }: { action: SupportAction }) {
  return (
    <>
      {formatMoney(action.cost)}
      {action.money_source ? <div class="muted">{action.money_source}</div> : null}
    </>
  );
}

function Acts({ base, id, what }: { base: string; id: number; what: string }) {
  return (
    <div class="row-links">
      <a href={`${base}/${id}/ket-qua`}>
        Ghi kết quả<span class="visually-hidden"> {what}</span>
      </a>
      <a href={`${base}/${id}/bo`}>
        Bỏ<span class="visually-hidden"> {what}</span>
      </a>
    </div>
  );
}

/** A promise is done, late, or waiting for its day: computed from its dates, never typed. */
export function PromiseState({
  item,
  today,
}: {
  item: { due_on: string | null; done_on: string | null; result: string | null };
  today: string;
}) {
  if (item.done_on) {
    const late = item.due_on !== null && item.done_on > item.due_on;
    return (
      <>
        <StateTag tone="good" word={`${late ? 'đã làm, muộn' : 'đã làm'} ${formatDate(item.done_on)}`} />
        {item.result ? <div class="muted">{item.result}</div> : null}
      </>
    );
  }
  const overdue = item.due_on !== null && item.due_on < today;
  return overdue ? <StateTag tone="warn" word="quá hạn" /> : <StateTag tone="progress" word="chưa làm" />;
}
