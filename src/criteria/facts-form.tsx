import { z } from 'zod';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { CheckboxGroup, DateField, TextArea, TextField } from '../ui/field.tsx';
import { choices, optionalDay, optionalText, text } from '../web/form-fields.ts';
import { NOT_A_WRITER, refusalToEdit, writesCriteria } from './changing-set.ts';
import { editDraft, openDraft } from './draft-set.ts';
import { type Grouping, keyOf } from './grouping.ts';
import { type SetForm, type ShownSetForm, setFormRoutes } from './set-form.tsx';
import { LONGEST_SET_NAME, type SetFacts } from './set-input.ts';

const factsForm = z
  .object({
    name: text('tên bộ tiêu chí', LONGEST_SET_NAME),
    legalBasis: optionalText('căn cứ', 500),
    source: optionalText('nguồn', 500),
    note: optionalText('ghi chú', 2_000),
    validFrom: optionalDay('ngày bắt đầu áp dụng'),
    validTo: optionalDay('ngày cuối áp dụng'),
    subjectKinds: choices('loại chủ thể', SUBJECT_KINDS),
    groupings: optionalText('cách chia nhóm', 4_000),
  })
  .transform(({ groupings, ...facts }): { facts: SetFacts } => ({
    facts: { ...facts, groupings: typedGroupings(groupings ?? '') },
  }));

/** "Địa bàn: Xã đặc biệt khó khăn; Xã khác", one way a line. */
export function typedGroupings(typed: string): Grouping[] {
  const lines = typed.split('\n').flatMap((line) => line.trim() || []);
  return lines.map((line) => {
    const at = line.indexOf(':');
    const name = (at < 0 ? line : line.slice(0, at)).trim().slice(0, 200);
    const options =
      at < 0
        ? []
        : line
            .slice(at + 1)
            .split(';')
            .flatMap((one) => one.trim() || []);
    return {
      key: keyOf(name),
      name,
      options: options.map((option) => ({ key: keyOf(option), name: option.slice(0, 200) })),
    };
  });
}

const groupingsInLines = (groupings: readonly Grouping[]): string =>
  groupings
    .map(({ name, options }) => `${name}: ${options.map((option) => option.name).join('; ')}`)
    .join('\n');

function FactFields({ set, typed, errors, field }: ShownSetForm) {
  const again = Object.keys(typed).length > 0;
  const kinds = again ? [typed.subjectKinds ?? []].flat() : (set?.subjectKinds ?? []);
  return (
    <>
      <TextField {...field('name', set?.name)} label="Tên bộ tiêu chí" required />
      <TextField
        {...field('legalBasis', set?.legalBasis)}
        label="Căn cứ"
        hint="Văn bản quy định: loại, số, ngày, điều khoản. Phải có trước khi đưa vào dùng."
      />
      <CheckboxGroup
        name="subjectKinds"
        label="Dành cho"
        required
        inline
        values={kinds}
        error={errors.subjectKinds}
        options={SUBJECT_KINDS.map((value) => ({ value, label: SUBJECT_KIND_NAMES[value] }))}
      />
      <DateField {...field('validFrom', set?.validFrom)} label="Áp dụng từ ngày" />
      <DateField
        {...field('validTo', set?.validTo)}
        label="Đến hết ngày"
        hint="Để trống nếu văn bản không nói."
      />
      <TextArea
        {...field('groupings', groupingsInLines(set?.groupings ?? []))}
        label="Chia nhóm chủ thể"
        rows={3}
        hint="Khi mức yêu cầu khác nhau theo vùng, loại xã… Mỗi dòng một cách chia, ví dụ: Địa bàn: Xã đặc biệt khó khăn; Xã, phường, thị trấn khác"
      />
      <TextField
        {...field('source', set?.source)}
        label="Nguồn"
        hint="Lấy nội dung ở đâu: địa chỉ trang, công báo."
      />
      <TextArea {...field('note', set?.note)} label="Ghi chú" rows={3} />
    </>
  );
}

const form = {
  schema: factsForm,
  fields: (_visit, shown) => <FactFields {...shown} />,
} satisfies Partial<SetForm<{ facts: SetFacts }>>;

export const factsRoutes = [
  ...setFormRoutes({
    ...form,
    path: '/moi',
    title: 'Soạn bộ tiêu chí',
    lead: 'Bộ mới là bản nháp: thêm từng tiêu chí, thử với câu trả lời mẫu, rồi đưa vào dùng.',
    button: 'Lập bản nháp',
    said: 'Đã lập bản nháp; hãy thêm tiêu chí.',
    draftName: () => 'tieu-chi-moi',
    whyNot: (_visit, actor) => (writesCriteria(actor) ? [] : [NOT_A_WRITER]),
    command: (acting, { facts }) => openDraft(acting, facts),
  }),
  ...setFormRoutes({
    ...form,
    path: '/:id/sua',
    title: 'Sửa bộ tiêu chí',
    button: 'Lưu',
    said: 'Đã lưu bản nháp.',
    draftName: (visit) => `tieu-chi-${visit.req.param('id')}-sua`,
    whyNot: (_visit, actor, set) => [set && refusalToEdit(actor, set)].filter((one) => one !== null),
    command: (acting, { id, version, facts }) => editDraft(acting, { id, version, facts }),
  }),
];
