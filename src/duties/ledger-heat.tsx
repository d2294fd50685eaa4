import type { Actor } from '../identity/actor.ts';
import { formatCount, formatDate, formatPercent } from '../ui/format.ts';
import { HeatPicture } from '../ui/heat-picture.tsx';
import { type HeatCell, HeatTable } from '../ui/heat-table.tsx';
import { withQuery } from '../web/query.ts';
import type { LedgerPageProps } from './ledger-page.tsx';
import { type LedgerRow, sumOf, totalRow } from './ledger-query.ts';
import { LEGEND, levelOf, type Promises } from './ledger-rules.ts';

/** The address of the ledger with other parameters. */
export function ledgerHref(
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

/** What stands in the table, row by row, the sum last; as a table and as a picture. */
function heatOf(props: LedgerPageProps) {
  const { ledger, by, chain } = props;
  const columns =
    by === 'nam'
      ? ledger.years.map((year) => ({ label: `Năm ${year}`, year, dutyId: null }))
      : ledger.duties.map(({ id, name }) => ({ label: name, year: null, dutyId: id }));
  const toRow = (row: LedgerRow, officeId: number | null) => ({
    row,
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
  return {
    title: `Việc đúng hạn trên việc đã đến hạn, theo đơn vị và ${by === 'nam' ? 'năm' : 'nhiệm vụ'}`,
    rowHead: 'Đơn vị',
    columns: [...columns.map(({ label }) => label), 'Cả kế hoạch'],
    rows: ledger.rows.map((row) => toRow(row, row.officeId)),
    sum: toRow(totalRow(ledger, 'Tất cả'), chain.at(-1)?.id ?? null),
  };
}

export function LedgerTable(props: LedgerPageProps) {
  const { title, rows, sum, ...heat } = heatOf(props);
  return (
    <HeatTable
      {...heat}
      caption={title}
      legend={LEGEND}
      rows={rows.map(({ row, cells }) => ({ label: <RowName row={row} props={props} />, cells }))}
      foot={{ label: 'Tất cả', cells: sum.cells }}
    />
  );
}

/** The same as a picture for a paper or a slide; it says what it shows, up to which day and seen by whom. */
export async function ledgerPicture(props: LedgerPageProps, actor: Actor): Promise<string> {
  const { rows, sum, ...heat } = heatOf(props);
  const where = props.chain.at(-1)?.name ?? 'toàn chương trình';
  const picture = (
    <HeatPicture
      {...heat}
      legend={LEGEND}
      notes={[
        `Kế hoạch ${props.plan.number}, ${where}. Tính đến hết ngày ${formatDate(props.day)}, trong phạm vi của ${actor.displayName}.`,
      ]}
      rows={[...rows, sum].map(({ row, cells }) => ({ name: row.officeName, cells }))}
    />
  );
  return picture.toString();
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
