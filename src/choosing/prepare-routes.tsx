import { z } from 'zod';
import { openVoicesOf } from '../exemplars/open-voices.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { choice, optionalId, optionalText } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { loadCandidates } from './candidates.ts';
import { withField } from './choosing-routes.tsx';
import { choosingPath, type FieldInChoice, listPath } from './field-query.ts';
import { decisionsOf, listsOfField } from './lists.ts';
import { prepare } from './prepare.ts';
import { PreparePage } from './prepare-page.tsx';
import { type Candidate, DECISIONS, refusalToDecide } from './rules.ts';

const PATH = '/ke-hoach/:id/linh-vuc/:item/lua-chon/:exemplar';

const decisionForm = z.object({
  action: choice('quyết định', DECISIONS),
  reason: optionalText('lý do', 2_000),
  overrideReason: optionalText('lý do vẫn chọn', 2_000),
  lan: optionalId('lần sửa'),
});

export const prepareRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) =>
    withCandidate(visit, (field, candidate) => preparePage(visit, field, candidate, FRESH)),
  ),
  post(PATH, 'signed_in', (visit) =>
    withCandidate(visit, async (field, candidate) => {
      const form = await readForm(visit, decisionForm);
      const again = (errors: FieldErrors, refused: readonly Reason[] = []) =>
        preparePage(visit, field, candidate, { errors, refused, typed: form.typed });
      if (!form.ok) return again(form.errors);
      const { lan, ...decision } = form.value;
      const { id } = candidate.exemplar;
      const outcome = await prepare(acting(visit, form.key), {
        ...decision,
        fieldId: field.id,
        exemplarId: id,
        exemplarVersion: form.version,
        decisionVersion: lan,
      });
      const backTo = `${choosingPath(field)}/${id}`;
      if (!outcome.ok) {
        const thing = { kind: 'exemplar' as const, id, version: form.version };
        return answerRefusal(visit, outcome.refusal, { again, backTo, thing, sent: form });
      }
      return redirectWith(visit, listPath(outcome.value.listId), 'Đã đưa vào danh sách quyết định.');
    }),
  ),
];

interface Again {
  errors: FieldErrors;
  refused: readonly Reason[];
  typed: Typed;
}
const FRESH: Again = { errors: {}, refused: [], typed: {} };

async function withCandidate(
  visit: Visit,
  answer: (field: FieldInChoice, candidate: Candidate) => Promise<Response>,
): Promise<Response> {
  return withField(visit, async (field) => {
    const id = idParam(visit, 'exemplar');
    if (id === null) return notFoundPage(visit);
    const { db } = visit.get('deps');
    const candidate = (await loadCandidates(db, actorOf(visit), field, [id])).get(id);
    if (!candidate) return notFoundPage(visit);
    const refusal = refusalToDecide(field.roles);
    if (!refusal) return answer(field, candidate);
    return answerRefusal(visit, { kind: 'refused', reasons: [refusal] }, { backTo: choosingPath(field) });
  });
}

async function preparePage(
  visit: Visit,
  field: FieldInChoice,
  candidate: Candidate,
  again: Again,
): Promise<Response> {
  const { db } = visit.get('deps');
  const open = (await listsOfField(db, field.id)).find(({ state }) => state === 'open');
  const kept = open ? await decisionsOf(db, open.id) : [];
  const voices = await openVoicesOf(db, [candidate.exemplar.id]);
  const wrong = Object.keys(again.errors).length > 0 || again.refused.length > 0;
  return officePage(visit, {
    title: `Chuẩn bị quyết định: ${candidate.exemplar.subject.fullName}`,
    status: wrong ? 422 : 200,
    children: (
      <PreparePage
        field={field}
        candidate={candidate}
        kept={kept.find(({ exemplarId }) => exemplarId === candidate.exemplar.id) ?? null}
        voices={voices}
        accountId={actorOf(visit).accountId}
        {...again}
      />
    ),
  });
}
