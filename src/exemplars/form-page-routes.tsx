import { returnsOf } from '../desks/returns.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import type { ToldSame } from '../subjects/same-tell.ts';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft } from '../web/drafts.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { DraftNotice, type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { changeExemplar } from './change.ts';
import { ExemplarForm } from './form-page.tsx';
import { formChoices, knownAgain, officeGroups } from './form-page-choices.ts';
import { changeForm, recordForm, registrationIn, typedFrom } from './form-page-schema.ts';
import { holdsMore } from './form-page-typed.ts';
import type { ExemplarInView } from './queries.ts';
import { recordExemplar } from './record.ts';
import { registerPath } from './register-steps.ts';
import { withExemplar } from './show-routes.tsx';

const NEW_PATH = '/dien-hinh/moi';
const NEW_DRAFT = 'dien-hinh-moi';

export const formRoutes: Route[] = [
  get(NEW_PATH, ['unit', 'lead', 'standing'], async (visit) => {
    const draft = await draftFor(visit, NEW_DRAFT, null);
    return newPage(visit, { ...FRESH, typed: draft.typed ?? firstWords(visit), draft });
  }),
  post(NEW_PATH, ['unit', 'lead', 'standing'], sendNew),
  get('/dien-hinh/:id/sua', 'signed_in', (visit) =>
    withExemplar(visit, async (exemplar) => {
      const draft = await draftFor(visit, draftOf(exemplar.id), exemplar.version);
      return editPage(visit, exemplar, { ...FRESH, typed: draft.typed ?? typedFrom(exemplar), draft });
    }),
  ),
  post('/dien-hinh/:id/sua', 'signed_in', (visit) => withExemplar(visit, (found) => sendEdit(visit, found))),
];

const draftOf = (id: number) => `dien-hinh-${id}`;

interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  known: readonly ToldSame[];
  typed: Typed;
  draft: DraftShown;
}

const FRESH: Omit<Again, 'typed'> = { errors: {}, reasons: [], known: [], draft: NO_DRAFT };

/** The day is filled in, for most of what is found is written down the same day. */
const firstWords = (visit: Visit): Typed => ({
  foundOn: formatDate(visit.get('deps').clock.today()),
  origin: 'office',
});

async function sendNew(visit: Visit): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const form = await readForm(visit, recordForm);
  const again = async (errors: FieldErrors, reasons: Reason[] = [], known: ToldSame[] = []) =>
    newPage(visit, { ...FRESH, errors, reasons, known, typed: form.typed });
  if (!form.ok) return again(form.errors);
  const { officeId, subjectId, ...typed } = form.value;
  const known = await knownAgain(db, actor, registrationIn(typed, null).subject, officeId);
  if (known.length > 0 && subjectId === '')
    return again({ subjectId: 'Hãy chọn chủ thể đã có, hoặc “Chủ thể khác, chỉ trùng tên”.' }, [], known);
  const { planId } = await formChoices(db);
  const { subject, registration } = registrationIn(typed, typed.fieldId === null ? planId : null);
  const knownId = Number(subjectId);
  const outcome = await recordExemplar(acting(visit, form.key), {
    ...registration,
    officeId,
    subject: knownId > 0 ? { id: knownId } : subject,
  });
  if (!outcome.ok)
    return answerRefusal(visit, outcome.refusal, {
      backTo: '/dien-hinh',
      again: (errors, reasons) => again(atShownFields(errors), reasons, known),
    });
  if (actor.accountId !== null) await dropDraft(db, actor.accountId, NEW_DRAFT);
  return redirectWith(visit, registerPath(outcome.value.id), 'Đã ghi nhận điển hình.');
}

