import { SelectField, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import { Section } from '../ui/panel.tsx';
import { SubPart } from '../ui/sub-part.tsx';
import type { FieldOf } from '../web/field-of.ts';
import type { Answer } from './answer.ts';
import { AnswerField } from './answer-inputs.tsx';
import { groupField, noteField } from './answer-typed.ts';
import { type Asked, type AskedCriterion, aroundOf } from './asked.ts';
import type { Chosen } from './grouping.ts';
import { isGroup } from './rule.ts';
import { ruleInWords, type WordsAround } from './rule-words.ts';

interface FormProps {
  asked: Asked;
  /** Answers of the assessment before. */
  kept: ReadonlyMap<number, Answer>;
  keptGroups: Chosen;
  field: FieldOf;
  /** Asks for each answer what it rests on. */
  withNotes?: boolean;
}

/** The whole form of answers: the groups that must be chosen, then every criterion; works without scripts. */
export function AnswerForm({ asked, kept, keptGroups, field, withNotes = true }: FormProps) {
  const { set, criteria } = asked;
  const top = criteria.filter(({ parentId }) => parentId === null);
  const around = aroundOf(asked);
  return (
    <>
      {set.groupings.map((grouping) => (
        <SelectField
          {...field(groupField(grouping), keptGroups[grouping.key])}
          label={grouping.name}
          hint="Mức yêu cầu có thể khác nhau theo nhóm; để trống nếu chưa rõ."
          placeholder="– Chưa rõ –"
          options={grouping.options.map(({ key, name }) => ({ value: key, label: name }))}
        />
      ))}
      {top.map((criterion, index) => (
        <TopCriterion
          criterion={criterion}
          number={index + 1}
          parts={criteria.filter(({ parentId }) => parentId === criterion.id)}
          {...{ kept, field, around, asked, withNotes }}
        />
      ))}
    </>
  );
}

interface Around extends Pick<FormProps, 'kept' | 'field' | 'asked'> {
  around: WordsAround;
  withNotes: boolean;
}

interface TopProps extends Around {
  criterion: AskedCriterion;
  number: number;
  parts: readonly AskedCriterion[];
}

function TopCriterion({ criterion, number, parts, ...around }: TopProps) {
  return (
    <Section
      id={`tieu-chi-${criterion.id}`}
      title={`${number}. ${criterion.name}`}
      intro={<p>{introOf(criterion, around.around)}</p>}
    >
      {isGroup(criterion.rule.kind) ? (
        parts.map((part, index) => (
          <SubPart title={`${number}.${index + 1}. ${part.name}`} note={introOf(part, around.around)}>
            <OneAnswer criterion={part} {...around} />
          </SubPart>
        ))
      ) : (
        <OneAnswer criterion={criterion} {...around} />
      )}
    </Section>
  );
}

function introOf({ rule, mandatory, parentId, points, hint }: AskedCriterion, around: WordsAround): string {
  return [
    ...(parentId === null && rule.kind !== 'disqualifier'
      ? [mandatory ? 'Bắt buộc.' : 'Không bắt buộc.']
      : []),
    ...(rule.kind === 'yes_no' || (rule.kind === 'points' && rule.atLeast === null)
      ? []
      : [`Yêu cầu: ${ruleInWords(rule, around)}.`]),
    ...(points === null ? [] : [`Tối đa ${formatNumber(points)} điểm.`]),
    ...(hint ? [hint] : []),
  ].join(' ');
}

interface OneProps extends Around {
  criterion: AskedCriterion;
}

function OneAnswer({ criterion, kept, field, asked, withNotes }: OneProps) {
  const before = kept.get(criterion.id) ?? null;
  const unitOf = (norm: string | null) => asked.norms.find(({ key }) => key === norm)?.unit ?? null;
  return (
    <>
      <AnswerField criterion={criterion} kept={before} field={field} unitOf={unitOf} />
      {withNotes ? (
        <TextField
          {...field(noteField(criterion), before?.note ?? null)}
          label="Căn cứ"
          hint="Dựa vào đâu: văn bản, sổ sách, ai xác nhận."
        />
      ) : null}
    </>
  );
}
