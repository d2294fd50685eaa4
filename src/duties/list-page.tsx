import type { Actor } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { ItemTable } from './item-table.tsx';
import {
  ALL_YEARS,
  addressOf,
  LIST_PATH,
  type ListFilter,
  PARAM,
  PER_PAGE,
  SHOWN,
  SHOWN_NAMES,
  STATES_SHOWN,
} from './list-filter.ts';
import type { ListChoices, ListedItems } from './list-queries.ts';
import { monthHref } from './months.ts';
import { RemindForm } from './remind-form.tsx';

interface ListPageProps {
  filter: ListFilter;
  listed: ListedItems;
  choices: ListChoices;
  actor: Actor;
  today: Day;
}

/** What is due of my offices and of those below, the late ones first. */
export function ItemListPage({ filter, listed, choices, actor, today }: ListPageProps) {
  const { items, counts, total } = listed;
  return (
    <>
      <PageHead
        title="Nhiệm vụ"
        lead="Việc đến hạn của đơn vị mình và các đơn vị cấp dưới. Việc được ghi là xong khi chính việc đó đã làm: kế hoạch, báo cáo đã gửi, điển hình đã kiểm tra."
        actions={
          <>
            <ButtonLink href={monthHref(filter, today.slice(0, 7))} icon="calendar">
              Xem theo tháng
            </ButtonLink>
            <ButtonLink href="/so-viec">Sổ việc</ButtonLink>
            <ButtonLink href="/nhiem-vu/lich">Lịch riêng</ButtonLink>
          </>
        }
      />
      <SwitchLinks
        label="Theo tình trạng"
        links={SHOWN.map((shown) => ({
          label: SHOWN_NAMES[shown],
          href: addressOf({ ...filter, shown, page: 1 }),
          count: formatCount(STATES_SHOWN[shown].reduce((sum, state) => sum + counts[state], 0)),
          current: shown === filter.shown,
        }))}
      />
      <Filters filter={filter} choices={choices} total={total} today={today} />
      <RemindForm items={items} actor={actor} backTo={addressOf(filter)}>
        {(mayRemind) => (
          <ItemTable
            items={items}
            today={today}
            mayRemind={mayRemind}
            empty={
              <EmptyState title="Không có việc nào ở đây">
                Việc đến hạn theo nhiệm vụ của các kế hoạch đang thực hiện sẽ hiện ở đây, việc quá hạn đứng
                trước.
              </EmptyState>
            }
          />
        )}
      </RemindForm>
      <Pagination
        page={filter.page}
        pageCount={Math.ceil(total / PER_PAGE)}
        hrefFor={(page) => addressOf({ ...filter, page })}
      />
    </>
  );
}

function Filters(props: { filter: ListFilter; choices: ListChoices; total: number; today: Day }) {
  const { filter, choices, total, today } = props;
  const thisYear = Number(today.slice(0, 4));
  return (
    <FilterBar
      action={LIST_PATH}
      count={total}
      noun="việc"
      keep={filter.shown === 'chua-xong' ? {} : { [PARAM.shown]: filter.shown }}
      chips={chipsOf(filter, choices)}
      clearHref={LIST_PATH}
      actions={
        total > 0 ? (
          <ButtonLink href={addressOf({ ...filter, page: 1 }, '/nhiem-vu/xlsx')} small icon="download">
            Xuất đúng danh sách này
          </ButtonLink>
        ) : undefined
      }
    >
      <SelectField
        name={PARAM.year}
        label="Hạn trong năm"
        placeholder={`Đến hết năm ${thisYear}`}
        value={filter.year === 'all' ? ALL_YEARS : String(filter.year ?? '')}
        options={[
          ...choices.years.map((year) => ({ value: String(year), label: String(year) })),
          { value: ALL_YEARS, label: 'Mọi năm' },
        ]}
      />
      <SelectField
        name={PARAM.dutyId}
        label="Nhiệm vụ"
        placeholder="Tất cả"
        value={String(filter.dutyId ?? '')}
        options={choices.duties.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      {choices.offices.length > 1 ? (
        <SelectField
          name={PARAM.officeId}
          label="Đơn vị (và cấp dưới)"
          placeholder="Tất cả"
          value={String(filter.officeId ?? '')}
          options={choices.offices.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
    </FilterBar>
  );
}

/** Each filter that is on, with the address of the list without it. */
export function chipsOf(filter: ListFilter, choices: ListChoices) {
  const first = { ...filter, page: 1 };
  const named = (list: readonly { id: number; name: string }[], id: number) =>
    list.find((one) => one.id === id)?.name ?? 'chưa rõ';
  const chips = [];
  if (filter.year !== null) {
    const label = filter.year === 'all' ? 'Mọi năm' : `Hạn trong năm ${filter.year}`;
    chips.push({ label, removeHref: addressOf({ ...first, year: null }) });
  }
  if (filter.dutyId !== null) {
    const label = `Nhiệm vụ: ${named(choices.duties, filter.dutyId)}`;
    chips.push({ label, removeHref: addressOf({ ...first, dutyId: null }) });
  }
  if (filter.officeId !== null) {
    const label = `Đơn vị: ${named(choices.offices, filter.officeId)}`;
    chips.push({ label, removeHref: addressOf({ ...first, officeId: null }) });
  }
  return chips;
}
