import { PRECISION_NAMES, PUBLIC_PRECISIONS, STAFF_PRECISIONS } from '../places/precision.ts';
import { type RecordedPlace, recordedPlace } from '../places/queries.ts';
import { pointInWords } from '../places/words.ts';
import { CheckboxField, RadioGroup, SelectField, TextField } from '../ui/field.tsx';
import type { Route } from '../web/route.ts';
import { reasonForm } from './achievements-forms.ts';
import { recordPlace, removePlace } from './place.ts';
import { placeForm } from './place-form.ts';
import { type PlaceOffice, placeOffices } from './place-offices.ts';
import type { ExemplarInView } from './queries.ts';
import { type Filled, workFormRoutes } from './work-form.tsx';

const shared = { work: 'registration', anchor: 'vi-tri' } as const;

export const placeRoutes: Route[] = [
  ...workFormRoutes({
    ...shared,
    path: 'vi-tri',
    title: 'Ghi vị trí',
    schema: placeForm,
    said: 'Đã ghi vị trí.',
    command: recordPlace,
    fields: async (visit, exemplar, filled) => {
      const { db, clock } = visit.get('deps');
      const [offices, kept] = await Promise.all([
        placeOffices(db, exemplar, clock.today()),
        recordedPlace(db, exemplar.id, { kind: 'staff', roles: exemplar.roles }),
      ]);
      return <PlaceFields {...{ exemplar, filled, offices, kept }} />;
    },
  }),
  ...workFormRoutes({
    ...shared,
    path: 'vi-tri/bo',
    title: 'Bỏ vị trí',
    schema: reasonForm,
    said: 'Đã bỏ vị trí.',
    command: removePlace,
    fields: async (visit, exemplar, { field }) => {
      const audience = { kind: 'staff' as const, roles: exemplar.roles };
      const kept = await recordedPlace(visit.get('deps').db, exemplar.id, audience);
      return kept ? <TextField {...field('reason')} label="Lý do bỏ vị trí" required /> : null;
    },
  }),
];

interface FieldsProps {
  exemplar: ExemplarInView;
  filled: Filled;
  offices: readonly PlaceOffice[];
  kept: RecordedPlace | null;
}

function PlaceFields({ exemplar, filled, offices, kept }: FieldsProps) {
  const { field, errors, typed } = filled;
  const asked = errors.sure !== undefined || typed.sure !== undefined;
  return (
    <>
      <SelectField
        {...field('officeId', String(kept?.officeId ?? exemplar.officeId))}
        label="Xã, phường"
        hint="Nơi điển hình ở hoặc làm việc; không nhất thiết là đơn vị quản lý hồ sơ."
        placeholder={null}
        groups={groupsOf(offices)}
        required
      />
      <TextField
        {...field('point', kept?.point ? pointInWords(kept.point) : null)}
        label="Điểm trên bản đồ"
        hint="Vĩ độ rồi kinh độ, ví dụ 21,3012; 105,4012, hoặc dán liên kết bản đồ. Chỉ người kiểm tra hồ sơ thấy điểm này. Không biết thì để trống."
        maxlength={1_000}
      />
      {asked ? (
        <CheckboxField
          name="sure"
          label="Đúng, điểm ở đó"
          checked={typed.sure !== undefined}
          error={errors.sure}
        />
      ) : null}
      <RadioGroup
        {...field('staff', kept?.shown.staff ?? 'commune')}
        label="Cán bộ khác được thấy"
        hint="Người xem được hồ sơ mà không kiểm tra hồ sơ."
        options={STAFF_PRECISIONS.toReversed().map((value) => ({ value, label: PRECISION_NAMES[value] }))}
        required
      />
      <RadioGroup
        {...field('public', kept?.shown.public ?? 'commune')}
        label="Công khai"
        options={PUBLIC_PRECISIONS.map((value) => ({ value, label: PRECISION_NAMES[value] }))}
        required
      />
      <TextField
        {...field('source', kept?.source)}
        label="Nguồn của vị trí"
        hint="Ví dụ: Cán bộ xã đến tận nơi ngày 05/11/2018; gia đình chỉ trên bản đồ."
        required
      />
    </>
  );
}

function groupsOf(offices: readonly PlaceOffice[]) {
  const labels = [...new Set(offices.map(labelOf))];
  return labels.map((label) => ({
    label,
    options: offices
      .filter((office) => labelOf(office) === label)
      .map(({ id, name }) => ({ value: String(id), label: name })),
  }));
}

const labelOf = ({ parentName }: PlaceOffice): string => parentName ?? 'Trực thuộc tỉnh';
