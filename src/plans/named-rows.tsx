import type { OfficeInTree } from '../offices/tree.ts';
import { SelectField, TextField } from '../ui/field.tsx';
import { RowFields } from '../ui/row-fields.tsx';
import { officeGroups } from '../web/offices/office-options.ts';
import type { Allocation, NamedOffices } from './plan-draft.ts';
import type { ShownPlanForm } from './plan-form.tsx';
import { shownRows, type TypedRow } from './rows.ts';

/** What a row may name. */
export interface NamedChoices {
  offices: readonly OfficeInTree[];
  kinds: readonly { id: string; name: string }[];
}

/** What a row shows of who coordinates. */
export const namedRow = (named: NamedOffices): TypedRow => ({
  office: String(named.by === 'office' ? named.officeId : named.belowId),
  kind: named.by === 'kind' ? named.kindId : '',
});
/** What a row shows of a share. */
export const allocationRow = ({ to, number, percent }: Allocation): TypedRow => ({
  ...namedRow(to),
  share: number === null ? `${percent?.toLocaleString('vi-VN')}%` : number.toLocaleString('vi-VN'),
});

interface NamedRowsProps {
  list: 'coordination' | 'allocations';
  legend: string;
  hint: string;
  kept: readonly TypedRow[];
  shown: ShownPlanForm;
  choices: NamedChoices;
}

/** Rows that name one office, or all of a kind below one; those of shares say how much. A row left empty counts for nothing. */
export function NamedRows({ list, legend, hint, kept, shown, choices }: NamedRowsProps) {
  const groups = officeGroups(choices.offices);
  const kinds = choices.kinds.map(({ id, name }) => ({
    value: id,
    label: `Mỗi ${name.toLowerCase()} thuộc`,
  }));
  const wrong = shown.errors[list];
  const rows = shownRows(shown.typed, list, kept, 2).map((row, n) => {
    const at = (column: string) => {
      const name = `${list}.${n}.${column}`;
      return { name, value: row[column] ?? '', error: shown.errors[name] };
    };
    const named = [
      <SelectField {...at('kind')} label="Ai" options={kinds} placeholder="Đúng đơn vị này" />,
      <SelectField {...at('office')} label="Đơn vị" groups={groups} />,
    ];
    return list === 'coordination'
      ? named
      : [...named, <TextField {...at('share')} label="Số lượng hoặc phần trăm" />];
  });
  return (
    <>
      <RowFields legend={legend} hint={hint} rows={rows} rowName={(n) => `${legend} ${n}`} />
      {wrong ? (
        <p class="field-error" id={`f-${list}`}>
          {wrong}
        </p>
      ) : null}
    </>
  );
}
