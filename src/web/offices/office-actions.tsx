import type { OfficeInView } from '../../offices/find.ts';
import type { Day } from '../../platform/clock.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateField, TextField } from '../../ui/field.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section } from '../../ui/panel.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { type Again, FRESH } from './office-form.tsx';

/** The form under "Quản trị" that was refused, to be shown open with what was typed; null: none. */
export type ActionAgain = (Again & { action: 'end' | 'role' }) | null;

export interface OfficeActionsProps {
  office: OfficeInView;
  today: Day;
  again: ActionAgain;
}

/** What an administrator rarely does: the role of standing body, and the end of an office. */
export function OfficeActions({ office, today, again }: OfficeActionsProps) {
  const of = (action: 'end' | 'role') => (again?.action === action ? again : null);
  return (
    <Section id="quan-tri" title="Quản trị">
      <RoleForm office={office} again={of('role')} />
      {office.validTo === null || of('end') ? (
        <EndForm office={office} today={today} again={of('end')} />
      ) : null}
    </Section>
  );
}

const typedIn = ({ typed }: Again, name: string) =>
  typeof typed[name] === 'string' ? (typed[name] as string) : undefined;

function RoleForm({ office, again }: { office: OfficeInView; again: Again | null }) {
  const shown = again ?? FRESH;
  const field = (name: 'validFrom' | 'validTo') => ({
    name,
    value: typedIn(shown, name) ?? office.standingBody?.[name],
    error: shown.errors[name],
  });
  return (
    <Dialog
      group="quan-tri"
      open={again !== null}
      trigger={office.standingBody ? 'Sửa thời gian làm cơ quan thường trực' : 'Giao làm cơ quan thường trực'}
      title="Đơn vị này là cơ quan thường trực trong thời gian nào?"
    >
      <form method="post" action={`/don-vi/${office.id}/thuong-truc`}>
        <WhatIsWrong {...shown} />
        <HiddenFields typed={shown.typed} version={office.version} />
        <DateField {...field('validFrom')} label="Từ ngày" />
        <DateField {...field('validTo')} label="Đến ngày" />
        <ButtonRow>
          <Button>Ghi vai trò</Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}

function EndForm({ office, today, again }: OfficeActionsProps) {
  const shown = again ?? FRESH;
  const field = (name: 'lastDay' | 'reason') => ({
    name,
    value: typedIn(shown, name),
    error: shown.errors[name],
    required: true,
  });
  return (
    <Dialog
      group="quan-tri"
      kind="danger"
      open={again !== null}
      trigger="Kết thúc đơn vị"
      title="Ghi đơn vị này ngừng hoạt động?"
    >
      <p>
        Hồ sơ cũ vẫn giữ tên đơn vị này. Nếu có đơn vị kế thừa, hãy dùng{' '}
        <a href={`/don-vi/${office.id}/ke-thua`}>Ghi kế thừa</a>.
      </p>
      <form method="post" action={`/don-vi/${office.id}/ket-thuc`}>
        <WhatIsWrong {...shown} />
        <HiddenFields typed={shown.typed} version={office.version} />
        <DateField
          {...field('lastDay')}
          label="Ngày hoạt động cuối cùng"
          hint={`Ví dụ ${formatDate(today)}`}
        />
        <TextField {...field('reason')} label="Căn cứ hoặc lý do" />
        <ButtonRow>
          <Button kind="danger">Ghi kết thúc</Button>
        </ButtonRow>
      </form>
    </Dialog>
  );
}

function WhatIsWrong({ errors, reasons }: Again) {
  return (
    <>
      <ErrorSummary errors={errors} />
      <RefusalList title="Chưa ghi được" reasons={reasons} />
    </>
  );
}
