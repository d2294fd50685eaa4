import type { Child } from 'hono/jsx';
import { Icon } from './icon.tsx';

/** What every field takes. `name` is the name in the posted form and the key of its error. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Without it the label says "(không bắt buộc)": most fields are required, so the rest are marked. */
  required?: boolean | undefined;
}

/** The id of a field's control, which the error summary links to: `f-` and the name. */
export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w-]+/g, '-')}`;
}

/** The attributes that tie a control to its hint and its error for a screen reader. */
export function fieldAttributes({ name, hint, error, required }: FieldProps) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
  };
}

/** "(không bắt buộc)" after the label of a field that may stay empty. */
export function OptionalMark({ required }: { required?: boolean | undefined }) {
  return required ? null : <span class="field-optional"> (không bắt buộc)</span>;
}

/** Hint and error of a field, with the ids that {@link fieldAttributes} points to. */
export function FieldNotes({ name, hint, error }: Pick<FieldProps, 'name' | 'hint' | 'error'>) {
  const id = fieldId(name);
  return (
    <>
      {hint ? (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p class="field-error" id={`${id}-error`}>
          <Icon name="alert" size={16} />
          <span>
            <span class="visually-hidden">Lỗi: </span>
            {error}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** Label above, hint, error, then the control. */
export function FieldFrame(props: FieldProps & { children: Child }) {
  return (
    <div class={props.error ? 'field is-wrong' : 'field'}>
      <label class="field-label" for={fieldId(props.name)}>
        {props.label}
        <OptionalMark required={props.required} />
      </label>
      <FieldNotes name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  );
}

/** A group of choices: its legend stands where a label stands. */
export function ChoiceFrame(props: FieldProps & { children: Child }) {
  return (
    <fieldset
      class={props.error ? 'field is-wrong' : 'field'}
      aria-describedby={fieldAttributes(props)['aria-describedby']}
    >
      <legend class="field-label">
        {props.label}
        <OptionalMark required={props.required} />
      </legend>
      <FieldNotes name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </fieldset>
  );
}
