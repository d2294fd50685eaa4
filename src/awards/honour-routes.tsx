import { guardFacts } from '../exemplars/facts.ts';
import { openVoicesOf } from '../exemplars/open-voices.ts';
import { withOverrideAsked } from '../exemplars/override-field.tsx';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { type ExemplarFacts, judge } from '../exemplars/rules.ts';
import { withExemplar } from '../exemplars/work-form.tsx';
import { exemplarWorkflow } from '../exemplars/workflow.ts';
import { ROLE_NAMES } from '../identity/actor.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { tryStep } from '../workflow/table.ts';
import { isValidWithin } from './award-form.ts';
import { honour } from './honour.ts';
import { honourForm } from './honour-form.ts';
import { HonourPage } from './honour-page.tsx';
import { listAwardForms } from './queries.ts';

const PATH = '/dien-hinh/:id/ton-vinh';

export const honourRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) =>
    withExemplar(visit, (exemplar) => honourPage(visit, exemplar, { errors: {}, reasons: [], typed: null })),
  ),
  post(PATH, 'signed_in', (visit) => withExemplar(visit, (exemplar) => sendHonour(visit, exemplar))),
];

interface Again {
  errors: FieldErrors;
  /** Why the command refused; empty: judge anew. */
  reasons: readonly Reason[];
  /** Null before anything was sent. */
  typed: Typed | null;
}

async function sendHonour(visit: Visit, exemplar: ExemplarInView): Promise<Response> {
  const form = await readForm(visit, honourForm);
  const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
    honourPage(visit, exemplar, { errors, reasons, typed: form.typed });
  if (!form.ok) return again(form.errors);
  const { id } = exemplar;
  const outcome = await honour(acting(visit, form.key), { ...form.value, id, version: form.version });
  if (outcome.ok) return redirectWith(visit, `/dien-hinh/${id}#ton-vinh`, 'Đã tôn vinh.');
  return answerRefusal(visit, outcome.refusal, {
    again,
    backTo: `/dien-hinh/${id}`,
    thing: { kind: 'exemplar', id, version: form.version },
    sent: form,
  });
}

async function honourPage(visit: Visit, exemplar: ExemplarInView, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const [facts, forms, voices] = await Promise.all([
    guardFacts(db, exemplar, today),
    listAwardForms(db),
    openVoicesOf(db, [exemplar.id]),
  ]);
  const reasons = again.reasons.length > 0 ? again.reasons : whyNot(visit, exemplar, facts);
  return officePage(visit, {
    title: `Tôn vinh: ${exemplar.subject.fullName}`,
    status: again.typed ? 422 : 200,
    children: (
      <HonourPage
        exemplar={exemplar}
        reasons={reasons}
        voices={voices}
        forms={forms.filter((form) => isValidWithin(form, facts.lastStepOn ?? today, today))}
        today={today}
        errors={withOverrideAsked(again.errors, reasons, again.typed)}
        typed={again.typed ?? {}}
      />
    ),
  });
}

function whyNot(visit: Visit, { state, roles }: ExemplarInView, facts: ExemplarFacts): Reason[] {
  const { accountId } = actorOf(visit);
  const judgements = judge(facts, { accountId, level: null });
  const attempt = { state, action: 'honour' as const, roles, judgements, overrideReason: null };
  const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, attempt);
  return verdict.allowed ? [] : verdict.reasons;
}
