import { type FieldProps, fieldAttributes } from './field-frame.tsx';

/** How wide the control is: as wide as the answer one expects. */
export type FieldWidth = 'full' | 'half' | 'short';

export interface TextInputProps extends FieldProps {
  value?: string | null | undefined;
  type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url' | undefined;
  width?: FieldWidth | undefined;
  autocomplete?: string | undefined;
  inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'url' | undefined;
  maxlength?: number | undefined;
  /** Words before and after the control, e.g. a unit of measure. */
  prefix?: string | undefined;
  suffix?: string | undefined;
}

/** The box of one line itself, with the words that stand right before and after it. A password is never shown back. */
export function TextInput(props: TextInputProps) {
  const { type = 'text', width = 'full', prefix, suffix } = props;
  const box = (
    <input
      {...fieldAttributes(props)}
      class={`input is-${width}`}
      type={type}
      value={type === 'password' ? undefined : (props.value ?? '')}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
    />
  );
  if (!prefix && !suffix) return box;
  return (
    <div class={`input-group is-${width}`}>
      {prefix ? <span class="input-affix">{prefix}</span> : null}
      {box}
      {suffix ? <span class="input-affix">{suffix}</span> : null}
    </div>
  );
}
