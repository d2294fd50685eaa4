import { ReturnMark } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import { DateField, RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import type { Typed } from '../web/form.ts';
import type { FieldChoice, FormChoices, OfficeGroup } from './form-page-choices.ts';
import { ASKED_OF } from './form-page-schema.ts';
import { textIn } from './form-page-typed.ts';
import { BREADTH_NAMES, BREADTHS, ORIGIN_NAMES, ORIGINS } from './show-words.ts';

export interface FieldsProps {
  errors: FieldErrors;
  typed: Typed;
}

interface Returned extends FieldsProps {
  /** Why it came back, shown at the fields. */
  returns: readonly PaperReturn[];
}

/** Name, error and what was typed, as every field takes them. */
export const field = ({ errors, typed }: FieldsProps, name: string) => ({
  name,
  value: textIn(typed, name) ?? '',
  error: errors[name],
});

/** Who it is; with `only`, what is asked of that kind of subject. */
export function SubjectFields(props: FieldsProps & { only?: SubjectKind | undefined }) {
  const asked = (fact: keyof typeof ASKED_OF) =>
    !props.only || ASKED_OF[fact].some((kind) => kind === props.only);
  return (
    <>
      <RadioGroup
        {...field(props, 'kind')}
        label="Loại điển hình"
        required
        inline
        options={SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] }))}
      />
      <TextField
        {...field(props, 'fullName')}
        label="Họ tên, tên gọi"
        hint="Viết đủ dấu, như trong giấy tờ; hộ gia đình ghi tên chủ hộ."
        required
        maxlength={200}
        autocomplete="off"
      />
      {asked('birthYear') ? (
        <TextField
          {...field(props, 'birthYear')}
          label="Năm sinh"
          hint="Của cá nhân hoặc chủ hộ; tập thể để trống."
          inputmode="numeric"
          width="short"
          autocomplete="off"
        />
      ) : null}
      <TextField
        {...field(props, 'place')}
        label="Nơi ở, địa chỉ"
        hint="Ví dụ: khu 7, xã Hy Cương"
        maxlength={300}
      />
      {asked('position') ? (
        <TextField {...field(props, 'position')} label="Chức vụ, nghề nghiệp" maxlength={200} />
      ) : null}
      {asked('representative') ? (
        <TextField
          {...field(props, 'representative')}
          label="Người đại diện"
          hint="Của tập thể hoặc hộ gia đình."
          maxlength={200}
        />
      ) : null}
    </>
  );
}

/** With which office it is recorded. */
export function OfficeField(props: FieldsProps & { offices: readonly OfficeGroup[] }) {
  return (
    <SelectField
      {...field(props, 'officeId')}
      label="Đơn vị"
      hint="Nơi điển hình sinh sống, làm việc và được bồi dưỡng."
      required
      groups={props.offices.map((group) => ({ label: group.label, options: group.offices.map(toOption) }))}
    />
  );
}

/** The field of the plan, and the movement in which it was found. */
export function PlaceFields(props: Returned & { choices: FormChoices }) {
  const { choices } = props;
  return (
    <>
      <ReturnMark returns={props.returns} field="field" />
      <SelectField
        {...field(props, 'fieldId')}
        label="Lĩnh vực"
        hint="Lĩnh vực quyết định cơ quan chủ trì và bộ tiêu chí; phải có trước khi đề nghị."
        placeholder="Chưa rõ"
        groups={fieldGroups(choices.fields)}
      />
      {choices.movements.length > 0 ? (
        <SelectField
          {...field(props, 'movementId')}
          label="Phong trào thi đua, cuộc vận động"
          placeholder="Chưa rõ"
          options={choices.movements.map(toOption)}
        />
      ) : null}
    </>
  );
}

const toOption = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name });

function fieldGroups(fields: readonly FieldChoice[]) {
  const numbers = [...new Set(fields.map((one) => one.planNumber))];
  return numbers.map((number) => ({
    label: `Kế hoạch ${number}`,
    options: fields
      .filter((one) => one.planNumber === number)
      .map((one) => ({ value: String(one.id), label: `${one.name} – ${one.leadOfficeName}` })),
  }));
}

export function BreadthField(props: Returned) {
  return (
    <>
      <ReturnMark returns={props.returns} field="breadth" />
      <RadioGroup
        {...field(props, 'breadth')}
        label="Toàn diện hay từng mặt"
        options={BREADTHS.map((breadth) => ({ value: breadth, label: BREADTH_NAMES[breadth] }))}
      />
    </>
  );
}

/** What was done, what is new or hard about it, and who takes an interest: what the plan asks of who is chosen. */
export function StatementFields(props: Returned) {
  return (
    <>
      <TextField
        {...field(props, 'title')}
        label="Tiêu đề"
        hint="Việc làm tiêu biểu trong một câu, ví dụ: Người mở con đường cả khu chờ ba mươi năm."
        maxlength={300}
      />
      <ReturnMark returns={props.returns} field="statement" />
      <TextArea
        {...field(props, 'statement')}
        label="Tóm tắt thành tích"
        hint="Làm gì, cách làm, kết quả, ai được lợi. Số liệu ghi riêng ở mục “Thành tích” để có thể xác nhận."
        rows={8}
        maxlength={10_000}
      />
      <TextArea
        {...field(props, 'novelty')}
        label="Điều mới hoặc việc khó đã giải quyết"
        hint="Trước đó chưa ai làm, hay vướng ở đâu, đã gỡ bằng cách nào."
        rows={4}
        maxlength={3_000}
      />
      <TextArea
        {...field(props, 'interest')}
        label="Ai quan tâm"
        hint="Ai đã đến xem, hỏi, làm theo; báo, đài nào đã đưa tin; cấp nào đã khen."
        rows={3}
        maxlength={3_000}
      />
    </>
  );
}

export function FoundFields(props: FieldsProps) {
  return (
    <>
      <SelectField
        {...field(props, 'origin')}
        label="Nguồn phát hiện"
        required
        options={ORIGINS.map((origin) => ({ value: origin, label: ORIGIN_NAMES[origin] }))}
      />
      <DateField {...field(props, 'foundOn')} label="Ngày phát hiện" />
      <TextArea
        {...field(props, 'sources')}
        label="Nguồn tin"
        hint="Mỗi dòng một địa chỉ bài báo, văn bản hoặc người giới thiệu."
        rows={3}
      />
      <TextField {...field(props, 'sourceNote')} label="Ghi chú về nguồn tin" maxlength={1_000} />
      <TextField {...field(props, 'fieldHint')} label="Lĩnh vực theo nguồn tin" maxlength={300} />
    </>
  );
}
