import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { RadioGroup, SelectField, TextArea, TextField } from '../ui/field.tsx';
import type { FieldOf } from '../web/field-of.ts';
import type { PlaceGroup } from './places.ts';
import { LONGEST, MOST_LINKS } from './rules.ts';

/** Whom somebody proposes and for what: the same fields in public and at the desk. */
export function ProposalFields({ field, places }: { field: FieldOf; places: readonly PlaceGroup[] }) {
  return (
    <>
      <TextField
        {...field('fullName')}
        label="Tên người, tập thể hoặc gia đình"
        hint="Chưa biết họ tên đầy đủ thì ghi cách mọi người vẫn gọi."
        required
        maxlength={LONGEST.name}
        autocomplete="off"
      />
      <RadioGroup
        {...field('kind')}
        label="Đó là"
        inline
        options={SUBJECT_KINDS.map((value) => ({ value, label: SUBJECT_KIND_NAMES[value] }))}
      />
      <SelectField
        {...field('placeId')}
        label="Xã, phường, thị trấn"
        hint="Chưa rõ thì để trống, ghi điều bạn biết ở ô dưới."
        placeholder="– Chưa rõ –"
        groups={places.map((group) => ({
          label: group.label,
          options: group.places.map(({ id, name }) => ({ value: String(id), label: name })),
        }))}
      />
      <TextField
        {...field('placeWords')}
        label="Khu, thôn, xóm, cơ quan, trường học"
        maxlength={LONGEST.place}
        autocomplete="off"
      />
      <TextArea
        {...field('what')}
        label="Việc làm tốt, cách làm hay"
        hint="Đã làm gì, từ bao giờ, ai được lợi, vì sao đáng học theo. Biết đến đâu kể đến đó."
        required
        rows={7}
        maxlength={LONGEST.what}
      />
      <TextArea
        {...field('links')}
        label="Đường dẫn đến bài viết, hình ảnh"
        hint={`Mỗi dòng một đường dẫn, nhiều nhất ${MOST_LINKS}.`}
        rows={2}
        maxlength={2_600}
      />
    </>
  );
}
