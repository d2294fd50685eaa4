import { fieldId } from './field-frame.tsx';

export interface ErrorSummaryProps {
  /** Field name → sentence, in the order of the form; under `_` what belongs to no single field. */
  errors: Readonly<Record<string, string>>;
  title?: string | undefined;
}

/** What is wrong with the form, on top of it, each sentence a link to its field. Nothing without errors. */
export function ErrorSummary({ errors, title = 'Chưa gửi được, mời xem lại' }: ErrorSummaryProps) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} data-focus-on-load="">
      <h2 class="error-summary-title">{title}</h2>
      <ul>
        {entries.map(([name, sentence]) => (
          <li>{name === '_' ? sentence : <a href={`#${fieldId(name)}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
