import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { SelectField } from '../ui/field.tsx';
import { FilterBar, type FilterChip } from '../ui/filter.tsx';
import { formatCount } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/panel.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { withQuery } from '../web/query.ts';
import { MOST_SHOWN } from './candidates.ts';
import { Candidates } from './candidates-table.tsx';
import type { ChoosingProps } from './choosing-page.tsx';
import { type CandidateFilter, filterQuery, SORT_NAMES, SORTS, TAB_NAMES, TABS } from './list-filter.ts';
import { roomIn } from './quota-view.tsx';

/** The files of the field by what became of them, filtered and sorted as the address says. */
export function CandidatesSection(props: ChoosingProps & { base: string }) {
  const { base, filter, counts, candidates } = props;
  const to = (change: Partial<CandidateFilter>) => withQuery(base, filterQuery({ ...filter, ...change }));
  const total = counts[filter.tab];
  return (
    <Section id="ho-so" title="Hồ sơ" count={total}>
      <SwitchLinks
        label="Xem hồ sơ theo kết quả"
        links={TABS.map((tab) => ({
          label: TAB_NAMES[tab],
          href: to({ tab, officeId: null, kind: null }),
          count: counts[tab],
          current: tab === filter.tab,
        }))}
      />
      <FilterBar
        action={base}
        count={candidates.length}
        noun="hồ sơ đang hiện"
        chips={chipsOf(props, to)}
        clearHref={to({ officeId: null, kind: null })}
        keep={filter.tab === 'ung-vien' ? {} : { xem: filter.tab }}
      >
        <SelectField
          name="don_vi"
          label="Địa bàn, đơn vị"
          placeholder="Tất cả"
          value={filter.officeId === null ? '' : String(filter.officeId)}
          options={props.offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <SelectField
          name="loai"
          label="Loại"
          placeholder="Tất cả"
          value={filter.kind ?? ''}
          options={Object.entries(SUBJECT_KIND_NAMES).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="xep"
          label="Xếp theo"
          placeholder={null}
          value={filter.sort}
          options={SORTS.map((value) => ({ value, label: SORT_NAMES[value] }))}
        />
      </FilterBar>
      <QuotaNote {...props} />
      <Candidates
        {...{ base, candidates }}
        tab={filter.tab}
        prepared={props.prepared}
        accountId={props.actor.accountId}
        mayDecide={props.mayDecide}
        today={props.today}
      />
      {candidates.length === MOST_SHOWN ? (
        <p class="muted">Chỉ hiện {formatCount(MOST_SHOWN)} hồ sơ đầu; hãy lọc bớt.</p>
      ) : null}
    </Section>
  );
}

/** Once above all of them, for it stands against each in the same words. */
function QuotaNote({ field, filter }: ChoosingProps) {
  if (filter.tab !== 'ung-vien' || roomIn(field) !== 0) return null;
  return (
    <Notice tone="info" title={`Chỉ tiêu đã đủ: chọn ${field.taken}/${field.quotaNumber}`}>
      <p>Hồ sơ khác đưa vào danh sách chờ, hoặc chọn kèm lý do vượt chỉ tiêu.</p>
    </Notice>
  );
}

function chipsOf(
  { filter, offices }: ChoosingProps,
  to: (change: Partial<CandidateFilter>) => string,
): FilterChip[] {
  const office = filter.officeId
    ? [
        {
          label: offices.find(({ id }) => id === filter.officeId)?.name ?? `Mã ${filter.officeId}`,
          removeHref: to({ officeId: null }),
        },
      ]
    : [];
  const kind = filter.kind
    ? [{ label: SUBJECT_KIND_NAMES[filter.kind], removeHref: to({ kind: null }) }]
    : [];
  return [...office, ...kind];
}
