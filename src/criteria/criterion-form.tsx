import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { CheckboxField, CheckboxGroup, NumberField, SelectField, TextArea, TextField } from '../ui/field.tsx';
import { formatNumber } from '../ui/format.ts';
import type { Visit } from '../web/visit.ts';
import { refusalToEdit } from './changing-set.ts';
import { KindFields } from './criterion-fields.tsx';
import { criterionForm } from './criterion-schema.ts';
import { saveCriterion } from './edit-criterion.ts';
import { normNames } from './norm-queries.ts';
import type { CriteriaSet, Criterion } from './queries.ts';
import { CRITERION_KIND_NAMES, CRITERION_KINDS, type CriterionKind, isGroup, mayStandIn } from './rule.ts';
import { type ShownSetForm, setFormRoutes } from './set-form.tsx';
import type { CriterionInput } from './set-input.ts';
import { SETS_PATH } from './set-words.tsx';

/** The parameter that says which kind of criterion is added. */
export const KIND_PARAM = 'loai';

const kindNamed = (name: unknown): CriterionKind | null =>
  CRITERION_KINDS.find((kind) => kind === name) ?? null;

const form = {
  title: 'Tiêu chí',
  button: 'Lưu tiêu chí',
  said: 'Đã lưu tiêu chí.',
  schema: criterionForm,
  whyNot: (_visit: Visit, actor: Parameters<typeof refusalToEdit>[0], set: CriteriaSet | null) =>
    [set && refusalToEdit(actor, set)].filter((one) => one !== null),
  command: (
    acting: Parameters<typeof saveCriterion>[0],
    {
      input,
      id,
      version,
      item,
    }: { input: CriterionInput; id: number; version: number | null; item: number | null },
  ) => saveCriterion(acting, { id, version, criterionId: item, input }),
  leadsTo: (set: CriteriaSet | null) => `${SETS_PATH}/${set?.id}#cac-tieu-chi`,
};

/** A new criterion of the kind that the address names, and one that is there. */
export const criterionRoutes = [
  ...setFormRoutes({
    ...form,
    path: '/:id/muc/moi',
    draftName: (visit) =>
      `tieu-chi-${visit.req.param('id')}-muc-moi-${(kindNamed(visit.req.query(KIND_PARAM)) ?? 'chon').replaceAll('_', '-')}`,
    fields: (visit, shown) => {
      const kind = kindNamed(visit.req.query(KIND_PARAM));
      return kind && shown.set ? criterionFields(visit, shown, shown.set, kind, null) : null;
    },
  }),
  ...setFormRoutes({
    ...form,
    path: '/:id/muc/:item',
    draftName: (visit) => `tieu-chi-${visit.req.param('id')}-muc-${visit.req.param('item')}`,
    fields: (visit, shown) => {
      const criterion = shown.set?.criteria.find(({ id }) => id === shown.item);
      return criterion && shown.set
        ? criterionFields(visit, shown, shown.set, criterion.rule.kind, criterion)
        : null;
    },
  }),
];

async function criterionFields(
  visit: Visit,
  shown: ShownSetForm,
  set: CriteriaSet,
  kind: CriterionKind,
  kept: Criterion | null,
) {
  const { field } = shown;
  const names =
    kind === 'multiple_of_norm' ? await normNames(visit.get('deps').db) : new Map<string, { name: string }>();
  const norms = [...names].map(([key, { name }]) => ({ key, name }));
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <p>
        Loại: <strong>{CRITERION_KIND_NAMES[kind]}</strong>
      </p>
      <TextArea {...field('name', kept?.name)} label="Nội dung tiêu chí" rows={2} required />
      <KindFields kind={kind} kept={kept?.rule ?? null} {...{ field, norms }} groupings={set.groupings} />
      <PlaceFields {...{ shown, set, kind, kept }} />
      <TextField {...field('hint', kept?.hint)} label="Hướng dẫn cho người đánh giá" />
      <TextField {...field('source', kept?.source)} label="Nguồn" hint="Điều, khoản, trang của văn bản." />
    </>
  );
}

interface PlaceProps {
  shown: ShownSetForm;
  set: CriteriaSet;
  kind: CriterionKind;
  kept: Criterion | null;
}

/** Where it stands and for whom: in a group, worth how much, mandatory or not, for which kinds of subject. */
function PlaceFields(props: PlaceProps) {
  const { shown, set, kind, kept } = props;
  const { typed, errors } = shown;
  const again = Object.keys(typed).length > 0;
  const kinds = again ? [typed.subjectKinds ?? []].flat() : (kept?.subjectKinds ?? []);
  return (
    <>
      <GroupFields {...props} />
      {kind === 'disqualifier' || kind === 'points' ? null : (
        <CheckboxField
          name="mandatory"
          label="Bắt buộc"
          checked={again ? typed.mandatory !== undefined : (kept?.mandatory ?? true)}
          hint="Tiêu chí trong nhóm tính theo nhóm, không bắt buộc riêng."
        />
      )}
      {set.subjectKinds.length > 1 ? (
        <CheckboxGroup
          name="subjectKinds"
          label="Chỉ áp dụng cho"
          hint="Không đánh dấu: áp dụng cho mọi loại chủ thể của bộ."
          inline
          values={kinds}
          error={errors.subjectKinds}
          options={set.subjectKinds.map((value) => ({ value, label: SUBJECT_KIND_NAMES[value] }))}
        />
      ) : null}
    </>
  );
}

/** The group that it belongs to, and its points there; nothing where the set has no group for this kind. */
function GroupFields({ shown, set, kind, kept }: PlaceProps) {
  const { field } = shown;
  const groups = set.criteria.filter(
    (one) => one.parentId === null && isGroup(one.rule.kind) && mayStandIn(one.rule.kind, kind),
  );
  if (groups.length === 0) return null;
  // points are given only in a group
  const usual = kind === 'points' ? groups[0]?.id : null;
  return (
    <>
      <SelectField
        {...field('parentId', kept ? kept.parentId : usual)}
        label="Thuộc nhóm"
        placeholder="– Không thuộc nhóm nào –"
        options={groups.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <NumberField
        {...field('points', kept?.points ? formatNumber(kept.points) : null)}
        label="Điểm tối đa"
        unit="điểm"
        hint="Chỉ khi thuộc nhóm tính điểm: đạt thì được đủ điểm, không đạt thì 0 (trừ loại chấm điểm)."
      />
    </>
  );
}
