import type { OfficeInTree } from '../../offices/tree.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { DateField, SelectField, TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import type { Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { officeGroups } from './office-options.ts';

/** What a form shows again after it was refused; empty when it is opened. */
export interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

export const FRESH: Again = { errors: {}, reasons: [], typed: {} };
export const isFresh = ({ errors, reasons }: Again) => Object.keys(errors).length + reasons.length === 0;

export interface OfficeFormProps extends Again {
  title: string;
  action: string;
  backTo: string;
  /** The office as it stands; what a new one begins with. */
  office: Record<'name' | 'shortName' | 'code' | 'kindId' | 'validFrom' | 'validTo', string | null> & {
    parentId: number | null;
  };
  version: number | null;
  kinds: readonly { id: string; name: string }[];
  /** Offices that may stand above, in the order of lists. */
  parents: readonly OfficeInTree[];
}

/** The form of one office, new or known. */
export function OfficeForm(props: OfficeFormProps) {
  const { title, action, backTo, office, kinds, parents, errors, reasons, typed } = props;
  const field = (name: keyof typeof office) => {
    const given = typed[name];
    const kept = office[name];
    return {
      name,
      value: typeof given === 'string' ? given : kept === null ? null : String(kept),
      error: errors[name],
    };
  };
  return (
    <>
      <PageHead title={title} crumbs={[{ label: 'Đơn vị', href: '/don-vi' }, { label: title }]} />
      <form method="post" action={action}>
        <ErrorSummary errors={errors} />
        <RefusalList title="Chưa lưu được" reasons={reasons} />
        <HiddenFields typed={typed} version={props.version} />
        <TextField
          {...field('name')}
          label="Tên đơn vị"
          required
          hint="Tên đầy đủ, ví dụ: Phường Phong Châu"
        />
        <TextField {...field('shortName')} label="Tên viết tắt" width="half" />
        <SelectField
          {...field('kindId')}
          label="Loại đơn vị"
          required
          options={kinds.map((kind) => ({ value: kind.id, label: kind.name }))}
        />
        <SelectField
          {...field('parentId')}
          label="Đơn vị cấp trên"
          placeholder="– Không có –"
          groups={officeGroups(parents)}
        />
        <TextField {...field('code')} label="Mã" width="short" hint="Mã của Tổng cục Thống kê, nếu có" />
        <DateField
          {...field('validFrom')}
          label="Có hiệu lực từ ngày"
          hint="Để trống nếu có từ trước; ví dụ 01/07/2025"
        />
        <DateField {...field('validTo')} label="Đến hết ngày" hint="Để trống nếu đang hoạt động" />
        <ButtonRow>
          <Button kind="primary">Lưu đơn vị</Button>
          <ButtonLink kind="quiet" href={backTo}>
            Không lưu, quay lại
          </ButtonLink>
        </ButtonRow>
      </form>
    </>
  );
}
