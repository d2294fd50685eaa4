import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { dropDraft } from '../web/drafts.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import type { FieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { BACK_TO, backFrom } from './work-back.ts';
import { itemOf, showWorkForm } from './work-form-page.tsx';
import type { Work } from './work-rules.ts';

/** A form on the file of one exemplar that is no step of its life: a check, a consent, a hope fulfilled. */
export interface WorkForm<T> {
  /** Address below `/dien-hinh/:id/`, e.g. `kiem-tra`; may name a further id, `boi-duong/:item/ket-qua`. */
  path: string;
  work: Work;
  title: string;
  /** The section of the exemplar's page to which the form leads back. */
  anchor: string;
  schema: z.ZodType<T>;
  /** What is said when it is done. */
  said: string;
  /** The form sends a file as well. */
  sendsFile?: boolean;
  /** Scripts that the form gains by, beside the common one. */
  scripts?: readonly string[];
  /** `item` is the further id of the path, 0 where the path has none. */
  command(
    acting: Acting,
    input: WorkInput<T>,
    sent: { visit: Visit; file: File | null },
  ): Promise<Outcome<unknown>>;
  /** What stands against it beside the rules of the work; told in the place of the form, as the command would. */
  whyNot?(visit: Visit, exemplar: ExemplarInView, item: number): Promise<Reason[]>;
  /** The fields; null answers 404 (e.g. the item of the path is not there). */
  fields(visit: Visit, exemplar: ExemplarInView, filled: Filled, item: number): Promise<Child | null> | Child;
}

/** Name of the field of the file that a form sends. */
export const FILE_FIELD = 'file';

export type WorkInput<T> = T & { id: number; version: number | null; item: number };

/** What stands in the fields: what was typed when the form comes back, else what is kept. */
export interface Filled {
  errors: FieldErrors;
  typed: Typed;
  /** Props of the field of this name. */
  field: FieldOf;
}

/** Where a form stands and where it leads: on a page of its own, or as a step of the registration. */
export interface WorkPlace {
  /** Without saving. */
  backTo: string;
  /** After saving; `typed` says which button was pressed. */
  next(typed: Typed): string;
  head: Child;
  /** Above the form. */
  above?: Child;
  /** The step of the registration from which the form was opened. */
  cameFrom?: string | null;
  /** In the place of "Lưu" and the way back. */
  buttons?: Child;
  /** Name of the draft, where the form saves itself. */
  draft?: string | undefined;
  draftSavedAt?: string | undefined;
  draftWaits?: boolean | undefined;
}

/** A form as it is opened (nothing typed yet), or as it comes back. */
export interface WorkAgain {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}
export const UNTYPED: WorkAgain = { errors: {}, reasons: [], typed: {} };

/** The two routes of such a form on a page of its own. */
export function workFormRoutes<T>(form: WorkForm<T>): Route[] {
  const path = `/dien-hinh/:id/${form.path}`;
  return [
    get(path, 'signed_in', (visit) =>
      withExemplar(visit, (exemplar) =>
        showWorkForm(visit, form, exemplar, UNTYPED, alone(visit, form, exemplar)),
      ),
    ),
    post(path, 'signed_in', (visit) =>
      withExemplar(visit, (exemplar) => takeWorkForm(visit, form, exemplar, alone(visit, form, exemplar))),
    ),
  ];
}

function alone<T>(visit: Visit, form: WorkForm<T>, exemplar: ExemplarInView): WorkPlace {
  const page = `/dien-hinh/${exemplar.id}`;
  const back = backFrom(visit, page, undefined);
  const backTo = back ?? `${page}#${form.anchor}`;
  const crumbs = [
    { label: 'Điển hình', href: '/dien-hinh' },
    { label: exemplar.subject.fullName, href: page },
    { label: form.title },
  ];
  const next = (typed: Typed) => {
    const carried = typed[BACK_TO];
    return (typeof carried === 'string' ? backFrom(visit, page, carried) : null) ?? `${page}#${form.anchor}`;
  };
  return { backTo, next, head: <PageHead title={form.title} crumbs={crumbs} />, cameFrom: back };
}

export async function withExemplar(
  visit: Visit,
  answer: (exemplar: ExemplarInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const exemplar = id === null ? null : await findExemplar(visit.get('deps').db, actorOf(visit), id);
  return exemplar ? answer(exemplar) : notFoundPage(visit);
}

/** Takes a form that was sent: does it and leads on, or shows it again. */
export async function takeWorkForm<T>(
  visit: Visit,
  form: WorkForm<T>,
  exemplar: ExemplarInView,
  place: WorkPlace,
): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: readonly Reason[]) =>
    showWorkForm(visit, form, exemplar, { errors, reasons, typed: read.typed }, place);
  if (!read.ok) return again(read.errors, []);
  const input = { ...read.value, id: exemplar.id, version: read.version, item: itemOf(visit, form) };
  const file = read.files.get(FILE_FIELD) ?? null;
  const outcome = await form.command(acting(visit, read.key), input, { visit, file });
  const thing = { kind: 'exemplar' as const, id: exemplar.id, version: read.version };
  if (!outcome.ok) {
    const { draft } = place;
    const how = { again, backTo: visit.req.path, thing, sent: read, ...(draft ? { draft } : {}) };
    return answerRefusal(visit, outcome.refusal, how);
  }
  const { accountId } = actorOf(visit);
  if (place.draft && accountId !== null) await dropDraft(visit.get('deps').db, accountId, place.draft);
  return redirectWith(
    visit,
    place.next(read.typed),
    [form.said, understoodIn(outcome.value)].join(' ').trim(),
  );
}

/** What was understood of what was typed: '“1,2 ha” hiểu là 12.000 m².' */
function understoodIn(value: unknown): string {
  const told = value !== null && typeof value === 'object' && 'understood' in value ? value.understood : '';
  return typeof told === 'string' ? told : '';
}
