import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DateField, SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount, formatDate, formatPercent } from '../ui/format.ts';
import { type HeatCell, type HeatRow, HeatTable } from '../ui/heat-table.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { withQuery } from '../web/query.ts';
import { type Ledger, type LedgerRow, sumOf, totalRow } from './ledger-query.ts';
import { LEGEND, levelOf, type Promises } from './ledger-rules.ts';

export type LedgerBy = 'nam' | 'viec';

export interface LedgerPageProps {
  plan: { id: number; number: string };
  plans: readonly { id: number; number: string }[];
  ledger: Ledger;
  by: LedgerBy;
  day: Day;
  today: Day;
  /** The offices from the root down to the branch that is shown; empty at the top. */
  chain: readonly OfficeInTree[];
}

/** What was promised against what was done: offices by years, or by duties. */
export function LedgerPage(props: LedgerPageProps) {
  const { plan, plans, ledger, by, day, today, chain } = props;
  const here = chain.at(-1);
  const at = (change: Record<string, string | number | null>) => ledgerHref(props, change);
  return (
    <>
      <PageHead
        title="Sổ việc"
        crumbs={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: 'Sổ việc' }]}
        kicker={`Kế hoạch ${plan.number}`}
        lead={`Việc đã đến hạn và việc đã làm của từng đơn vị, tính đến hết ngày ${formatDate(day)}. Mỗi ô: số việc đúng hạn trên số việc đã đến hạn.`}
        actions={
          <ButtonLink href={ledgerHref(props, {}, '/so-viec/xlsx')} icon="download">
            Xuất bảng tính
          </ButtonLink>
        }
      />
      <FilterBar action="/so-viec" keep={by === 'viec' ? { theo: by } : {}} count={undefined}>
        {plans.length > 1 ? (
          <SelectField
            name="ke_hoach"
            label="Kế hoạch"
            placeholder={null}
            value={String(plan.id)}
            options={plans.map(({ id, number }) => ({ value: String(id), label: number }))}
          />
        ) : null}
        {here ? <input type="hidden" name="don_vi" value={String(here.id)} /> : null}
        <DateField name="ngay" label="Tính đến ngày" value={day} />
      </FilterBar>
      <Way chain={chain} at={at} />
      <SwitchLinks
        label="Cột của bảng"
        links={[
          { label: 'Theo năm', href: at({ theo: null }), current: by === 'nam' },
          { label: 'Theo nhiệm vụ', href: at({ theo: 'viec' }), current: by === 'viec' },
        ]}
      />
      {ledger.rows.length === 0 ? (
        <EmptyState title="Chưa có việc nào trong sổ">
          Khi kế hoạch có nhiệm vụ và có hiệu lực, việc của từng đơn vị được ghi ở đây, không ai phải viết báo
          cáo.
        </EmptyState>
      ) : (
        <LedgerTable {...props} />
      )}
      {day === today ? null : (
        <form method="get" action="/so-viec">
          <Button>Xem đến hôm nay</Button>
        </form>
      )}
    </>
  );
}

/** The address of the ledger with other parameters. */
function ledgerHref(
  { plan, by, day, today, chain }: LedgerPageProps,
  change: Record<string, string | number | null>,
  path = '/so-viec',
): string {
  return withQuery(path, {
    ke_hoach: plan.id,
    don_vi: chain.at(-1)?.id ?? null,
    theo: by === 'viec' ? by : null,
    ngay: day === today ? null : day,
    ...change,
  });
}

function Way({
  chain,
  at,
}: {
  chain: readonly OfficeInTree[];
  at: (change: { don_vi: number | null }) => string;
}) {
  if (chain.length === 0) return null;
  return (
    <p class="row-links">
      <a href={at({ don_vi: null })}>Tất cả</a>
      {chain
        .slice(1)
        .map((office, n, shown) =>
          n === shown.length - 1 ? (
            <strong>{office.name}</strong>
          ) : (
            <a href={at({ don_vi: office.id })}>{office.name}</a>
          ),
        )}
    </p>
  );
}

function LedgerTable(props: LedgerPageProps) {
  const { ledger, by, chain } = props;
  const columns =
    by === 'nam'
      ? ledger.years.map((year) => ({ label: `Năm ${year}`, year, dutyId: null }))
      : ledger.duties.map(({ id, name }) => ({ label: name, year: null, dutyId: id }));
  const toRow = (row: LedgerRow, label: HeatRow['label'], officeId: number | null): HeatRow => ({
    label,
    cells: [
      ...columns.map(({ label: column, year, dutyId }) =>
        toCell(
          sumOf(row, (cell) => (year === null ? cell.dutyId === dutyId : cell.year === year)),
          `${row.officeName}, ${column.toLowerCase()}`,
          itemsHref(props, officeId, year, dutyId),
        ),
      ),
      toCell(sumOf(row), `${row.officeName}, cả kế hoạch`, itemsHref(props, officeId, null, null)),
    ],
  });
  return (
    <HeatTable
      caption={`Việc đúng hạn trên việc đã đến hạn, theo đơn vị và ${by === 'nam' ? 'năm' : 'nhiệm vụ'}`}
      rowHead="Đơn vị"
      columns={[...columns.map(({ label }) => label), 'Cả kế hoạch']}
      legend={LEGEND}
      rows={ledger.rows.map((row) => toRow(row, <RowName row={row} props={props} />, row.officeId))}
      foot={toRow(totalRow(ledger, 'Tất cả'), 'Tất cả', chain.at(-1)?.id ?? null)}
    />
  );
}

function RowName({ row, props }: { row: LedgerRow; props: LedgerPageProps }) {
  if (!row.hasBelow) return <>{row.officeName}</>;
  return <a href={ledgerHref(props, { don_vi: row.officeId })}>{row.officeName}</a>;
}

/** The list of the items behind a cell; it stands on today, so an older day has no list. */
function itemsHref(
  { day, today }: LedgerPageProps,
  officeId: number | null,
  year: number | null,
  dutyId: number | null,
): string | undefined {
  if (day !== today) return undefined;
  return withQuery('/nhiem-vu', {
    tinh_trang: 'tat-ca',
    nam: year ?? 'tat-ca',
    don_vi: officeId,
    nhiem_vu: dutyId,
  });
}

function toCell(promises: Promises, of: string, href: string | undefined): HeatCell {
  const level = levelOf(promises);
  const { due, inTime } = promises;
  const open = promises.ahead + promises.excused;
  const value = due > 0 ? `${formatCount(inTime)}/${formatCount(due)}` : open > 0 ? formatCount(open) : '';
  const cell = { level, value, words: `${of}: ${promisesInWords(promises)}` };
  return href && level !== 'none' ? { ...cell, href } : cell;
}

/** 'đến hạn 13, đúng hạn 12 (92,3%), xong muộn 0, còn thiếu 1'. */
export function promisesInWords({ due, inTime, doneLate, missing, excused, ahead }: Promises): string {
  const parts = [
    due > 0
      ? `đến hạn ${formatCount(due)}, đúng hạn ${formatCount(inTime)} (${formatPercent(inTime / due)}), xong muộn ${formatCount(doneLate)}, còn thiếu ${formatCount(missing)}`
      : 'chưa có việc đến hạn',
    ...(excused > 0 ? [`được miễn ${formatCount(excused)}`] : []),
    ...(ahead > 0 ? [`chưa đến hạn ${formatCount(ahead)}`] : []),
  ];
  return parts.join(', ');
}
