import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import type { FoundSubject } from '../subjects/queries.ts';
import { RadioGroup } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type FieldsProps, field } from './form-page-fields.tsx';

/** Shown only when somebody of the same name is known: one person is recorded once. */
export function KnownSubjects(props: FieldsProps & { known: readonly FoundSubject[] }) {
  if (props.known.length === 0) return null;
  return (
    <>
      <Notice tone="warn" title="Tên này đã có trong hệ thống">
        Hãy xem có phải cùng một chủ thể không, để không ghi một người hai lần.
      </Notice>
      <RadioGroup
        {...field(props, 'subjectId')}
        label="Đây là"
        required
        options={[
          ...props.known.map((subject) => ({
            value: String(subject.id),
            label: subject.fullName,
            hint: hintOf(subject),
          })),
          { value: 'moi', label: 'Chủ thể khác, chỉ trùng tên' },
        ]}
      />
    </>
  );
}

const hintOf = (subject: FoundSubject): string =>
  [
    SUBJECT_KIND_NAMES[subject.kind],
    subject.birthYear ? `sinh năm ${subject.birthYear}` : null,
    subject.place,
    subject.position,
  ]
    .filter(Boolean)
    .join(' · ');
