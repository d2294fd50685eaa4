import type { Child } from 'hono/jsx';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { queryNumber, queryText } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { ChooseOther, MergeFrame } from './carry-choose-page.tsx';
import { contentsOfBoth } from './carry-file.ts';
import { mergeForm } from './carry-form.ts';
import { CompareFiles } from './carry-page.tsx';
import { offersOf } from './carry-rules.ts';
import { merge, whyNotInto } from './commands-merge.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { withExemplar } from './show-routes.tsx';
import { mergeCandidates } from './step-pages-merge.ts';
import { whyNot } from './step-pages-routes.tsx';
import { DONE_SENTENCES } from './step-pages-words.ts';
import { exemplarWorkflow } from './workflow.ts';

const PATH = '/dien-hinh/:id/buoc/gop';

/** Merging a file into another: first which one is kept, then both side by side. */
export const carryRoutes: Route[] = [get(PATH, 'signed_in', openMerge), post(PATH, 'signed_in', sendMerge)];

interface Sent {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}
const NOTHING_SENT: Sent = { errors: {}, reasons: [], typed: {} };

function openMerge(visit: Visit): Promise<Response> {
  return withExemplar(visit, async (exemplar) => {
    const refusal = await whyNot(visit, exemplar, 'merge');
    if (refusal.length > 0) return framed(visit, exemplar, { reasons: refusal, status: 200, children: null });
    const asked = visit.req.query('giu');
    if (asked === undefined) return choosePage(visit, exemplar, null);
    return comparePage(visit, exemplar, queryNumber(visit, 'giu'), NOTHING_SENT);
  });
}

function sendMerge(visit: Visit): Promise<Response> {
  return withExemplar(visit, async (exemplar) => {
    const form = await readForm(visit, mergeForm);
    const sentId = Number(form.typed.intoId);
    const intoId = Number.isSafeInteger(sentId) && sentId > 0 ? sentId : null;
    const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
      errors.intoId
        ? choosePage(visit, exemplar, errors.intoId)
        : comparePage(visit, exemplar, intoId, { errors, reasons, typed: form.typed });
    if (!form.ok) return again(form.errors);
    if (form.value.intoId === null || form.value.intoVersion === null) return again({ intoId: NOT_CHOSEN });
    const { id } = exemplar;
    const outcome = await merge(acting(visit, form.key), {
      ...form.value,
      id,
      intoId: form.value.intoId,
      version: form.version,
    });
    if (outcome.ok) return redirectWith(visit, `/dien-hinh/${id}`, DONE_SENTENCES.merge);
    return answerRefusal(visit, outcome.refusal, {
      again,
      backTo: `/dien-hinh/${id}`,
      thing: { kind: 'exemplar', id, version: form.version },
      sent: form,
    });
  });
}

const NOT_CHOSEN = 'Hãy chọn hồ sơ được giữ, rồi xem hai hồ sơ cạnh nhau; nếu chưa thấy, hãy tìm theo tên.';

async function choosePage(visit: Visit, exemplar: ExemplarInView, error: string | null): Promise<Response> {
  const { db } = visit.get('deps');
  const soughtName = queryText(visit, 'tim', 100) || exemplar.subject.fullName;
  const candidates = await mergeCandidates(db, actorOf(visit), exemplar.id, soughtName);
  return framed(visit, exemplar, {
    reasons: [],
    status: error ? 422 : 200,
    children: (
      <ChooseOther exemplar={exemplar} candidates={candidates} soughtName={soughtName} error={error} />
    ),
  });
}

async function comparePage(
  visit: Visit,
  gone: ExemplarInView,
  keptId: number | null,
  { errors, reasons, typed }: Sent,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const kept = keptId === null ? null : await findExemplar(db, actorOf(visit), keptId);
  const error = whyNotInto(kept, gone.id);
  if (!kept || error) return choosePage(visit, gone, error);
  const contents = await contentsOfBoth(db, gone, kept);
  return framed(visit, gone, {
    reasons: [],
    status: Object.keys(typed).length > 0 ? 422 : 200,
    children: (
      <CompareFiles
        gone={gone}
        kept={kept}
        contents={contents}
        offers={offersOf(contents.gone, contents.kept, kept)}
        reasons={reasons}
        errors={errors}
        typed={typed}
        today={clock.today()}
      />
    ),
  });
}

function framed(
  visit: Visit,
  exemplar: ExemplarInView,
  { reasons, status, children }: { reasons: readonly Reason[]; status: 200 | 422; children: Child },
): Promise<Response> {
  return officePage(visit, {
    title: `${exemplarWorkflow.actions.merge.label}: ${exemplar.subject.fullName}`,
    status,
    children: (
      <MergeFrame exemplar={exemplar} reasons={reasons}>
        {children}
      </MergeFrame>
    ),
  });
}
