import { daysFrom } from '../calendar/days.ts';
import { SampleMark } from '../exemplars/show-marks.tsx';
import { COUNT_LIMIT } from '../platform/bounded-count.ts';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckboxField, SelectField, TextField } from '../ui/field.tsx';
import { FilterBar, type FilterChip } from '../ui/filter.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { withQuery } from '../web/query.ts';
import type { LeadFilter, LeadRow } from './list-query.ts';
import { LeadStateTag } from './marks.tsx';
import { LEADS_PATH, leadPath, stateName } from './words.ts';
import { type LeadState, leadWorkflow } from './workflow.ts';

export interface LeadListProps {
  rows: readonly LeadRow[];
  more: boolean;
  /** Null: more than are counted. */
  count: number | null;
  filter: LeadFilter;
  offices: readonly { id: number; name: string }[];
  today: Day;
  /** A lead that was not moved since before this day is late. */
  late: Day;
  mayType: boolean;
}

const STATES = Object.keys(leadWorkflow.states) as LeadState[];

/** What citizens propose, the oldest first. */
export function LeadListPage(props: LeadListProps) {
  const { rows, more, count, filter, offices, today, late, mayType } = props;
  const chips = chipsOf(filter, offices);
  const last = rows.at(-1);
  return (
    <>
      <PageHead
        title="Giới thiệu"
        lead="Lời giới thiệu của người dân, gửi qua trang công khai hoặc được ghi hộ. Cũ nhất đứng trước."
        actions={
          mayType ? (
            <ButtonLink href={`${LEADS_PATH}/moi`} icon="plus">
              Ghi hộ lời giới thiệu
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterBar
        action={LEADS_PATH}
        count={count ?? `${formatCount(COUNT_LIMIT)}+`}
        noun="lời giới thiệu"
        chips={chips}
        clearHref={LEADS_PATH}
      >
        <SelectField
          name="trang_thai"
          label="Trạng thái"
          required
          value={filter.state}
          placeholder="Đang chờ xử lý"
          options={STATES.map((value) => ({ value, label: stateName(value) }))}
        />
        <SelectField
          name="don_vi"
          label="Ở đơn vị"
          required
          value={filter.officeId === null ? null : String(filter.officeId)}
          placeholder="Mọi đơn vị"
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <TextField name="ten" label="Tên" required value={filter.name} maxlength={100} />
        <CheckboxField name="cham" label="Chỉ lời giới thiệu chậm" required checked={filter.late} />
      </FilterBar>
      <DataTable
        caption="Lời giới thiệu, cũ nhất trước"
        captionHidden
        columns={[
          { key: 'name', label: 'Được giới thiệu', width: 'wide' },
          { key: 'office', label: 'Ở đơn vị' },
          { key: 'received', label: 'Ngày nhận', width: 'narrow' },
          { key: 'state', label: 'Trạng thái' },
        ]}
        rows={rows.map((row) => toRow(row, today, late))}
        empty={
          <EmptyState
            title={
              chips.length > 0
                ? 'Không có lời giới thiệu nào khớp bộ lọc'
                : 'Không có lời giới thiệu nào chờ xử lý'
            }
          >
            Người dân gửi qua trang “Đề xuất người bạn biết”; lời giới thiệu đến đơn vị của xã được chọn, chưa
            rõ xã thì đến cơ quan thường trực. Xem cả lời đã xong hoặc nghi rác bằng bộ lọc trạng thái.
          </EmptyState>
        }
      />
      <PageSteps
        start={filter.after ? addressOf({ ...filter, after: null }) : null}
        next={more && last ? addressOf({ ...filter, after: { on: last.receivedOn, id: last.id } }) : null}
      />
    </>
  );
}

function toRow(row: LeadRow, today: Day, late: Day): Row {
  const waits = row.state === 'received' || row.state === 'verified';
  return {
    name: (
      <>
        <a href={leadPath(row.id)}>{row.fullName}</a>
        <div class="muted">{[row.assisted ? 'ghi hộ' : '', row.what].filter(Boolean).join(' · ')}</div>
        <SampleMark shown={row.isSample} />
      </>
    ),
    office: row.placeName ? row.officeName : `${row.officeName} (chưa rõ nơi ở)`,
    received: formatDate(row.receivedOn),
    state: (
      <>
        <LeadStateTag state={row.state} />
        {waits && row.movedOn < late ? (
          <div>
            <StateTag
              tone="warn"
              word={`chậm, ${formatCount(daysFrom(row.movedOn, today))} ngày chưa ai xử lý`}
            />
          </div>
        ) : null}
      </>
    ),
  };
}

function chipsOf(filter: LeadFilter, offices: LeadListProps['offices']): FilterChip[] {
  const without = (change: Partial<LeadFilter>) => addressOf({ ...filter, after: null, ...change });
  const office = offices.find(({ id }) => id === filter.officeId);
  const chips: [unknown, string, Partial<LeadFilter>][] = [
    [filter.state, filter.state ? stateName(filter.state) : '', { state: null }],
    [filter.officeId, `Ở ${office?.name ?? 'đơn vị khác'}`, { officeId: null }],
    [filter.name, `Tên có “${filter.name}”`, { name: '' }],
    [filter.late, 'Chậm', { late: false }],
  ];
  return chips.filter(([set]) => set).map(([, label, change]) => ({ label, removeHref: without(change) }));
}

export const addressOf = ({ state, officeId, late, name, after }: LeadFilter): string =>
  withQuery(LEADS_PATH, {
    trang_thai: state,
    don_vi: officeId,
    ten: name,
    cham: late ? '1' : null,
    sau: after ? `${after.on}.${after.id}` : null,
  });
