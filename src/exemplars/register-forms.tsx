import { returnsOf } from '../desks/returns.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import type { Visit } from '../web/visit.ts';
import { formChoices } from './form-page-choices.ts';
import {
  BreadthField,
  type FieldsProps,
  FoundFields,
  PlaceFields,
  StatementFields,
  SubjectFields,
} from './form-page-fields.tsx';
import { changeForm, typedFrom } from './form-page-schema.ts';
import { textIn } from './form-page-typed.ts';
import type { ExemplarInView } from './queries.ts';
import { changePart } from './register-facts.ts';
import type { Filled, WorkForm } from './work-form.tsx';

const registration = { work: 'registration', anchor: 'dang-ky', command: changePart } as const;

/** What stands in the fields: what is registered, and over it what was typed. */
const shown = (exemplar: ExemplarInView, { errors, typed }: Filled): FieldsProps => ({
  errors,
  typed: { ...typedFrom(exemplar), ...typed },
});

async function returned(visit: Visit, exemplar: ExemplarInView) {
  const { db } = visit.get('deps');
  return exemplar.state === 'returned' ? returnsOf(db, 'exemplar', exemplar.id) : [];
}

const whoSchema = changeForm.pick({
  kind: true,
  fullName: true,
  birthYear: true,
  place: true,
  position: true,
  representative: true,
});

export const whoForm: WorkForm<ReturnType<typeof whoSchema.parse>> = {
  ...registration,
  path: 'dang-ky/ai',
  title: 'Ai',
  schema: whoSchema,
  said: 'Đã lưu.',
  fields: (_visit, exemplar, filled) => {
    const props = shown(exemplar, filled);
    return <SubjectFields {...props} only={kindIn(props) ?? exemplar.subject.kind} />;
  },
};

const kindIn = ({ typed }: FieldsProps): SubjectKind | undefined =>
  SUBJECT_KINDS.find((kind) => kind === textIn(typed, 'kind'));

const foundSchema = changeForm.pick({
  origin: true,
  foundOn: true,
  sources: true,
  sourceNote: true,
  fieldHint: true,
});

export const foundForm: WorkForm<ReturnType<typeof foundSchema.parse>> = {
  ...registration,
  path: 'dang-ky/phat-hien',
  title: 'Phát hiện từ đâu',
  schema: foundSchema,
  said: 'Đã lưu.',
  fields: (_visit, exemplar, filled) => <FoundFields {...shown(exemplar, filled)} />,
};

const fieldSchema = changeForm.pick({ fieldId: true, movementId: true });

export const fieldForm: WorkForm<ReturnType<typeof fieldSchema.parse>> = {
  ...registration,
  path: 'dang-ky/linh-vuc',
  title: 'Lĩnh vực, phong trào',
  schema: fieldSchema,
  said: 'Đã lưu.',
  fields: async (visit, exemplar, filled) => {
    const choices = await formChoices(visit.get('deps').db);
    const returns = await returned(visit, exemplar);
    return <PlaceFields {...shown(exemplar, filled)} choices={choices} returns={returns} />;
  },
};

const breadthSchema = changeForm.pick({ breadth: true });

export const breadthForm: WorkForm<ReturnType<typeof breadthSchema.parse>> = {
  ...registration,
  path: 'dang-ky/muc-do',
  title: 'Toàn diện hay từng mặt',
  schema: breadthSchema,
  said: 'Đã lưu.',
  fields: async (visit, exemplar, filled) => (
    <BreadthField {...shown(exemplar, filled)} returns={await returned(visit, exemplar)} />
  ),
};

const statementSchema = changeForm.pick({ title: true, statement: true, novelty: true, interest: true });

export const statementForm: WorkForm<ReturnType<typeof statementSchema.parse>> = {
  ...registration,
  path: 'dang-ky/tom-tat',
  title: 'Tóm tắt thành tích',
  schema: statementSchema,
  said: 'Đã lưu.',
  fields: async (visit, exemplar, filled) => (
    <StatementFields {...shown(exemplar, filled)} returns={await returned(visit, exemplar)} />
  ),
};
