import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { CheckboxField, SelectField, TextField } from '../ui/field.tsx';
import { Choices } from '../ui/field-choices.tsx';
import type { FilterChip } from '../ui/filter.tsx';
import type { Choice, ListChoices } from './list-choices.ts';
import { addressOf, type ExemplarFilter, PARAM } from './list-filter.ts';
import { LEVEL_NAMES } from './show-words.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

interface FiltersProps {
  filter: ExemplarFilter;
  choices: ListChoices;
}

const NO_WORDS = 'Tất cả';

/** The fields of the filter. A choice that offers nothing to this person is left out. */
export function ListFilters({ filter, choices }: FiltersProps) {
  return (
    <>
      <TextField name={PARAM.text} label="Tên" value={filter.text} type="search" maxlength={100} />
      <Choose name={PARAM.fieldId} label="Lĩnh vực" value={filter.fieldId} options={choices.fields} />
      <Choose name={PARAM.kind} label="Loại" value={filter.kind} options={named(SUBJECT_KIND_NAMES)} />
      <Choose name={PARAM.districtId} label="Địa bàn" value={filter.districtId} options={choices.districts} />
      <Choose name={PARAM.officeId} label="Đơn vị" value={filter.officeId} options={choices.offices} />
      <Choose name={PARAM.level} label="Cấp công nhận" value={filter.level} options={named(LEVEL_NAMES)} />
      <Choose
        name={PARAM.foundYear}
        label="Năm phát hiện"
        value={filter.foundYear}
        options={choices.years.map((year) => ({ id: year, name: String(year) }))}
      />
      <CheckboxField
        name={PARAM.checkMissing}
        label="Còn thiếu kiểm tra năm nay"
        checked={filter.checkMissing}
      />
      <fieldset>
        <legend>
          <span class="field-label">Trạng thái</span>
        </legend>
        <Choices
          name={PARAM.states}
          type="checkbox"
          values={filter.states}
          options={STATES.map((state) => ({ value: state, label: exemplarWorkflow.states[state].name }))}
          inline
        />
      </fieldset>
    </>
  );
}

const STATES = Object.keys(exemplarWorkflow.states) as ExemplarState[];

const named = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([id, name]) => ({ id, name }));

interface ChooseProps {
  name: string;
  label: string;
  value: string | number | null;
  options: readonly { id: string | number; name: string }[];
}

function Choose({ name, label, value, options }: ChooseProps) {
  if (options.length < 2 && value === null) return null;
  return (
    <SelectField
      name={name}
      label={label}
      value={value === null ? '' : String(value)}
      placeholder={NO_WORDS}
      options={options.map((option) => ({ value: String(option.id), label: option.name }))}
    />
  );
}

/** Each filter that is on, with the address of the list without it. */
export function chipsOf(path: string, filter: ExemplarFilter, choices: ListChoices): FilterChip[] {
  const without = (change: Partial<ExemplarFilter>) => addressOf(path, { ...filter, ...change });
  const single: [label: string | null, change: Partial<ExemplarFilter>][] = [
    [filter.text && `Tên có “${filter.text}”`, { text: '' }],
    [nameIn(choices.fields, filter.fieldId), { fieldId: null }],
    [filter.kind && SUBJECT_KIND_NAMES[filter.kind], { kind: null }],
    [nameIn(choices.districts, filter.districtId), { districtId: null }],
    [nameIn([...choices.offices, ...choices.districts], filter.officeId), { officeId: null }],
    [filter.level && LEVEL_NAMES[filter.level], { level: null }],
    [filter.foundYear && `Phát hiện năm ${filter.foundYear}`, { foundYear: null }],
    [filter.checkMissing ? 'Còn thiếu kiểm tra năm nay' : null, { checkMissing: false }],
  ].filter(([label]) => label) as [string, Partial<ExemplarFilter>][];
  return [
    ...filter.states.map((state) => ({
      label: exemplarWorkflow.states[state].name,
      removeHref: without({ states: filter.states.filter((other) => other !== state) }),
    })),
    ...single.map(([label, change]) => ({ label: label ?? '', removeHref: without(change) })),
  ];
}

/** An id that is not among the choices is still a filter that is on, and can be taken off. */
function nameIn(choices: readonly Choice[], id: number | null): string | null {
  if (id === null) return null;
  return choices.find((choice) => choice.id === id)?.name ?? `Mã ${id}`;
}
