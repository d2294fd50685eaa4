import type { Bloc } from '../../offices/bloc-queries.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { formatCount } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { SwitchLinks } from '../../ui/switch-links.tsx';
import { DataTable } from '../../ui/table.tsx';
import type { Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';

export const BLOCS_PATH = '/danh-muc/khoi-thi-dua';

export interface BlocInList extends Bloc {
  members: number;
  headName: string | null;
}

export interface BlocAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

interface BlocsPageProps {
  blocs: readonly BlocInList[];
  year: number;
  years: readonly number[];
  mayKeep: boolean;
  again: BlocAgain;
}

/** The emulation blocs of a year with their heads. */
export function BlocsPage({ blocs, year, years, mayKeep, again }: BlocsPageProps) {
  const wrong = Object.keys(again.errors).length + again.reasons.length > 0;
  return (
    <>
      <PageHead
        title="Khối thi đua"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Khối thi đua' }]}
        lead="Nhóm đơn vị thi đua của từng năm, mỗi năm một khối trưởng luân phiên. Nhiệm vụ của kế hoạch có thể giao cho thành viên một khối."
      />
      <SwitchLinks
        label="Năm"
        links={yearsAround(year, years).map((one) => ({
          label: String(one),
          href: `${BLOCS_PATH}?nam=${one}`,
          current: one === year,
        }))}
      />
      <DataTable
        caption={`Khối thi đua năm ${year}`}
        captionHidden
        columns={[
          { key: 'name', label: 'Khối', width: 'wide' },
          { key: 'members', label: 'Thành viên', align: 'end' },
          { key: 'head', label: 'Khối trưởng' },
        ]}
        rows={blocs.map((bloc) => ({
          name: <a href={`${BLOCS_PATH}/${bloc.id}?nam=${year}`}>{bloc.name}</a>,
          members: formatCount(bloc.members),
          head: bloc.headName ?? <span class="unknown">chưa có</span>,
        }))}
        empty={
          <EmptyState title="Chưa có khối thi đua nào">
            Lập khối, chọn thành viên của năm và khối trưởng; sang năm chép lại, khối trưởng luân phiên.
          </EmptyState>
        }
      />
      {mayKeep ? (
        <Dialog trigger="Lập khối thi đua" title="Khối thi đua mới" icon="plus" open={wrong}>
          <form method="post" action={BLOCS_PATH}>
            <ErrorSummary errors={again.errors} />
            <RefusalList title="Chưa lưu được" reasons={again.reasons} />
            <HiddenFields typed={again.typed} />
            <TextField
              name="name"
              label="Tên khối"
              required
              value={typeof again.typed.name === 'string' ? again.typed.name : ''}
              error={again.errors.name}
            />
            <ButtonRow>
              <Button kind="primary">Lập khối</Button>
            </ButtonRow>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}

/** The years that have members, the one that is shown and the next one. */
export const yearsAround = (year: number, years: readonly number[]): number[] =>
  [...new Set([...years, year, Math.max(year, ...years) + 1])].toSorted((one, other) => one - other);
