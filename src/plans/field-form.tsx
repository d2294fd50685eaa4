import { setsToChoose } from '../criteria/set-queries.ts';
import { officeKinds } from '../offices/find.ts';
import { type OfficeInTree, officesOn } from '../offices/tree.ts';
import { SUBJECT_KIND_NAMES, SUBJECT_KINDS } from '../subjects/kinds.ts';
import { CheckboxField, CheckboxGroup, NumberField, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { formatCount } from '../ui/format.ts';
import { officeGroups } from '../web/offices/office-options.ts';
import { dayOfOffices, officesOf } from './create-plan.ts';
import { editField } from './edit-field.ts';
import { fieldForm } from './field-schema.ts';
import { allocationRow, type NamedChoices, NamedRows, namedRow } from './named-rows.tsx';
import type { DraftField } from './plan-draft.ts';
import { planFormRoutes, type ShownPlanForm } from './plan-form.tsx';
import { fieldsOfPlan } from './queries.ts';
import { type GivenOut, givenOut } from './quota-shares.ts';

const KIND_OPTIONS = SUBJECT_KINDS.map((kind) => ({ value: kind, label: SUBJECT_KIND_NAMES[kind] }));
export const QUOTA_OPTIONS = [
  { value: 'none', label: 'Không đặt chỉ tiêu' },
  { value: 'exactly', label: 'Đúng' },
  { value: 'at_least', label: 'Ít nhất' },
  { value: 'at_most', label: 'Nhiều nhất' },
];

function valuesOf(shown: ShownPlanForm, name: string, kept: readonly string[]): string[] {
  const given = shown.typed[name];
  if (Object.keys(shown.typed).length === 0) return [...kept];
  return given === undefined ? [] : [given].flat();
}

interface Choices extends NamedChoices {
  sets: readonly { id: number; name: string }[];
}

interface FieldProps {
  shown: ShownPlanForm;
  kept: DraftField | null;
  /** What the kept shares come to. */
  given: GivenOut | null;
  choices: Choices;
}

function FieldFields({ shown, kept, given, choices }: FieldProps) {
  const { field, typed, errors } = shown;
  const fresh = Object.keys(typed).length === 0;
  return (
    <>
      <TextField {...field('name', kept?.name)} label="Tên lĩnh vực" required />
      <CheckboxField
        name="isPilot"
        label="Là lĩnh vực điểm của kế hoạch"
        checked={fresh ? (kept?.isPilot ?? true) : typed.isPilot !== undefined}
      />
      <SelectField
        {...field('leadOfficeId', kept?.leadOfficeId)}
        label="Cơ quan chủ trì"
        groups={officeGroups(choices.offices)}
        required
      />
      <TextArea
        {...field('coordinating', kept?.coordinating)}
        label="Cơ quan phối hợp, theo lời kế hoạch"
        rows={2}
      />
      <CheckboxGroup
        name="subjectKinds"
        label="Loại chủ thể"
        options={KIND_OPTIONS}
        values={valuesOf(shown, 'subjectKinds', kept?.subjectKinds ?? SUBJECT_KINDS)}
        error={errors.subjectKinds}
        required
        inline
      />
      <SelectField
        {...field('quotaKind', kept?.quotaKind ?? 'none')}
        label="Chỉ tiêu"
        options={QUOTA_OPTIONS}
        placeholder={null}
        width="half"
      />
      <NumberField {...field('quotaNumber', kept?.quotaNumber)} label="Số lượng" unit="điển hình" />
      <CheckboxGroup
        name="quotaCounts"
        label="Chỉ tiêu tính loại nào"
        hint="Không đánh dấu: tính mọi loại."
        options={KIND_OPTIONS}
        values={valuesOf(shown, 'quotaCounts', kept?.quotaCounts ?? [])}
        error={errors.quotaCounts}
        inline
      />
      <SelectField
        {...field('criteriaSetId', kept?.criteriaSetId)}
        label="Bộ tiêu chí"
        options={choices.sets.map(({ id, name }) => ({ value: String(id), label: name }))}
        placeholder="– Chưa có –"
      />
      <NamedRows
        list="coordination"
        legend="Đơn vị phối hợp"
        hint="Một đơn vị, hoặc mọi đơn vị cùng loại thuộc một cơ quan, ví dụ mỗi huyện thuộc tỉnh. Dòng để trống không tính."
        kept={(kept?.coordination ?? []).map(namedRow)}
        shown={shown}
        choices={choices}
      />
      <NamedRows
        list="allocations"
        legend="Phân bổ chỉ tiêu"
        hint="Số lượng (2) hoặc phần trăm của chỉ tiêu (40%). Với “mỗi đơn vị”, đó là phần của từng đơn vị; đơn vị ghi riêng thì theo dòng riêng."
        kept={(kept?.allocations ?? []).map(allocationRow)}
        shown={shown}
        choices={choices}
      />
      {given && given.offices > 0 ? <p class="muted">{givenInWords(given)}</p> : null}
    </>
  );
}

/** 'Đã lưu phân bổ cho 13 đơn vị, cộng lại 26; còn 4 chưa phân bổ.' */
function givenInWords({ offices, total, remainder }: GivenOut): string {
  const sum = `Đã lưu phân bổ cho ${formatCount(offices)} đơn vị, cộng lại ${formatCount(total)}`;
  if (remainder === null) return `${sum}.`;
  if (remainder === 0) return `${sum}, vừa đủ chỉ tiêu.`;
  return remainder > 0
    ? `${sum}; còn ${formatCount(remainder)} chưa phân bổ.`
    : `${sum}, hơn chỉ tiêu ${formatCount(-remainder)}.`;
}

export const fieldRoutes = planFormRoutes({
  path: 'linh-vuc/:item',
  title: 'Lĩnh vực',
  schema: fieldForm,
  said: 'Đã lưu lĩnh vực.',
  keepsDraft: true,
  command: (acting, { item, field, ...target }) => editField(acting, { ...target, fieldId: item, field }),
  async fields(visit, shown) {
    const { db } = visit.get('deps');
    const ids = await fieldsOfPlan(db, shown.plan.id);
    const at = shown.item === null ? -1 : ids.indexOf(shown.item);
    if (at < 0 && visit.req.param('item') !== 'moi') return null;
    const [offices, kinds, sets] = [
      await officesOn(db, shown.plan.amendedOn ?? dayOfOffices(shown.draft)),
      await officeKinds(db),
      await setsToChoose(db),
    ];
    const kept = shown.draft.fields[at] ?? null;
    return (
      <FieldFields
        shown={shown}
        kept={kept}
        given={kept && givenOut(kept, offices)}
        choices={{ offices: offices.filter(mayBeNamed(shown.draft.issuerOfficeId, kept)), kinds, sets }}
      />
    );
  },
});

/** Communes stand for themselves only where there is no level between them and who issues, or where one is named already. */
function mayBeNamed(issuerId: number | null, kept: DraftField | null) {
  const named = new Set(kept ? officesOf(kept).map(({ officeId }) => officeId) : []);
  return ({ id, path, kindId }: OfficeInTree): boolean =>
    path.length <= 2 || kindId !== 'commune' || path.at(-2) === issuerId || named.has(id);
}
