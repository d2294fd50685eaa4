import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting, Actor } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft } from '../web/drafts.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { type FieldOf, fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { type CriteriaSet, findCriteriaSet } from './queries.ts';
import { SetFormPage } from './set-form-page.tsx';
import { SETS_PATH } from './set-words.tsx';

/** A form on one set, or on a new one where the path has no `:id`. */
export interface SetForm<T> {
  /** Address below `/danh-muc/tieu-chi`, e.g. `/:id/sua`. */
  path: string;
  title: string;
  lead?: string;
  schema: z.ZodType<T>;
  button: string;
  said: string;
  /** The form saves what is typed by itself until it is sent; its name, made of letters, digits and hyphens. */
  draftName?(visit: Visit): string;
  /** Every reason why the form cannot be opened now. */
  whyNot(visit: Visit, actor: Actor, set: CriteriaSet | null): Promise<Reason[]> | Reason[];
  command(
    acting: Acting,
    input: T & { id: number; version: number | null; item: number | null },
  ): Promise<Outcome<{ id: number }>>;
  /** Where one goes when it is done; the page of the set unless told. */
  leadsTo?(set: CriteriaSet | null, made: { id: number }): string;
  /** Null answers 404: the item of the path is not there. */
  fields(visit: Visit, shown: ShownSetForm): Promise<Child | null> | Child | null;
}

export interface ShownSetForm {
  set: CriteriaSet | null;
  item: number | null;
  typed: Typed;
  errors: FieldErrors;
  field: FieldOf;
}

/** The two routes of such a form. */
export function setFormRoutes<T>(form: SetForm<T>): Route[] {
  const path = `${SETS_PATH}${form.path}`;
  return [
    get(path, 'signed_in', (visit) => withSet(visit, (set) => open(visit, form, set))),
    post(path, 'signed_in', (visit) => withSet(visit, (set) => take(visit, form, set))),
  ];
}

/** Answers with the set of the path; with null where the path names none. */
export async function withSet(
  visit: Visit,
  answer: (set: CriteriaSet | null) => Promise<Response>,
): Promise<Response> {
  if (visit.req.param('id') === undefined) return answer(null);
  const id = idParam(visit);
  const set = id === null ? null : await findCriteriaSet(visit.get('deps').db, id);
  return set ? answer(set) : notFoundPage(visit);
}

/** The address with what was asked for in it, so that a form that comes back asks for the same. */
export const addressOf = (visit: Visit): string => {
  const { pathname, search } = new URL(visit.req.url);
  return `${pathname}${search}`;
};

async function open<T>(visit: Visit, form: SetForm<T>, set: CriteriaSet | null): Promise<Response> {
  const name = form.draftName?.(visit);
  const draft = name ? await draftFor(visit, name, set?.version ?? null) : NO_DRAFT;
  return show(visit, form, set, { errors: {}, reasons: [], typed: draft.typed ?? {}, draft });
}

async function take<T>(visit: Visit, form: SetForm<T>, set: CriteriaSet | null): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    show(visit, form, set, { errors, reasons, typed: read.typed, draft: NO_DRAFT });
  if (!read.ok) return again(read.errors, []);
  const target = { id: set?.id ?? 0, version: read.version, item: idParam(visit, 'item') };
  const outcome = await form.command(acting(visit, read.key), { ...read.value, ...target });
  if (outcome.ok) {
    const [name, { accountId }] = [form.draftName?.(visit), actorOf(visit)];
    if (name && accountId !== null) await dropDraft(visit.get('deps').db, accountId, name);
    const to = form.leadsTo?.(set, outcome.value) ?? `${SETS_PATH}/${set?.id ?? outcome.value.id}`;
    return redirectWith(visit, to, form.said);
  }
  const thing = set ? { thing: { kind: 'criteria_set' as const, id: set.id, version: read.version } } : {};
  return answerRefusal(visit, outcome.refusal, { again, backTo: addressOf(visit), sent: read, ...thing });
}

interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
  draft: DraftShown;
}

async function show<T>(
  visit: Visit,
  form: SetForm<T>,
  set: CriteriaSet | null,
  again: Again,
): Promise<Response> {
  const { errors, reasons, typed } = again;
  const refusals = await form.whyNot(visit, actorOf(visit), set);
  const shown = { set, item: idParam(visit, 'item'), typed, errors, field: fieldOf(typed, errors) };
  const fields = refusals.length > 0 ? undefined : await form.fields(visit, shown);
  if (fields === null) return notFoundPage(visit);
  return officePage(visit, {
    title: form.title,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <SetFormPage
        {...again}
        {...{ form, set, refusals, fields }}
        path={addressOf(visit)}
        draftName={form.draftName?.(visit) ?? null}
      />
    ),
  });
}
