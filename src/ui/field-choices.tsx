import { fieldId } from './field-frame.tsx';

/** One of several answers. */
export interface Option {
  value: string;
  label: string;
  hint?: string | undefined;
  disabled?: boolean | undefined;
}

interface ChoicesProps {
  name: string;
  type: 'radio' | 'checkbox';
  options: readonly Option[];
  values: readonly string[];
  inline?: boolean | undefined;
}

/** The boxes of a group. The first one carries the field's own id, so that a link from the error summary lands on it. */
export function Choices({ name, type, options, values, inline }: ChoicesProps) {
  return (
    <div class={inline ? 'choices is-inline' : 'choices'}>
      {options.map((option, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
        return (
          <div class="choice">
            <input
              type={type}
              id={id}
              name={name}
              value={option.value}
              checked={values.includes(option.value)}
              disabled={option.disabled}
              aria-describedby={option.hint ? `${id}-note` : undefined}
            />
            <label for={id}>{option.label}</label>
            {option.hint ? (
              <p class="field-hint" id={`${id}-note`}>
                {option.hint}
              </p>
            ) : null}
          </div>
        );
      })}
    </div>
  );
}
