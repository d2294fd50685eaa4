import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft, saveDraft } from '../web/drafts.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { type FieldOf, fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
import { rowMove, withRowMoved } from '../web/move-rows.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { loadDraft } from './load-draft.ts';
import type { PlanDraft } from './plan-draft.ts';
import { PlanFormPage } from './plan-form-page.tsx';
import { findPlanToEdit, type PlanToEdit } from './plan-to-edit.ts';
import { refusalToEdit } from './refusal-to-edit.ts';
import { rowPrefix } from './rows.ts';

/** One section of the editor: its own form, on the version of the plan that was seen. */
export interface PlanForm<T> {
  /** Address below `/ke-hoach/:id/`; may name a further id as `:item`. */
  path: string;
  title: string;
  lead?: string;
  schema: z.ZodType<T>;
  /** The word on its button. */
  button?: string;
  said: string;
  /** A long form: what is typed is kept as a draft by itself, until it is saved. */
  keepsDraft?: boolean;
  /** Lists of rows whose order means something: buttons move them. */
  movable?: readonly string[];
  /** Asks for itself whether it may be done; else the rule for editing a plan is asked. */
  whyNot?(visit: Visit, plan: PlanToEdit): Promise<Reason[]> | Reason[];
  command(acting: Acting, input: T & FormTarget): Promise<Outcome<unknown>>;
  /** Null answers 404: the item of the path is not there. */
  fields(visit: Visit, shown: ShownPlanForm): Promise<Child | null> | Child | null;
}

export interface FormTarget {
  id: number;
  version: number | null;
  /** The further id of the path; null where it has none, or says `moi`. */
  item: number | null;
}

/** What a form stands on: the plan, and what was typed where it comes back. */
export interface ShownPlanForm {
  plan: PlanToEdit;
  draft: PlanDraft;
  item: number | null;
  typed: Typed;
  errors: FieldErrors;
  /** Props of the field of this name. */
  field: FieldOf;
}

/** The two routes of such a form. */
export function planFormRoutes<T>(form: PlanForm<T>): Route[] {
  const path = `/ke-hoach/:id/${form.path}`;
  return [
    get(path, 'signed_in', (visit) => withPlan(visit, (plan) => openForm(visit, form, plan))),
    post(path, 'signed_in', (visit) => withPlan(visit, (plan) => take(visit, form, plan))),
  ];
}

export async function withPlan(
  visit: Visit,
  answer: (plan: PlanToEdit) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const plan = id === null ? null : await findPlanToEdit(visit.get('deps').db, id);
  return plan ? answer(plan) : notFoundPage(visit);
}

const itemOf = (visit: Visit): number | null => idParam(visit, 'item');

const itemWord = (visit: Visit): string => (visit.req.param('item') ? `-${visit.req.param('item')}` : '');

/** The name under which the form saves itself; null for a form that does not. */
function draftName<T>(visit: Visit, { keepsDraft, path }: PlanForm<T>, planId: number): string | null {
  if (!keepsDraft) return null;
  return `ke-hoach-${planId}-${path.replace('/:item', '').replaceAll('/', '-')}${itemWord(visit)}`;
}

async function openForm<T>(visit: Visit, form: PlanForm<T>, plan: PlanToEdit): Promise<Response> {
  const name = draftName(visit, form, plan.id);
  const draft = name ? await draftFor(visit, name, plan.version) : NO_DRAFT;
  return show(visit, form, plan, { errors: {}, reasons: [], typed: draft.typed ?? {}, draft });
}

async function take<T>(visit: Visit, form: PlanForm<T>, plan: PlanToEdit): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    show(visit, form, plan, { errors, reasons, typed: read.typed, draft: NO_DRAFT });
  const move = rowMove(read.typed, form.movable ?? []);
  if (move) return showMoved(visit, form, plan, withRowMoved(read.typed, move, rowPrefix));
  if (!read.ok) return again(read.errors, []);
  const target = { id: plan.id, version: read.version, item: itemOf(visit) };
  const outcome = await form.command(acting(visit, read.key), { ...read.value, ...target });
  if (outcome.ok) {
    const [name, { accountId }] = [draftName(visit, form, plan.id), actorOf(visit)];
    if (name && accountId !== null) await dropDraft(visit.get('deps').db, accountId, name);
    return redirectWith(visit, `/ke-hoach/${plan.id}`, form.said);
  }
  const thing = { kind: 'plan' as const, id: plan.id, version: read.version };
  return answerRefusal(visit, outcome.refusal, { again, backTo: visit.req.path, thing, sent: read });
}

/** The form with two rows in each other's place. What was typed is kept as a draft too, so that nothing is lost on the way. */
async function showMoved<T>(
  visit: Visit,
  form: PlanForm<T>,
  plan: PlanToEdit,
  typed: Typed,
): Promise<Response> {
  const [name, { accountId }] = [draftName(visit, form, plan.id), actorOf(visit)];
  if (name && accountId !== null && refusalToEdit(actorOf(visit), plan) === null)
    await saveDraft(visit.get('deps'), accountId, name, typed);
  return show(visit, form, plan, { errors: {}, reasons: [], typed, draft: NO_DRAFT });
}

interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  /** Empty on opening, unless a draft is shown. */
  typed: Typed;
  draft: DraftShown;
}

async function show<T>(visit: Visit, form: PlanForm<T>, plan: PlanToEdit, again: Again): Promise<Response> {
  const { errors, reasons, typed } = again;
  const refusals = form.whyNot
    ? await form.whyNot(visit, plan)
    : [refusalToEdit(actorOf(visit), plan)].filter((reason) => reason !== null);
  const content = refusals.length > 0 ? null : await loadDraft(visit.get('deps').db, plan.id);
  const fields = content
    ? await form.fields(visit, shownForm(visit, plan, content, typed, errors))
    : undefined;
  if (fields === null) return notFoundPage(visit);
  return officePage(visit, {
    title: form.title,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <PlanFormPage
        {...again}
        {...{ form, plan, refusals, fields }}
        path={visit.req.path}
        draftName={draftName(visit, form, plan.id)}
      />
    ),
  });
}

function shownForm(
  visit: Visit,
  plan: PlanToEdit,
  draft: PlanDraft,
  typed: Typed,
  errors: FieldErrors,
): ShownPlanForm {
  return {
    plan,
    draft,
    item: itemOf(visit),
    typed,
    errors,
    field: fieldOf(typed, errors),
  };
}
