import { z } from 'zod';
import { type SubjectForm, subjectFormRoutes } from '../subjects/form-routes.tsx';
import type { SubjectInView } from '../subjects/in-view.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { RadioGroup, TextField } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import type { FieldOf } from '../web/field-of.ts';
import { optionalChoice, optionalText, optionalWholeNumber, text } from '../web/form-fields.ts';
import type { Route } from '../web/route.ts';
import { ASKED_OF } from './form-page-schema.ts';
import { changeSubjectFacts } from './subject-facts.ts';

const subjectFactsForm = z.object({
  kind: optionalChoice('loại chủ thể', SUBJECT_KINDS),
  fullName: text('họ tên hoặc tên gọi', 200),
  birthYear: optionalWholeNumber('năm sinh', 1880, 2100),
  place: optionalText('nơi ở, địa chỉ', 300),
  position: optionalText('chức vụ, nghề nghiệp', 200),
  representative: optionalText('người đại diện', 200),
});

const form: SubjectForm<z.infer<typeof subjectFactsForm>> = {
  path: 'sua',
  title: 'Sửa thông tin chủ thể',
  anchor: 'thong-tin',
  schema: subjectFactsForm,
  said: 'Đã sửa thông tin chủ thể ở mọi hồ sơ.',
  command: changeSubjectFacts,
  fields: (_visit, subject, field) => <SubjectFactsFields subject={subject} field={field} />,
};

/** Correcting what is known of a subject, wherever it is registered. */
export const subjectFactsRoutes: Route[] = subjectFormRoutes(form);

function SubjectFactsFields({ subject, field }: { subject: SubjectInView; field: FieldOf }) {
  const files = subject.exemplars.length;
  /** What is not asked of its kind is shown where something stands in it, so that it is not lost unseen. */
  const asked = (fact: keyof typeof ASKED_OF) =>
    files === 0 || subject[fact] !== null || ASKED_OF[fact].some((kind) => kind === subject.kind);
  return (
    <>
      <p>
        {files > 0
          ? `Sửa ở đây là sửa trong cả ${formatCount(files)} hồ sơ của chủ thể; tên và địa chỉ cũ được giữ trong lịch sử.`
          : 'Tên và địa chỉ cũ được giữ trong lịch sử.'}
      </p>
      {files === 0 ? (
        <RadioGroup
          {...field('kind', subject.kind)}
          label="Loại chủ thể"
          required
          inline
          options={SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] }))}
        />
      ) : null}
      <TextField {...field('fullName', subject.fullName)} label="Họ tên, tên gọi" required maxlength={200} />
      {asked('birthYear') ? (
        <TextField
          {...field('birthYear', subject.birthYear)}
          label="Năm sinh"
          hint="Của cá nhân hoặc chủ hộ; tập thể để trống."
          inputmode="numeric"
          width="short"
        />
      ) : null}
      <TextField {...field('place', subject.place)} label="Nơi ở, địa chỉ" maxlength={300} />
      {asked('position') ? (
        <TextField {...field('position', subject.position)} label="Chức vụ, nghề nghiệp" maxlength={200} />
      ) : null}
      {asked('representative') ? (
        <TextField
          {...field('representative', subject.representative)}
          label="Người đại diện"
          hint="Của tập thể hoặc hộ gia đình."
          maxlength={200}
        />
      ) : null}
    </>
  );
}
