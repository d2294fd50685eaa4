import { DeskLine } from '../desks/desk-line.tsx';
import type { Stay } from '../desks/stay.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { Day } from '../platform/clock.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { DataTable } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { registeredInWords } from './content-view.tsx';
import { countStandings, STANDING_WORDS, STANDINGS, type Standing } from './standing.ts';
import type { plannedTogether, TableRow } from './table-query.ts';
import { PlannedTogether } from './table-together.tsx';
import { unitPlanWorkflow } from './workflow.ts';

export interface TablePageProps {
  plan: { id: number; number: string; title: string };
  rows: readonly TableRow[];
  /** Those that are shown, of one standing where one was chosen. */
  shown: readonly TableRow[];
  chosen: Standing | null;
  desks: ReadonlyMap<number, Stay>;
  together: Awaited<ReturnType<typeof plannedTogether>>;
  /** Items of which this person may remind somebody. */
  mayRemind: ReadonlySet<number>;
  /** Items that this person writes the plan for. */
  mayWrite: ReadonlySet<number>;
  today: Day;
}

/** How every office stands to its duty to write a plan: who is missing, late, returned, approved. */
export function TablePage(props: TablePageProps) {
  const { plan, rows, shown, chosen, together } = props;
  const at = `/ke-hoach/${plan.id}/don-vi`;
  return (
    <>
      <PageHead
        title="Kế hoạch của các đơn vị"
        crumbs={[...planCrumbs(plan.id, plan.number), { label: 'Kế hoạch của đơn vị' }]}
        lead={plan.title}
        actions={
          <ButtonLink href={`${at}.xlsx${chosen ? `?tinh_trang=${chosen}` : ''}`} icon="download">
            Excel
          </ButtonLink>
        }
      />
      <Counts at={at} rows={rows} chosen={chosen} />
      <RemindForm {...props} at={at} />
      {shown.length === 0 ? (
        <EmptyState title="Không có đơn vị nào ở tình trạng này">
          Đơn vị có nhiệm vụ xây dựng kế hoạch theo kế hoạch này, trong phạm vi của bạn, sẽ hiện ở đây.
        </EmptyState>
      ) : null}
      <PlannedTogether together={together} />
    </>
  );
}

/** Each standing with how many, as links that filter. */
function Counts({ at, rows, chosen }: { at: string; rows: readonly TableRow[]; chosen: Standing | null }) {
  const counts = countStandings(rows.map(({ standing }) => standing));
  const held = STANDINGS.filter((standing) => counts[standing] > 0 || standing === chosen);
  return (
    <SwitchLinks
      label="Lọc theo tình trạng"
      links={[
        { label: 'Tất cả', href: at, count: formatCount(rows.length), current: chosen === null },
        ...held.map((standing) => ({
          label: upperFirst(STANDING_WORDS[standing].word),
          href: `${at}?tinh_trang=${standing}`,
          count: formatCount(counts[standing]),
          current: standing === chosen,
        })),
      ]}
    />
  );
}

function RemindForm(props: TablePageProps & { at: string }) {
  const { shown, mayRemind, at } = props;
  const remindable = shown.filter(({ itemId }) => mayRemind.has(itemId));
  const table = <UnitPlanTable {...props} />;
  if (shown.length === 0) return null;
  if (remindable.length === 0) return table;
  return (
    <>
      <form method="post" action="/nhac-viec">
        <HiddenFields />
        <input type="hidden" name="_ve" value={at} />
        {remindable.map(({ itemId }) => (
          <input type="hidden" name="item" value={String(itemId)} />
        ))}
        <ButtonRow>
          <Button kind="primary">Nhắc {formatCount(remindable.length)} đơn vị chưa gửi</Button>
        </ButtonRow>
      </form>
      {table}
    </>
  );
}

function UnitPlanTable({ shown, desks, together, mayWrite, today }: TablePageProps) {
  return (
    <DataTable
      caption="Kế hoạch của các đơn vị"
      captionHidden
      columns={[
        { key: 'office', label: 'Đơn vị', width: 'wide' },
        { key: 'standing', label: 'Tình trạng' },
        { key: 'due', label: 'Hạn' },
        { key: 'sent', label: 'Ngày gửi' },
        { key: 'approved', label: 'Ngày duyệt' },
        { key: 'exemplars', label: 'Điển hình dự kiến' },
      ]}
      rows={shown.map((row) => {
        const desk = row.unitPlanId === null ? undefined : desks.get(row.unitPlanId);
        const count = row.unitPlanId === null ? undefined : together.registered.get(row.unitPlanId);
        return {
          office: (
            <>
              <OfficeLink row={row} mayWrite={mayWrite.has(row.itemId)} />
              {desk ? <DeskLine stay={desk} today={today} /> : null}
            </>
          ),
          standing: (
            <>
              <StateTag {...STANDING_WORDS[row.standing]} />
              {noteOf(row) ? <div class="muted">{noteOf(row)}</div> : null}
            </>
          ),
          due: formatDate(row.dueOn),
          sent: row.firstSubmittedOn ? formatDate(row.firstSubmittedOn) : '–',
          approved: row.approvedOn ? formatDate(row.approvedOn) : '–',
          exemplars: count ? registeredInWords(count.listed, count.linked) : '–',
        };
      })}
    />
  );
}

/** What the standing alone does not say: begun, sent late, or being amended. */
function noteOf({ standing, state, edition, dueOn, firstSubmittedOn }: TableRow): string {
  const late = firstSubmittedOn !== null && firstSubmittedOn > dueOn && standing !== 'submitted_late';
  const amending = standing === 'approved' && state !== null && state !== 'approved' && edition !== null;
  const begun = firstSubmittedOn === null && state !== null;
  return [
    begun ? 'đang soạn' : '',
    late ? 'đã gửi muộn' : '',
    amending ? `lần ${edition}: ${unitPlanWorkflow.states[state].name}` : '',
    !amending && edition !== null && edition > 1 ? `lần ${edition}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

function OfficeLink({ row, mayWrite }: { row: TableRow; mayWrite: boolean }) {
  if (row.unitPlanId !== null) return <a href={`/ke-hoach-don-vi/${row.unitPlanId}`}>{row.officeName}</a>;
  return (
    <>
      {row.officeName}
      {mayWrite ? (
        <>
          {' · '}
          <a href={`/ke-hoach-don-vi/mo?muc=${row.itemId}`}>Viết kế hoạch</a>
        </>
      ) : null}
    </>
  );
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
