import type { Filled } from '../exemplars/work-form.tsx';
import { DateField, RadioGroup, TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { DIFFICULTY_ROWS } from './forms.ts';
import { CONCLUSION_NAMES, QUESTION_NAMES, QUESTIONS, SCORE_NAMES } from './kinds.ts';

const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

interface CheckFieldsProps {
  filled: Filled;
  /** ISO. */
  today: string;
  /** Years that have their check already. */
  checkedYears: readonly number[];
}

/** The four questions with a score and words each, the conclusion, and the difficulties with their help. */
export function CheckFields({ filled, today, checkedYears }: CheckFieldsProps) {
  const { field } = filled;
  return (
    <>
      <DateField
        {...field('checkedOn', today)}
        label="Ngày kiểm tra"
        required
        hint={
          checkedYears.length > 0 ? `Mỗi năm ghi một lần; đã ghi năm ${checkedYears.join(', ')}.` : undefined
        }
      />
      {QUESTIONS.map((question) => (
        <>
          <RadioGroup
            {...field(question)}
            label={QUESTION_NAMES[question]}
            required
            inline
            options={options(SCORE_NAMES)}
          />
          <TextArea
            {...field(`${question}Words`)}
            label={`Nhận xét: ${QUESTION_NAMES[question].toLowerCase()}`}
            required
            rows={2}
          />
        </>
      ))}
      <RadioGroup
        {...field('conclusion')}
        label="Kết luận"
        required
        inline
        options={options(CONCLUSION_NAMES)}
      />
      <h2>Khó khăn và việc giúp đỡ</h2>
      <p class="muted">
        Khó khăn nào cũng phải có việc giúp đỡ, người chịu trách nhiệm và hạn. Để trống nếu không có.
      </p>
      {DIFFICULTY_ROWS.map((row) => (
        <Fold summary={`Khó khăn ${row}`} open={row === 1 || hasTyped(filled, row)}>
          <TextArea {...field(`difficulty_${row}`)} label="Khó khăn" rows={2} />
          <TextArea {...field(`help_${row}`)} label="Cách giúp đỡ" rows={2} />
          <TextField {...field(`owner_${row}`)} label="Chịu trách nhiệm" />
          <DateField {...field(`due_${row}`)} label="Hạn giúp đỡ" />
        </Fold>
      ))}
    </>
  );
}

/** A row comes back open when there is something in it to be put right or kept. */
const hasTyped = ({ typed }: Filled, row: number): boolean =>
  ['difficulty', 'help', 'owner', 'due'].some((name) => Boolean(typed[`${name}_${row}`]));
