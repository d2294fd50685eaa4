import type { Child } from 'hono/jsx';
import { DeskLine } from '../desks/desk-line.tsx';
import type { Stay } from '../desks/stay.ts';
import { COUNT_LIMIT } from '../platform/bounded-count.ts';
import { type Day, dayInVietnam } from '../platform/clock.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import type { ListChoices } from './list-choices.ts';
import { addressOf, type ExemplarFilter, PARAM, type Sort, writeSort } from './list-filter.ts';
import { chipsOf, ListFilters } from './list-filters.tsx';
import type { ListPage, ListRow } from './list-query.ts';
import { AssistedMark, ExemplarStateTag, SampleMark } from './show-marks.tsx';
import { LEVEL_NAMES } from './show-words.ts';

const PATH = '/dien-hinh';

export interface ListProps {
  page: ListPage;
  /** Where those of the page lie that travel. */
  desks: ReadonlyMap<number, Stay>;
  today: Day;
  /** Null: more than are counted. */
  count: number | null;
  filter: ExemplarFilter;
  choices: ListChoices;
  /** May this person record a new one? */
  mayRecord: boolean;
  /** May this person see how a field chooses? */
  mayChoose: boolean;
}

/** Everything that one may see, narrowed and sorted as the address says. */
export function ExemplarListPage(props: ListProps) {
  const { page, desks, today, count, filter, choices, mayRecord } = props;
  const chips = chipsOf(PATH, filter, choices);
  const record = mayRecord ? (
    <ButtonLink href={`${PATH}/moi`} kind="primary" icon="plus">
      Ghi nhận điển hình
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead
        title="Điển hình"
        actions={
          mayRecord ? (
            <>
              {record}
              <ButtonLink href="/nhap-danh-sach">Nhập danh sách</ButtonLink>
            </>
          ) : null
        }
      />
      <FilterBar
        action={PATH}
        count={count ?? `${formatCount(COUNT_LIMIT)}+`}
        noun="điển hình"
        chips={chips}
        clearHref={PATH}
        keep={{ [PARAM.sort]: writeSort(filter.sort, filter.descending) }}
        actions={
          <>
            {props.mayChoose && filter.fieldId !== null ? (
              <ButtonLink href={`/linh-vuc/${filter.fieldId}/lua-chon`} small>
                Lựa chọn trong lĩnh vực này
              </ButtonLink>
            ) : null}
            <ButtonLink href={addressOf(`${PATH}/xuat.xlsx`, filter)} icon="download" small>
              Xuất Excel
            </ButtonLink>
          </>
        }
      >
        <ListFilters filter={filter} choices={choices} />
      </FilterBar>
      <DataTable
        caption="Danh sách điển hình"
        captionHidden
        columns={columnsOf(filter)}
        rows={page.rows.map((row) => toRow(row, desks.get(row.id) ?? null, today))}
        empty={chips.length > 0 ? <NothingFound /> : <NothingYet record={record} />}
      />
      <PageSteps
        start={page.previous ? addressOf(PATH, filter) : null}
        previous={page.previous && addressOf(PATH, filter, page.previous)}
        next={page.next && addressOf(PATH, filter, page.next)}
      />
    </>
  );
}

function columnsOf(filter: ExemplarFilter): Column[] {
  const sortable = (sort: Sort) => {
    const active = filter.sort === sort;
    // a first click sorts the natural way: names from A, changes from the newest
    const descending = active ? !filter.descending : sort === 'sua';
    return {
      sortHref: addressOf(PATH, { ...filter, sort, descending }),
      sorted: active ? (filter.descending ? ('desc' as const) : ('asc' as const)) : undefined,
    };
  };
  return [
    { key: 'name', label: 'Tên', width: 'wide', primary: true, ...sortable('ten') },
    { key: 'state', label: 'Trạng thái', width: 'narrow' },
    { key: 'field', label: 'Lĩnh vực' },
    { key: 'office', label: 'Đơn vị', ...sortable('don_vi') },
    { key: 'changed', label: 'Sửa gần nhất', width: 'narrow', ...sortable('sua') },
  ];
}

function toRow(row: ListRow, stay: Stay | null, today: Day): Row {
  return {
    name: (
      <>
        <a href={`${PATH}/${row.id}`}>{row.fullName}</a> <SampleMark shown={row.isSample} />{' '}
        <AssistedMark shown={row.assisted} />
        <br />
        <span class="muted">
          {SUBJECT_KIND_NAMES[row.kind]}
          {row.title ? ` · ${row.title}` : ''}
        </span>
        <DeskLine stay={stay} today={today} />
      </>
    ),
    state: (
      <>
        <ExemplarStateTag state={row.state} />
        {row.level ? <div class="muted">{LEVEL_NAMES[row.level]}</div> : null}
      </>
    ),
    field: row.fieldName ?? <span class="unknown">{row.fieldHint ?? 'chưa rõ'}</span>,
    office: row.officeName,
    changed: formatDate(dayInVietnam(row.updatedAt)),
  };
}

function NothingFound() {
  return (
    <EmptyState
      title="Không có điển hình nào khớp bộ lọc"
      action={<ButtonLink href={PATH}>Bỏ tất cả bộ lọc</ButtonLink>}
    >
      Hãy bớt điều kiện, hoặc gõ một phần tên; không cần gõ dấu.
    </EmptyState>
  );
}

function NothingYet({ record }: { record: Child }) {
  return (
    <EmptyState title="Chưa có điển hình nào trong phạm vi của bạn" action={record}>
      Người, tập thể, hộ gia đình được phát hiện, đề nghị, bồi dưỡng và tôn vinh sẽ hiện ở đây.
    </EmptyState>
  );
}
