import type { OfficeSelection } from '../../offices/selection.ts';
import type { OfficeInTree } from '../../offices/tree.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { RadioGroup, SelectField } from '../../ui/field.tsx';
import type { Typed } from '../form.ts';
import { officeGroups } from './office-options.ts';
import { SELECTION_WAYS, type SelectionWay, selectionKept } from './selection-form.ts';

export interface SelectionFieldProps {
  /** The question, e.g. "Ai thực hiện". */
  label: string;
  kept: OfficeSelection | null;
  typed: Typed;
  errors: FieldErrors;
  offices: readonly OfficeInTree[];
  kinds: readonly { id: string; name: string }[];
  /** Left out: a bloc cannot be chosen. */
  blocs?: readonly { id: number; name: string }[] | undefined;
  /** Ways that are offered; all unless told. */
  ways?: readonly SelectionWay[] | undefined;
}

const WAYS: Record<SelectionWay, { label: string; hint: string }> = {
  office: { label: 'Một đơn vị', hint: 'Đơn vị chọn ở dưới.' },
  kind: {
    label: 'Mọi đơn vị cùng loại',
    hint: 'Ví dụ mọi huyện thuộc tỉnh: chọn loại, và cơ quan cấp trên ở mục “Đơn vị”.',
  },
  branch: { label: 'Một đơn vị và mọi đơn vị trực thuộc', hint: 'Cả nhánh, đơn vị đứng đầu chọn ở dưới.' },
  bloc: { label: 'Thành viên một khối thi đua', hint: 'Thành viên của khối trong từng năm.' },
};

/** Offices as a plan names them: one, all of a kind, a branch, a bloc. Read back with `selectionTyped`. */
export function SelectionField(props: SelectionFieldProps) {
  const { label, kept, typed, errors, offices, kinds, blocs, ways = SELECTION_WAYS } = props;
  const values: Record<string, string | number | null> = kept ? selectionKept(kept) : {};
  const field = (name: string) => {
    const given = typed[name];
    const value = typeof given === 'string' ? given : values[name];
    return { name, value: value === null || value === undefined ? null : String(value), error: errors[name] };
  };
  const offered = ways.filter((way) => way !== 'bloc' || blocs);
  return (
    <>
      <RadioGroup
        {...field('whoBy')}
        label={label}
        required
        options={offered.map((way) => ({ value: way, ...WAYS[way] }))}
      />
      <SelectField
        {...field('whoOfficeId')}
        label="Đơn vị"
        hint="Chính đơn vị đó, hoặc cơ quan cấp trên của loại hay nhánh đã chọn."
        required={!offered.includes('bloc')}
        groups={officeGroups(offices)}
      />
      {offered.includes('kind') ? (
        <SelectField
          {...field('whoKindId')}
          label="Loại đơn vị"
          hint="Chỉ khi chọn “Mọi đơn vị cùng loại”."
          width="half"
          options={kinds.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      {blocs && offered.includes('bloc') ? (
        <SelectField
          {...field('whoBlocId')}
          label="Khối thi đua"
          hint="Chỉ khi chọn “Thành viên một khối thi đua”."
          options={blocs.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      ) : null}
    </>
  );
}
