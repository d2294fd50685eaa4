import type { Child } from 'hono/jsx';
import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { type FieldOf, fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { refusalToWrite } from './changing-subject.ts';
import type { SubjectInView } from './in-view.ts';
import { findInView } from './in-view-queries.ts';

/** A form about one subject. */
export interface SubjectForm<T> {
  /** Address below `/chu-the/:id/`; may name a further id, `khen-thuong/:item/sua`. */
  path: string;
  title: string;
  /** The section of the subject's page to which the form leads back. */
  anchor: string;
  schema: z.ZodType<T>;
  /** What is said when it is done. */
  said: string;
  /** Words of the button; "Lưu" unless told. */
  button?: string;
  /** It takes something away. */
  danger?: boolean;
  /** `item` is the further id of the path, 0 where the path has none. */
  command(acting: Acting, input: SubjectFormInput<T>): Promise<Outcome<unknown>>;
  /** What stands against it beside the right to write; told in the place of the form, as the command would. */
  whyNot?(visit: Visit, subject: SubjectInView, item: number): Promise<Reason | null>;
  /** The fields; null answers 404 (the item of the path is not there). */
  fields(visit: Visit, subject: SubjectInView, field: FieldOf, item: number): Promise<Child | null> | Child;
}

export type SubjectFormInput<T> = T & { id: number; version: number | null; item: number };

interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

/** The two routes of such a form. */
export function subjectFormRoutes<T>(form: SubjectForm<T>): Route[] {
  const path = `/chu-the/:id/${form.path}`;
  return [
    get(path, 'signed_in', (visit) =>
      withSubject(visit, (subject) => showForm(visit, form, subject, { errors: {}, reasons: [], typed: {} })),
    ),
    post(path, 'signed_in', (visit) => withSubject(visit, (subject) => takeForm(visit, form, subject))),
  ];
}

/**
 * Finds the subject of the address within reach, the kept one under the number of one that was merged; what is not
 * there and what one may not see answer alike.
 */
export async function withSubject(
  visit: Visit,
  answer: (subject: SubjectInView, goneName: string | null) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const found = id === null ? null : await findInView(visit.get('deps').db, actorOf(visit), id);
  return found ? answer(found.subject, found.goneName) : notFoundPage(visit);
}

const itemOf = (visit: Visit, path: string): number =>
  path.includes(':item') ? (idParam(visit, 'item') ?? 0) : 0;

async function takeForm<T>(visit: Visit, form: SubjectForm<T>, subject: SubjectInView): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: readonly Reason[]) =>
    showForm(visit, form, subject, { errors, reasons, typed: read.typed });
  if (!read.ok) return again(read.errors, []);
  const { id } = subject;
  const input = { ...read.value, id, version: read.version, item: itemOf(visit, form.path) };
  const outcome = await form.command(acting(visit, read.key), input);
  if (!outcome.ok) {
    const thing = { kind: 'subject' as const, id, version: read.version };
    return answerRefusal(visit, outcome.refusal, { again, backTo: visit.req.path, thing, sent: read });
  }
  // who takes away the only thing that lay with their office does not see the subject any more
  const stillSeen = (await findInView(visit.get('deps').db, actorOf(visit), id)) !== null;
  return redirectWith(visit, stillSeen ? `/chu-the/${id}#${form.anchor}` : '/chu-the', form.said);
}

async function showForm<T>(
  visit: Visit,
  form: SubjectForm<T>,
  subject: SubjectInView,
  { errors, reasons, typed }: Again,
): Promise<Response> {
  const item = itemOf(visit, form.path);
  const refusal = refusalToWrite(subject) ?? (await form.whyNot?.(visit, subject, item)) ?? null;
  const fields = refusal ? undefined : await form.fields(visit, subject, fieldOf(typed, errors), item);
  if (fields === null) return notFoundPage(visit);
  const page = `/chu-the/${subject.id}`;
  const backTo = `${page}#${form.anchor}`;
  const wrong = Object.keys(errors).length + reasons.length > 0;
  return officePage(visit, {
    title: form.title,
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title={form.title}
          crumbs={[
            { label: 'Chủ thể', href: '/chu-the' },
            { label: subject.fullName, href: page },
            { label: form.title },
          ]}
        />
        {refusal ? (
          <RefusalList title="Chưa thực hiện được" reasons={[refusal]}>
            <ButtonLink href={backTo}>Về trang chủ thể</ButtonLink>
          </RefusalList>
        ) : (
          <form method="post" action={visit.req.path} class="form">
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa thực hiện được" reasons={reasons} />
            <HiddenFields typed={typed} version={subject.version} />
            {fields}
            <ButtonRow>
              <Button kind={form.danger ? 'danger' : 'primary'}>{form.button ?? 'Lưu'}</Button>
              <ButtonLink kind="quiet" href={backTo}>
                Không lưu, quay lại
              </ButtonLink>
            </ButtonRow>
          </form>
        )}
      </>
    ),
  });
}