async function newPage(visit: Visit, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const [choices, offices] = await Promise.all([formChoices(db), officeGroups(db, actor, clock.today())]);
  const only = offices.flatMap((group) => group.offices);
  const officeId = again.typed.officeId ?? (only.length === 1 ? String(only[0]?.id ?? '') : '');
  return officePage(visit, {
    title: 'Ghi nhận điển hình',
    scripts: ['known-subjects'],
    status: isWrong(again) ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Ghi nhận điển hình"
          crumbs={[{ label: 'Điển hình', href: '/dien-hinh' }, { label: 'Ghi nhận' }]}
          lead="Chỉ cần loại, tên và đơn vị là lưu được; phần còn lại bổ sung dần cho đến khi đề nghị."
        />
        <DraftNotice draft={again.draft} form={NEW_DRAFT} path={NEW_PATH} />
        <ExemplarForm
          path={NEW_PATH}
          backTo="/dien-hinh"
          draftForm={NEW_DRAFT}
          savesItself
          savedAt={again.draft.savedAt}
          version={null}
          whole={holdsMore(again.typed)}
          choices={choices}
          offices={offices}
          {...again}
          typed={{ ...again.typed, officeId }}
        />
      </>
    ),
  });
}

async function sendEdit(visit: Visit, exemplar: ExemplarInView): Promise<Response> {
  const { db } = visit.get('deps');
  const { id } = exemplar;
  const form = await readForm(visit, changeForm);
  const again = async (errors: FieldErrors, reasons: Reason[] = []) =>
    editPage(visit, exemplar, { ...FRESH, errors, reasons, typed: form.typed });
  if (!form.ok) return again(form.errors);
  const { fieldId } = form.value;
  // another field brings its own plan; without a field the plan stays what it was
  const planId = fieldId === null || fieldId === exemplar.fieldId ? exemplar.planId : null;
  const { subject, registration } = registrationIn(form.value, planId);
  const outcome = await changeExemplar(acting(visit, form.key), {
    ...registration,
    subject,
    id,
    version: form.version,
  });
  if (!outcome.ok)
    return answerRefusal(visit, outcome.refusal, {
      backTo: `/dien-hinh/${id}/sua`,
      thing: { kind: 'exemplar', id, version: form.version },
      sent: form,
      draft: draftOf(id),
      again: (errors, reasons) => again(atShownFields(errors), reasons),
    });
  const { accountId } = actorOf(visit);
  if (accountId !== null) await dropDraft(db, accountId, draftOf(id));
  return redirectWith(visit, `/dien-hinh/${id}`, 'Đã lưu thông tin đăng ký.');
}

async function editPage(visit: Visit, exemplar: ExemplarInView, again: Again): Promise<Response> {
  const { db } = visit.get('deps');
  const returns = exemplar.state === 'returned' ? await returnsOf(db, 'exemplar', exemplar.id) : [];
  const path = `/dien-hinh/${exemplar.id}/sua`;
  const backTo = `/dien-hinh/${exemplar.id}`;
  const name = exemplar.subject.fullName;
  return officePage(visit, {
    title: `Sửa thông tin: ${name}`,
    status: isWrong(again) ? 422 : 200,
    children: (
      <>
        <PageHead
          title="Sửa thông tin đăng ký"
          crumbs={[
            { label: 'Điển hình', href: '/dien-hinh' },
            { label: name, href: backTo },
            { label: 'Sửa' },
          ]}
          kicker={`${name}, ${exemplar.officeName}`}
        />
        <DraftNotice draft={again.draft} form={draftOf(exemplar.id)} path={path} />
        <ExemplarForm
          path={path}
          backTo={backTo}
          draftForm={draftOf(exemplar.id)}
          savesItself={!again.draft.waits}
          savedAt={again.draft.savedAt}
          version={exemplar.version}
          whole
          choices={await formChoices(db)}
          offices={null}
          returns={returns}
          {...again}
        />
      </>
    ),
  });
}

/** The plan is not chosen on the form: it comes with the field. */
function atShownFields({ planId, ...errors }: FieldErrors): FieldErrors {
  return planId && !errors.fieldId ? { ...errors, fieldId: planId } : errors;
}

const isWrong = ({ errors, reasons }: Again): boolean => Object.keys(errors).length + reasons.length > 0;
