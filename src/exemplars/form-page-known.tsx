import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import type { FoundSubject } from '../subjects/queries.ts';
import type { ToldSame } from '../subjects/same-tell.ts';
import { SAME_STRENGTH_NAMES, type SameReason } from '../subjects/same-types.ts';
import { RadioGroup } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { type FieldsProps, field } from './form-page-fields.tsx';

/** Answers with `KnownSubjects` for what is typed so far. */
export const KNOWN_PATH = '/chu-the/giong-nhau';

/** What decides who it may be; the same names as on the form. */
export const KNOWN_BY = ['kind', 'fullName', 'birthYear', 'place', 'position', 'representative', 'officeId'];

/** Where those who are known are shown: after sending, or with scripts while one types. */
export function KnownArea(props: FieldsProps & { known: readonly ToldSame[] }) {
  return (
    <>
      <p class="visually-hidden" role="status" data-known-status="" />
      <div
        class="known-area"
        data-known-url={KNOWN_PATH}
        data-known-by={[...KNOWN_BY, 'subjectId'].join(' ')}
      >
        <KnownSubjects {...props} />
      </div>
    </>
  );
}

/** Shown only when somebody who may be the same one is known: one subject is recorded once. */
export function KnownSubjects(props: FieldsProps & { known: readonly ToldSame[] }) {
  if (props.known.length === 0) return null;
  return (
    <>
      <Notice tone="warn" title="Có thể đã có trong hệ thống">
        <p>Hãy xem có phải cùng một chủ thể không, để không ghi một người hai lần.</p>
        <OutsideReach known={props.known} />
      </Notice>
      <RadioGroup
        {...field(props, 'subjectId')}
        label="Đây là"
        required
        options={[
          ...props.known.flatMap((one) =>
            one.within
              ? [
                  {
                    value: String(one.subject.id),
                    label: one.subject.fullName,
                    hint: `${factsOf(one.subject)}. ${SAME_STRENGTH_NAMES[one.strength]}: ${inWords(one.reasons)}.`,
                  },
                ]
              : [],
          ),
          { value: 'moi', label: 'Chủ thể khác, chỉ trùng tên' },
        ]}
      />
    </>
  );
}

/** Of those that lie elsewhere only so much is told that one knows whom to ask. */
function OutsideReach({ known }: { known: readonly ToldSame[] }) {
  const outside = known.flatMap((one) => (one.within ? [] : [one]));
  if (outside.length === 0) return null;
  return (
    <ul>
      {outside.map(({ fullName, kind, communeName, keeperName, reasons }) => (
        <li>
          {[fullName, SUBJECT_KIND_NAMES[kind].toLowerCase(), communeName].filter(Boolean).join(', ')}:{' '}
          {inWords(reasons)}. Hồ sơ ngoài phạm vi của bạn
          {keeperName ? `; hãy hỏi ${keeperName}` : ''}.
        </li>
      ))}
    </ul>
  );
}

const inWords = (reasons: readonly SameReason[]): string =>
  reasons.map(({ sentence }) => sentence).join('; ');

const factsOf = (subject: FoundSubject): string =>
  [
    SUBJECT_KIND_NAMES[subject.kind],
    subject.birthYear ? `sinh năm ${subject.birthYear}` : null,
    subject.place,
    subject.position,
  ]
    .filter(Boolean)
    .join(' · ');
