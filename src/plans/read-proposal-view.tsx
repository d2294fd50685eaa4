import type { FieldErrors } from '../platform/outcome.ts';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '../ui/field.tsx';
import { fieldId } from '../ui/field-frame.tsx';
import { Fold } from '../ui/fold.tsx';
import { QuotedPassage } from '../ui/marked-text.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import type { Typed } from '../web/form.ts';
import { VERDICT, verdictOf } from './read-answers.ts';
import type { Sureness } from './read-found.ts';
import type { Proposal, ProposedInput } from './read-proposals.ts';

const SURE = {
  sure: { tone: 'good', word: 'Văn bản ghi rõ' },
  likely: { tone: 'progress', word: 'Có thể' },
  guess: { tone: 'warn', word: 'Phỏng đoán' },
} as const satisfies Record<Sureness, { tone: string; word: string }>;

export interface ProposalViewProps {
  proposal: Proposal;
  /** Number of its passage in the text; null when it was not found. */
  number: number | null;
  words: string | null;
  typed: Typed;
  errors: FieldErrors;
}

/** One proposal with its passage: take it, change it, or leave it out. */
export function ProposalView({ proposal, number, words, typed, errors }: ProposalViewProps) {
  const { id, label, note, sure, under, inputs } = proposal;
  const [first, ...rest] = inputs;
  const wrong = rest.some(({ name }) => errors[`${id}.${name}`]);
  const shown = inputs.length <= 3 ? rest : [];
  const folded = inputs.length <= 3 ? [] : rest;
  const field = (input: ProposedInput) => (
    <ProposedField id={id} head={label} input={input} typed={typed} error={errors[`${id}.${input.name}`]} />
  );
  return (
    <article class={under ? 'proposal is-under' : 'proposal'} id={`muc-${id}`}>
      <div class="proposal-head">
        <h3>{label}</h3>
        {number === null ? (
          <StateTag tone="warn" word="Không tìm thấy" shape="dash" />
        ) : (
          <StateTag {...SURE[sure]} />
        )}
      </div>
      {words !== null && number !== null ? <QuotedPassage number={number} words={words} /> : null}
      {note ? <p class="muted">{note}</p> : null}
      {first ? field(first) : null}
      {shown.map(field)}
      {folded.length > 0 ? (
        <Fold summary={`Chi tiết: ${summary(folded, id, typed)}`} open={wrong}>
          {folded.map(field)}
        </Fold>
      ) : null}
      <Verdicts id={id} label={label} typed={typed} found={number !== null} />
    </article>
  );
}

function Verdicts({ id, label, typed, found }: { id: string; label: string; typed: Typed; found: boolean }) {
  const name = `${id}.${VERDICT}`;
  const verdict = verdictOf(typed, id);
  const box = (value: 'yes' | 'no', words: string) => {
    const box = `${fieldId(name)}-${value}`;
    return (
      <div class="choice">
        <input type="radio" id={box} name={name} value={value} checked={verdict === value} />
        <label for={box}>{words}</label>
      </div>
    );
  };
  return (
    <fieldset class="proposal-verdict">
      <legend class="visually-hidden">{label}: lấy vào kế hoạch hay không</legend>
      {box('yes', 'Lấy vào kế hoạch')}
      {box('no', found ? 'Không lấy' : 'Bỏ trống')}
    </fieldset>
  );
}

/** What was typed; else what was proposed. A form that was sent without a box has it unticked. */
function shownValue(id: string, { name, value }: ProposedInput, typed: Typed): string {
  const given = typed[`${id}.${name}`];
  if (given === undefined) return Object.keys(typed).length > 0 ? '' : value;
  return Array.isArray(given) ? given.join(',') : given;
}

function ProposedField({
  id,
  head,
  input,
  typed,
  error,
}: {
  id: string;
  /** What the proposal is called; an input of the same name need not say it again. */
  head: string;
  input: ProposedInput;
  typed: Typed;
  error: string | undefined;
}) {
  const value = shownValue(id, input, typed);
  const props = {
    name: `${id}.${input.name}`,
    label: input.label === head ? 'Ghi vào kế hoạch' : input.label,
    hint: input.hint,
    error,
    required: true,
  };
  switch (input.input) {
    case 'text':
      return (
        <TextArea {...props} value={value} rows={Math.min(8, Math.max(2, Math.ceil(value.length / 60)))} />
      );
    case 'date':
      return <DateField {...props} value={value} />;
    case 'number':
      return <NumberField {...props} value={value} />;
    case 'select':
      return <SelectField {...props} value={value} options={input.options} placeholder={null} />;
    case 'kinds':
      return <CheckboxGroup {...props} values={value.split(',')} options={input.options ?? []} inline />;
    case 'tick':
      return <CheckboxField {...props} checked={value !== ''} />;
    case 'line':
      return <TextField {...props} value={value} />;
  }
}

/** What stands in the folded inputs, so that nobody confirms what they have not seen. */
function summary(inputs: readonly ProposedInput[], id: string, typed: Typed): string {
  const words = inputs
    .map((input) => inWords(input, shownValue(id, input, typed)))
    .filter((said) => said !== '');
  const said = words.join(' · ');
  return said.length > 220 ? `${said.slice(0, 220)}…` : said || 'chưa có';
}

function inWords(input: ProposedInput, value: string): string {
  if (value === '') return '';
  if (input.input === 'tick') return input.label.toLowerCase();
  if (input.input === 'date') return value.split('-').reverse().join('/');
  const labels = value.split(',').map((one) => input.options?.find((option) => option.value === one)?.label);
  return input.options
    ? labels.filter((label) => label !== undefined).join(', ')
    : value.replace(/\n/g, '; ');
}
