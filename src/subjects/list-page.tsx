import type { Child } from 'hono/jsx';
import { COUNT_LIMIT } from '../platform/bounded-count.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { CheckboxField, SelectField, TextField } from '../ui/field.tsx';
import { FilterBar, type FilterChip } from '../ui/filter.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import type { OfficeChoice } from './list-choices.ts';
import { addressOf, PARAM, type SubjectFilter } from './list-filter.ts';
import type { ListPage, ListRow } from './list-query.ts';
import { SampleWord } from './marks.tsx';

const PATH = '/chu-the';

export interface SubjectListProps {
  page: ListPage;
  /** Null: more than are counted. */
  count: number | null;
  filter: SubjectFilter;
  offices: readonly OfficeChoice[];
  /** May this person go through what may be the same? */
  mayCompare: boolean;
}

/** Everybody who was ever registered or had an award written down, once each. */
export function SubjectListPage({ page, count, filter, offices, mayCompare }: SubjectListProps) {
  const chips = chipsOf(PATH, filter, offices);
  return (
    <>
      <PageHead
        title="Chủ thể"
        lead="Mỗi cá nhân, tập thể, hộ gia đình được biết một lần, dù được đăng ký ở bao nhiêu kế hoạch, đơn vị."
        actions={
          mayCompare ? (
            <ButtonLink href={`${PATH}/trung`} icon="people">
              Có thể trùng
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterBar
        action={PATH}
        count={count ?? `${formatCount(COUNT_LIMIT)}+`}
        noun="chủ thể"
        chips={chips}
        clearHref={PATH}
        actions={
          <ButtonLink href={addressOf(`${PATH}/xuat.xlsx`, filter)} icon="download" small>
            Xuất Excel
          </ButtonLink>
        }
      >
        <Filters filter={filter} offices={offices} />
      </FilterBar>
      <DataTable
        caption="Danh sách chủ thể"
        captionHidden
        columns={[
          { key: 'name', label: 'Tên', width: 'wide', primary: true, sorted: 'asc' },
          { key: 'place', label: 'Nơi ở, địa chỉ' },
          { key: 'office', label: 'Đơn vị' },
          { key: 'files', label: 'Hồ sơ', align: 'end', width: 'narrow' },
          { key: 'awards', label: 'Khen thưởng', align: 'end', width: 'narrow' },
        ]}
        rows={page.rows.map(toRow)}
        empty={<Nothing filtered={chips.length > 0} />}
      />
      <PageSteps
        start={page.previous ? addressOf(PATH, filter) : null}
        previous={page.previous && addressOf(PATH, filter, page.previous)}
        next={page.next && addressOf(PATH, filter, page.next)}
      />
    </>
  );
}

function Filters({ filter, offices }: { filter: SubjectFilter; offices: readonly OfficeChoice[] }) {
  return (
    <>
      <TextField
        name={PARAM.text}
        label="Tên hoặc tên khác"
        value={filter.text}
        type="search"
        maxlength={100}
      />
      <SelectField
        name={PARAM.kind}
        label="Loại"
        value={filter.kind ?? ''}
        placeholder="Tất cả"
        options={Object.entries(SUBJECT_KIND_NAMES).map(([value, label]) => ({ value, label }))}
      />
      {offices.length > 1 || filter.officeId ? (
        <SelectField
          name={PARAM.officeId}
          label="Đơn vị, cả cấp dưới"
          value={String(filter.officeId ?? '')}
          placeholder="Tất cả"
          options={offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
      <CheckboxField name={PARAM.awarded} label="Đã được khen thưởng" checked={filter.awarded} />
      <CheckboxField name={PARAM.twins} label="Có thể trùng" checked={filter.twins} />
    </>
  );
}

/** Each filter that is on, with the address of the list without it. */
export function chipsOf(path: string, filter: SubjectFilter, offices: readonly OfficeChoice[]): FilterChip[] {
  const office = offices.find(({ id }) => id === filter.officeId);
  const chips: [string | null | false, Partial<SubjectFilter>][] = [
    [filter.text !== '' && `Tên có “${filter.text}”`, { text: '' }],
    [filter.kind && SUBJECT_KIND_NAMES[filter.kind], { kind: null }],
    [filter.officeId === null ? null : (office?.name ?? `Mã ${filter.officeId}`), { officeId: null }],
    [filter.awarded && 'Đã được khen thưởng', { awarded: false }],
    [filter.twins && 'Có thể trùng', { twins: false }],
  ];
  return chips.flatMap(([label, change]) =>
    label ? [{ label, removeHref: addressOf(path, { ...filter, ...change }) }] : [],
  );
}

function toRow(row: ListRow): Row {
  return {
    name: (
      <>
        <a href={`${PATH}/${row.id}`}>{row.fullName}</a> <SampleWord shown={row.isSample} />
        <br />
        <span class="muted">
          {[
            SUBJECT_KIND_NAMES[row.kind],
            row.birthYear && `sinh ${row.birthYear}`,
            row.aliases.length > 0 && `còn gọi: ${row.aliases.join('; ')}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
    place: row.place ?? <span class="unknown">chưa rõ</span>,
    office: row.offices.join('; '),
    files: formatCount(row.fileCount),
    awards: <Awards row={row} />,
  };
}

function Awards({ row: { awardCount, pastAwardCount } }: { row: ListRow }) {
  return (
    <>
      {formatCount(awardCount + pastAwardCount)}
      {pastAwardCount > 0 ? <div class="muted">{formatCount(pastAwardCount)} đã có từ trước</div> : null}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }): Child {
  return filtered ? (
    <EmptyState
      title="Không có chủ thể nào khớp bộ lọc"
      action={<ButtonLink href={PATH}>Bỏ tất cả bộ lọc</ButtonLink>}
    >
      Hãy bớt điều kiện, hoặc gõ một phần tên; không cần gõ dấu.
    </EmptyState>
  ) : (
    <EmptyState
      title="Chưa có chủ thể nào trong phạm vi của bạn"
      action={<ButtonLink href="/dien-hinh">Mở danh sách điển hình</ButtonLink>}
    >
      Ai được ghi nhận làm điển hình sẽ hiện ở đây.
    </EmptyState>
  );
}
