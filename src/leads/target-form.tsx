import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import type { Crumb } from '../ui/breadcrumbs.tsx';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { type FieldOf, fieldOf } from '../web/field-of.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { keptKey } from './public-acting.ts';

/** Where a thing stands among the pages. */
export interface Place {
  kind: 'lead' | 'exemplar';
  crumbs: readonly Crumb[];
  kicker: string;
  backTo: string;
}

export interface Thing {
  id: number;
  version: number;
}

/** What stands in the fields: what was typed when the form comes back, else nothing. */
export interface Filled {
  errors: FieldErrors;
  typed: Typed;
  field: FieldOf;
}

/** A form about one lead or one exemplar, with its two routes. `item` is the further id of the path, else 0. */
export interface TargetForm<T, Found extends Thing, Value> {
  path: string;
  title: string;
  button: string;
  kind?: 'primary' | 'danger';
  /** What will happen, before the fields. */
  lead?: Child;
  schema: z.ZodType<T>;
  /** The thing of the address within the actor's reach. */
  find(visit: Visit): Promise<Found | null>;
  place(found: Found): Place;
  whyNot(visit: Visit, found: Found): Reason[];
  /** Null answers 404: the item of the path is not there. */
  fields(visit: Visit, found: Found, filled: Filled, item: number): Promise<Child> | Child;
  command(
    acting: Acting,
    input: T & { id: number; version: number | null; item: number; key: string },
  ): Promise<Outcome<Value>>;
  answer(visit: Visit, found: Found, value: Value, key: string): Promise<Response> | Response;
}

export function targetForm<T, Found extends Thing, Value>(form: TargetForm<T, Found, Value>): Route[] {
  const open = async (visit: Visit, answer: (found: Found) => Promise<Response>): Promise<Response> => {
    const found = await form.find(visit);
    return found ? answer(found) : notFoundPage(visit);
  };
  return [
    get(form.path, 'signed_in', (visit) => open(visit, (found) => show(visit, form, found, {}, [], {}))),
    post(form.path, 'signed_in', (visit) => open(visit, (found) => take(visit, form, found))),
  ];
}

async function take<T, Found extends Thing, Value>(
  visit: Visit,
  form: TargetForm<T, Found, Value>,
  found: Found,
): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    show(visit, form, found, errors, reasons, read.typed);
  if (!read.ok) return again(read.errors, []);
  const key = read.key ?? crypto.randomUUID();
  const { id } = found;
  const input = { ...read.value, id, version: read.version, item: idParam(visit, 'item') ?? 0, key };
  // a code may come out of the key, so that only its hash is kept
  const outcome = await form.command(acting(visit, keptKey(key)), input);
  if (outcome.ok) return form.answer(visit, found, outcome.value, key);
  const { kind, backTo } = form.place(found);
  const thing = { kind, id, version: read.version };
  return answerRefusal(visit, outcome.refusal, { again, backTo, thing, sent: read });
}

async function show<T, Found extends Thing, Value>(
  visit: Visit,
  form: TargetForm<T, Found, Value>,
  found: Found,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const refusals = form.whyNot(visit, found);
  const item = idParam(visit, 'item') ?? 0;
  const filled = { errors, typed, field: fieldOf(typed, errors) };
  const fields = refusals.length > 0 ? undefined : await form.fields(visit, found, filled, item);
  if (fields === null) return notFoundPage(visit);
  const { crumbs, kicker, backTo } = form.place(found);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: form.title,
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title={form.title}
          crumbs={[...crumbs, { label: form.title }]}
          kicker={kicker}
          lead={form.lead}
        />
        {refusals.length > 0 ? (
          <RefusalList title={`Chưa thể “${form.title}”`} reasons={refusals}>
            <ButtonLink href={backTo}>Quay lại</ButtonLink>
          </RefusalList>
        ) : (
          <form method="post" class="form" action={visit.req.path}>
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa thực hiện được" reasons={reasons} />
            <HiddenFields typed={typed} version={found.version} />
            {fields}
            <ButtonRow>
              <Button kind={form.kind ?? 'primary'}>{form.button}</Button>
              <ButtonLink kind="quiet" href={backTo}>
                Không, quay lại
              </ButtonLink>
            </ButtonRow>
          </form>
        )}
      </>
    ),
  });
}
