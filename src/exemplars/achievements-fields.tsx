import { ADDING_NAMES } from '../measures/kinds.ts';
import { rangeFor, rangeInWords } from '../measures/plausible.ts';
import type { Measure } from '../measures/queries.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import { CheckboxField, NumberField, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { amountInWords } from './achievements-view.tsx';
import type { Achievement } from './merits-queries.ts';
import type { Filled } from './work-form.tsx';

interface FieldsProps {
  filled: Filled;
  /** Those that may be chosen. */
  measures: readonly Measure[];
  subjectKind: SubjectKind;
  kept?: Achievement | undefined;
}

/** The fields of an achievement: the sentence, the figure by a measure or in words of its own, and what it was before. */
export function AchievementFields({ filled, measures, subjectKind, kept }: FieldsProps) {
  const { field } = filled;
  const amount = (value: number | null | undefined) =>
    kept && typeof value === 'number' ? amountTyped(value, kept) : null;
  const year = (value: number | null | undefined) => (value ? String(value) : null);
  const ofMeasure = kept?.measure_id !== null && kept?.measure_id !== undefined;
  return (
    <>
      <TextArea {...field('statement', kept?.statement)} label="Thành tích" required rows={3} />
      <SelectField
        {...field('measureId', kept?.measure_id)}
        label="Chỉ số"
        placeholder="Không có trong danh mục (ghi ở hai ô cuối)"
        hint="Chọn chỉ số thì đơn vị tính có sẵn, số cộng được với nơi khác."
        options={measures.map((measure) => ({ value: String(measure.id), label: measureLabel(measure) }))}
      />
      <TextField
        {...field('value', amount(kept?.value))}
        label="Giá trị"
        width="half"
        maxlength={60}
        autocomplete="off"
        hint="Gõ như thường viết: 1.234,5; 15 triệu; 1,2 ha. Chương trình đổi ra đơn vị tính và cho xem đã hiểu thế nào."
      />
      <NumberField {...field('year', year(kept?.year))} label="Năm" />
      <TextField
        {...field('valueBefore', amount(kept?.value_before))}
        label="Trước đó"
        width="half"
        maxlength={60}
        autocomplete="off"
        hint="Cùng số liệu ấy trước khi làm, nếu biết: để thấy đã thay đổi bao nhiêu."
      />
      <NumberField {...field('yearBefore', year(kept?.year_before))} label="Năm của số trước đó" />
      <RecheckedField filled={filled} kept={kept?.rechecked ?? false} />
      <TextField
        {...field('measure', ofMeasure ? null : kept?.measure)}
        label="Số liệu về"
        hint="Chỉ khi không có chỉ số phù hợp. Ví dụ: số đàn ong, số buổi biểu diễn."
        maxlength={200}
      />
      <TextField
        {...field('unit', ofMeasure ? null : kept?.unit)}
        label="Đơn vị tính"
        hint="Chỉ khi không chọn chỉ số. Ví dụ: đàn, buổi"
        width="short"
        maxlength={60}
      />
      <Ranges measures={measures} subjectKind={subjectKind} />
    </>
  );
}

/** Asked only once a figure lies outside of its range: the box stands right where the question is. */
export function RecheckedField({ filled, kept }: { filled: Filled; kept: boolean }) {
  const { errors, typed } = filled;
  const ticked = typed.rechecked !== undefined || (kept && Object.keys(typed).length === 0);
  if (!errors.rechecked && !ticked) return null;
  return (
    <CheckboxField name="rechecked" error={errors.rechecked} label="Đúng, đã kiểm tra lại" checked={ticked} />
  );
}

/** In the unit of the measure, so that it is read back as the same. */
export const amountTyped = (value: number, of: Pick<Achievement, 'scale' | 'unit'>): string =>
  of.scale ? amountInWords(value, { ...of, scale: { ...of.scale, shown: 'plain' } }) : amountOnly(value);

const amountOnly = (value: number): string => amountInWords(value, { scale: null, unit: null });

const measureLabel = ({ name, unit }: Measure): string => `${name} (${unit})`;

function Ranges({ measures, subjectKind }: Pick<FieldsProps, 'measures' | 'subjectKind'>) {
  const known = measures.flatMap((measure) => {
    const range = rangeFor(measure.ranges, subjectKind);
    return range ? [{ measure, range }] : [];
  });
  if (known.length === 0) return null;
  return (
    <Fold summary="Khoảng thường gặp của các chỉ số">
      <p class="muted">Số ngoài khoảng không bị từ chối, chỉ được hỏi lại và đánh dấu.</p>
      <ul class="muted">
        {known.map(({ measure, range }) => (
          <li>
            {measure.name}: {rangeInWords(range, measure)}
            {range.provisional ? ' (đặt tạm)' : ''}; khi gộp: {ADDING_NAMES[measure.adding].toLowerCase()}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
