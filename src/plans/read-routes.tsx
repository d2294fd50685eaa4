import { z } from 'zod';
import { sentFiles } from '../evidence/sent-files.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { FORM_KEY, FORM_VERSION, readForm, type SentForm, type Typed } from '../web/form.ts';
import { choice } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { unanswered } from './read-answers.ts';
import { BeginPage } from './read-begin.tsx';
import { type PlanText, pastedText, textOfFile } from './read-file.ts';
import { ReviewPage } from './read-review.tsx';
import { findReading, openReading, openReadings, type StoredReading, saveReading } from './read-store.ts';
import { proposalsFor, takeReading } from './read-take.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

const PATH = '/ke-hoach/doc-van-ban';

const beginForm = z.object({ text: z.string('Nội dung dán vào không hợp lệ; hãy dán lại.').default('') });
const reviewForm = z.object({ viec: choice('việc cần làm', ['lap', 'bo', 'luu']) });

/** Reading a plan from its text: send it, confirm what was read, make the draft. */
export const readRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => showBegin(visit, {}, [], {})),
  post(PATH, 'signed_in', begin),
  get(`${PATH}/:id`, 'signed_in', (visit) =>
    withReading(visit, (stored) =>
      stored.planId === null
        ? showReview(visit, stored, { typed: stored.answers })
        : redirectWith(visit, `/ke-hoach/${stored.planId}`, 'Văn bản này đã được lập thành dự thảo.', 'info'),
    ),
  ),
  post(`${PATH}/:id`, 'signed_in', (visit) => withReading(visit, (stored) => review(visit, stored))),
];

async function begin(visit: Visit): Promise<Response> {
  // who may not write plans does not keep the server busy with files
  if (!writesPlans(actorOf(visit))) return showBegin(visit, {}, [NOT_A_PLANNER], {});
  const form = await readForm(visit, beginForm);
  if (!form.ok) return showBegin(visit, form.errors, [], form.typed);
  const text = await textSent(visit, form.value.text);
  if (!text.ok) return showBegin(visit, text.errors, [], form.typed);
  const outcome = await openReading(acting(visit, form.key), text);
  if (outcome.ok)
    return redirectWith(visit, `${PATH}/${outcome.value.id}`, 'Đã đọc văn bản; mời xác nhận từng mục.');
  return answerRefusal(visit, outcome.refusal, {
    backTo: PATH,
    again: (errors, reasons) => showBegin(visit, errors, reasons, form.typed),
  });
}

type TextSent = Extract<PlanText, { ok: true }> | { ok: false; errors: FieldErrors };

/** The file when one was sent, else what was pasted. */
async function textSent(visit: Visit, pasted: string): Promise<TextSent> {
  const [file, ...more] = await sentFiles(visit, 'file');
  if (more.length > 0) return { ok: false, errors: { file: 'Mỗi lần chỉ đọc một tệp; hãy chọn một tệp.' } };
  if (!file && pasted.trim() === '') {
    return { ok: false, errors: { file: 'Hãy chọn tệp văn bản, hoặc dán nội dung vào ô bên dưới.' } };
  }
  const text = file ? await textOfFile(file.name, file.bytes) : pastedText(pasted);
  return text.ok ? text : { ok: false, errors: { [file ? 'file' : 'text']: text.sentence } };
}

async function showBegin(
  visit: Visit,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const actor = actorOf(visit);
  const may = writesPlans(actor);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: 'Đọc kế hoạch từ văn bản',
    status: wrong ? 422 : 200,
    children: (
      <BeginPage
        errors={errors}
        reasons={may ? reasons : [NOT_A_PLANNER]}
        typed={typed}
        open={may ? await openReadings(visit.get('deps').db, actor.accountId) : []}
        may={may}
      />
    ),
  });
}

/** One's own reading; somebody else's is not found. */
async function withReading(
  visit: Visit,
  answer: (stored: StoredReading) => Promise<Response> | Response,
): Promise<Response> {
  const id = idParam(visit);
  const actor = actorOf(visit);
  const stored = id === null ? null : await findReading(visit.get('deps').db, actor.accountId, id);
  return stored ? answer(stored) : notFoundPage(visit);
}

async function review(visit: Visit, stored: StoredReading): Promise<Response> {
  const form = await readForm(visit, reviewForm);
  const how = {
    backTo: `${PATH}/${stored.id}`,
    sent: form,
    again: (errors: FieldErrors, reasons: Reason[]) =>
      showReview(visit, stored, { typed: form.typed, errors, reasons }),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const input = { id: stored.id, version: form.version, answers: answersIn(form) };
  if (form.value.viec === 'luu') {
    const saved = await saveReading(acting(visit, form.key), input);
    return saved.ok
      ? redirectWith(visit, `${PATH}/${stored.id}`, 'Đã lưu những gì bạn đã xác nhận và sửa.')
      : answerRefusal(visit, saved.refusal, how);
  }
  const outcome = await takeReading(acting(visit, form.key), {
    ...input,
    leaveRest: form.value.viec === 'bo',
  });
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
  return redirectWith(
    visit,
    `/ke-hoach/${outcome.value.planId}`,
    'Đã lập dự thảo kế hoạch từ văn bản; mời xem lại và soạn tiếp.',
  );
}

/** What was typed about the proposals, without what belongs to the page. */
function answersIn({ typed }: SentForm): Typed {
  const { [FORM_KEY]: _key, [FORM_VERSION]: _version, viec: _what, ...answers } = typed;
  return answers;
}

async function showReview(
  visit: Visit,
  stored: StoredReading,
  state: { typed: Typed; errors?: FieldErrors; reasons?: Reason[] },
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const { reading, proposals } = await proposalsFor(db, stored.text, clock.today());
  const { typed, errors = {}, reasons = [] } = state;
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: 'Đối chiếu kế hoạch với văn bản',
    status: wrong ? 422 : 200,
    children: (
      <ReviewPage
        {...{ stored, reading, proposals, typed, errors, reasons }}
        listOpen={wrong && unanswered(proposals, typed).length > 0}
      />
    ),
  });
}
