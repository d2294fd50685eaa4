import { Choices, type Option } from './field-choices.tsx';
import { ChoiceFrame, FieldFrame, FieldNotes, type FieldProps, fieldAttributes } from './field-frame.tsx';
import { type FieldWidth, TextInput, type TextInputProps } from './field-input.tsx';
import { formatDate, formatNumber } from './format.ts';

export type TextFieldProps = TextInputProps;

export function TextField(props: TextFieldProps) {
  return (
    <FieldFrame {...props}>
      <TextInput {...props} />
    </FieldFrame>
  );
}

export interface TextAreaProps extends FieldProps {
  value?: string | null | undefined;
  rows?: number | undefined;
  maxlength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <FieldFrame {...props}>
      <textarea
        {...fieldAttributes(props)}
        class="input is-full"
        rows={props.rows ?? 5}
        maxlength={props.maxlength}
      >
        {props.value ?? ''}
      </textarea>
    </FieldFrame>
  );
}

export interface NumberFieldProps extends FieldProps {
  /** A number is written as 1.234,5; a string is shown back as it was typed. */
  value?: number | string | null | undefined;
  /** Unit of measure, shown after the control: "ha", "triệu đồng". */
  unit?: string | undefined;
  width?: FieldWidth | undefined;
}

/** A text box with a number pad; the answer comes as people here type it, 1.234,5. */
export function NumberField({ value, unit, width, ...rest }: NumberFieldProps) {
  const shown = typeof value === 'number' ? formatNumber(value) : (value ?? '');
  return (
    <TextField
      {...rest}
      value={shown}
      inputmode="decimal"
      width={width ?? 'short'}
      suffix={unit}
      autocomplete="off"
    />
  );
}

export interface DateFieldProps extends FieldProps {
  /** ISO `yyyy-mm-dd` is written as dd/mm/yyyy; anything else is shown back as it was typed. */
  value?: string | null | undefined;
}

const DATE_HINT = 'Ngày/tháng/năm, ví dụ 15/11/2018';

/**
 * A text box in the office's own habit dd/mm/yyyy; read the answer with `parseDate`. The browser's date box
 * is not used: it writes the day in the language of the machine, which is often mm/dd/yyyy.
 */
export function DateField({ value, hint, ...rest }: DateFieldProps) {
  const shown = /^\d{4}-\d{2}-\d{2}$/.test(value ?? '') ? formatDate(value) : (value ?? '');
  return (
    <TextField
      {...rest}
      hint={hint ?? DATE_HINT}
      value={shown}
      inputmode="numeric"
      width="short"
      maxlength={10}
      autocomplete="off"
    />
  );
}

export interface SelectFieldProps extends FieldProps {
  value?: string | null | undefined;
  options?: readonly Option[] | undefined;
  groups?: readonly { label: string; options: readonly Option[] }[] | undefined;
  /** Words of the empty first choice; null leaves it out. */
  placeholder?: string | null | undefined;
  width?: FieldWidth | undefined;
}

export function SelectField(props: SelectFieldProps) {
  const { value, options = [], groups = [], placeholder = '– Chọn –', width = 'full' } = props;
  const item = (option: Option) => (
    <option value={option.value} selected={option.value === value} disabled={option.disabled}>
      {option.label}
    </option>
  );
  return (
    <FieldFrame {...props}>
      <select {...fieldAttributes(props)} class={`input is-${width}`}>
        {placeholder === null ? null : <option value="">{placeholder}</option>}
        {options.map(item)}
        {groups.map((group) => (
          <optgroup label={group.label}>{group.options.map(item)}</optgroup>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface RadioGroupProps extends FieldProps {
  value?: string | null | undefined;
  options: readonly Option[];
  /** Short answers stand in one line. */
  inline?: boolean | undefined;
}

export function RadioGroup(props: RadioGroupProps) {
  return (
    <ChoiceFrame {...props}>
      <Choices {...props} type="radio" values={props.value ? [props.value] : []} />
    </ChoiceFrame>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  values?: readonly string[] | undefined;
  options: readonly Option[];
  inline?: boolean | undefined;
}

export function CheckboxGroup(props: CheckboxGroupProps) {
  return (
    <ChoiceFrame {...props}>
      <Choices {...props} type="checkbox" values={props.values ?? []} />
    </ChoiceFrame>
  );
}

export interface CheckboxFieldProps extends FieldProps {
  checked?: boolean | undefined;
  /** What is posted when ticked. */
  value?: string | undefined;
}

/** One box to tick, e.g. a consent. */
export function CheckboxField(props: CheckboxFieldProps) {
  const attributes = fieldAttributes(props);
  return (
    <div class={props.error ? 'field is-wrong' : 'field'}>
      <div class="choice">
        <input {...attributes} type="checkbox" value={props.value ?? '1'} checked={props.checked} />
        <label for={attributes.id}>{props.label}</label>
        <FieldNotes name={props.name} hint={props.hint} error={props.error} />
      </div>
    </div>
  );
}

export interface FileFieldProps extends FieldProps {
  /** Kinds of file, as in HTML: `image/*,.pdf`. */
  accept?: string | undefined;
  multiple?: boolean | undefined;
}

export function FileField(props: FileFieldProps) {
  const { 'aria-required': _notForFiles, ...attributes } = fieldAttributes(props);
  return (
    <FieldFrame {...props}>
      <input {...attributes} class="input-file" type="file" accept={props.accept} multiple={props.multiple} />
    </FieldFrame>
  );
}
