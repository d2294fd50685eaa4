import { ROLE_NAMES } from '../identity/actor.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { tryStep } from '../workflow/table.ts';
import { whyNotBack } from './carry-against.ts';
import { openCarry } from './carry-stored.ts';
import { guardFacts } from './facts.ts';
import { openVoicesOf } from './open-voices.ts';
import { withOverrideAsked } from './override-field.tsx';
import type { ExemplarInView } from './queries.ts';
import { judge } from './rules.ts';
import { withExemplar } from './show-routes.tsx';
import { StepPage } from './step-pages.tsx';
import { STEP_COMMANDS } from './step-pages-commands.ts';
import { formOf } from './step-pages-form.ts';
import { actionIn, DONE_SENTENCES } from './step-pages-words.ts';
import { type ExemplarAction, exemplarWorkflow } from './workflow.ts';

const PATH = '/dien-hinh/:id/buoc/:action';

export const stepRoutes: Route[] = [get(PATH, 'signed_in', openStep), post(PATH, 'signed_in', sendStep)];

type PageAction = Exclude<ExemplarAction, 'honour' | 'merge'>;

interface Again {
  errors: FieldErrors;
  /** Null: judge anew. */
  reasons: readonly Reason[] | null;
  typed: Typed;
}

function openStep(visit: Visit): Promise<Response> | Response {
  const action = actionIn(visit.req.param('action') ?? '');
  if (!action) return notFoundPage(visit);
  return withExemplar(visit, (exemplar) =>
    stepPage(visit, exemplar, action, { errors: {}, reasons: null, typed: {} }),
  );
}

function sendStep(visit: Visit): Promise<Response> | Response {
  const action = actionIn(visit.req.param('action') ?? '');
  if (!action) return notFoundPage(visit);
  return withExemplar(visit, async (exemplar) => {
    const form = await readForm(visit, formOf(action));
    const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
      stepPage(visit, exemplar, action, {
        errors,
        reasons: reasons.length > 0 ? reasons : null,
        typed: form.typed,
      });
    if (!form.ok) return again(form.errors);
    const { id } = exemplar;
    const outcome = await STEP_COMMANDS[action](acting(visit, form.key), {
      ...form.value,
      id,
      version: form.version,
    });
    if (outcome.ok) return redirectWith(visit, `/dien-hinh/${id}`, DONE_SENTENCES[action]);
    return answerRefusal(visit, outcome.refusal, {
      again,
      backTo: `/dien-hinh/${id}`,
      thing: { kind: 'exemplar', id, version: form.version },
      sent: form,
    });
  });
}

async function stepPage(
  visit: Visit,
  exemplar: ExemplarInView,
  action: PageAction,
  again: Again,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [reasons, voices] = await Promise.all([
    again.reasons ?? whyNot(visit, exemplar, action),
    DECIDING.has(action) ? openVoicesOf(db, [exemplar.id]) : [],
  ]);
  const sent = Object.keys(again.typed).length > 0;
  return officePage(visit, {
    title: `${exemplarWorkflow.actions[action].label}: ${exemplar.subject.fullName}`,
    status: sent ? 422 : 200,
    children: (
      <StepPage
        exemplar={exemplar}
        action={action}
        reasons={reasons}
        voices={voices}
        today={clock.today()}
        errors={withOverrideAsked(again.errors, reasons, sent ? again.typed : null)}
        typed={again.typed}
      />
    ),
  });
}

/** Whoever takes one of these reads first what the subject said. */
const DECIDING: ReadonlySet<ExemplarAction> = new Set(['choose', 'wait', 'decline', 'recognise']);

/** What stands in the way of a step now, for the one who would take it. */
export async function whyNot(
  visit: Visit,
  exemplar: ExemplarInView,
  action: Exclude<ExemplarAction, 'honour'>,
): Promise<Reason[]> {
  const { db, clock } = visit.get('deps');
  const facts = await guardFacts(db, exemplar, clock.today());
  const actor = actorOf(visit);
  const verdict = tryStep(exemplarWorkflow, ROLE_NAMES, {
    state: exemplar.state,
    action,
    roles: exemplar.roles,
    judgements: judge(facts, { accountId: actor.accountId, level: null }),
    overrideReason: null,
  });
  if (!verdict.allowed) return verdict.reasons;
  // what the kept file took over goes back with the step
  const carry = action === 'reopen' ? await openCarry(db, exemplar.id) : null;
  return carry ? whyNotBack(db, actor, carry) : [];
}
