import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import {
  CheckboxField,
  DateField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../ui/field.tsx';
import { Section } from '../ui/panel.tsx';
import type { FieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import {
  ADDING_NAMES,
  ADDINGS,
  CONTRIBUTION_KIND_NAMES,
  CONTRIBUTION_KINDS,
  MEASURE_KIND_NAMES,
  MEASURE_KINDS,
  SHOWING_NAMES,
  SHOWINGS,
} from './kinds.ts';
import { rangeField } from './measure-form.ts';

const options = <K extends string>(keys: readonly K[], names: Record<K, string>) =>
  keys.map((value) => ({ value, label: names[value] }));

/** The fields of a measure, new or known. */
export function MeasureFields({ field, typed }: { field: FieldOf; typed: Typed }) {
  return (
    <>
      <TextField
        {...field('name')}
        label="Tên chỉ số"
        required
        maxlength={200}
        hint="Ví dụ: Diện tích đất hiến"
      />
      <SelectField
        {...field('kind')}
        label="Loại"
        required
        options={options(MEASURE_KINDS, MEASURE_KIND_NAMES)}
      />
      <TextField
        {...field('unit')}
        label="Đơn vị tính"
        required
        width="short"
        hint="Đơn vị để giữ số: đồng, m², %, hộ. Người ghi vẫn gõ được “15 triệu”, “1,2 ha”."
      />
      <NumberField {...field('decimals', '0')} label="Số chữ số thập phân" required />
      <RadioGroup
        {...field('shown', 'short')}
        label="Cách viết"
        required
        options={options(SHOWINGS, SHOWING_NAMES)}
      />
      <SelectField
        {...field('adding')}
        label="Khi gộp nhiều năm, nhiều chủ thể"
        required
        options={options(ADDINGS, ADDING_NAMES)}
      />
      <SelectField
        {...field('contribution')}
        label="Là đóng góp loại"
        placeholder="Không phải đóng góp"
        options={options(CONTRIBUTION_KINDS, CONTRIBUTION_KIND_NAMES)}
      />
      <TextArea {...field('synonyms')} label="Tên gọi khác" rows={3} hint="Mỗi dòng một tên." />
      <DateField {...field('validFrom')} label="Dùng từ ngày" />
      <Section
        id="khoang"
        title="Khoảng thường gặp"
        intro="Số ngoài khoảng không bị từ chối: người ghi được hỏi “có đúng không?”, và số được đánh dấu. Để trống là không đặt."
      >
        {SUBJECT_KINDS.map((kind) => (
          <>
            <TextField
              {...field(rangeField(kind, 'lowest'))}
              label={`${SUBJECT_KIND_NAMES[kind]}: từ`}
              width="half"
              maxlength={60}
            />
            <TextField
              {...field(rangeField(kind, 'highest'))}
              label={`${SUBJECT_KIND_NAMES[kind]}: đến`}
              width="half"
              maxlength={60}
            />
          </>
        ))}
        <TextField {...field('rangeSource')} label="Khoảng lấy từ đâu" maxlength={300} />
        <CheckboxField
          name="rangeProvisional"
          label="Đặt tạm, chưa đối chiếu"
          checked={typed.rangeProvisional !== undefined}
        />
      </Section>
    </>
  );
}
