import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DateField, SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { LedgerTable, ledgerHref } from './ledger-heat.tsx';
import type { Ledger } from './ledger-query.ts';

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
          <>
            <ButtonLink href={ledgerHref(props, {}, '/so-viec/xlsx')} icon="download">
              Xuất bảng tính
            </ButtonLink>
            {ledger.rows.length > 0 ? (
              <>
                <ButtonLink href={ledgerHref(props, {}, '/so-viec/hinh.svg')} icon="download">
                  Hình SVG
                </ButtonLink>
                <ButtonLink href={ledgerHref(props, {}, '/so-viec/hinh.png')} icon="download">
                  Hình PNG
                </ButtonLink>
              </>
            ) : null}
          </>
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
