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
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { refusalToWork, type Work } from './work-rules.ts';

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
  field(
    name: string,
    kept?: string | null,
  ): { name: string; value: string | null; error: string | undefined };
}

/** The two routes of such a form. */
export function workFormRoutes<T>(form: WorkForm<T>): Route[] {
  const path = `/dien-hinh/:id/${form.path}`;
  return [
    get(path, 'signed_in', (visit) =>
      withExemplar(visit, (exemplar) => showForm(visit, form, exemplar, {}, [], {})),
    ),
    post(path, 'signed_in', (visit) => withExemplar(visit, (exemplar) => takeForm(visit, form, exemplar))),
  ];
}

export async function withExemplar(
  visit: Visit,
  answer: (exemplar: ExemplarInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const exemplar = id === null ? null : await findExemplar(visit.get('deps').db, actorOf(visit), id);
  return exemplar ? answer(exemplar) : notFoundPage(visit);
}

async function takeForm<T>(visit: Visit, form: WorkForm<T>, exemplar: ExemplarInView): Promise<Response> {
  const read = await readForm(visit, form.schema);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    showForm(visit, form, exemplar, errors, reasons, read.typed);
  if (!read.ok) return again(read.errors, []);
  const input = { ...read.value, id: exemplar.id, version: read.version, item: itemOf(visit, form) };
  const file = read.files.get(FILE_FIELD) ?? null;
  const outcome = await form.command(acting(visit, read.key), input, { visit, file });
  const backTo = `/dien-hinh/${exemplar.id}#${form.anchor}`;
  if (outcome.ok) return redirectWith(visit, backTo, form.said);
  const thing = { kind: 'exemplar' as const, id: exemplar.id, version: read.version };
  return answerRefusal(visit, outcome.refusal, { again, backTo: visit.req.path, thing, sent: read });
}

const itemOf = <T,>(visit: Visit, form: WorkForm<T>): number =>
  form.path.includes(':item') ? (idParam(visit, 'item') ?? 0) : 0;

async function showForm<T>(
  visit: Visit,
  form: WorkForm<T>,
  exemplar: ExemplarInView,
  errors: FieldErrors,
  reasons: Reason[],
  typed: Typed,
): Promise<Response> {
  const item = itemOf(visit, form);
  const refusal = refusalToWork(exemplar, form.work);
  const refusals = refusal ? [refusal] : ((await form.whyNot?.(visit, exemplar, item)) ?? []);
  const filled: Filled = {
    errors,
    typed,
    field: (name, kept = null) => {
      const given = typed[name];
      return { name, value: typeof given === 'string' ? given : kept, error: errors[name] };
    },
  };
  const fields = refusals.length > 0 ? undefined : await form.fields(visit, exemplar, filled, item);
  if (fields === null) return notFoundPage(visit);
  const wrong = Object.keys(errors).length + reasons.length > 0;
  const backTo = `/dien-hinh/${exemplar.id}#${form.anchor}`;
  return officePage(visit, {
    title: form.title,
    status: wrong ? 422 : 200,
    children: (
      <>
        <PageHead
          title={form.title}
          crumbs={[
            { label: 'Điển hình', href: '/dien-hinh' },
            { label: exemplar.subject.fullName, href: `/dien-hinh/${exemplar.id}` },
            { label: form.title },
          ]}
        />
        {refusals.length > 0 ? (
          <RefusalList title="Chưa thực hiện được" reasons={refusals}>
            <ButtonLink href={backTo}>Về hồ sơ</ButtonLink>
          </RefusalList>
        ) : (
          <form method="post" class="form" enctype={form.sendsFile ? 'multipart/form-data' : undefined}>
            <ErrorSummary errors={errors} />
            <RefusalList title="Chưa thực hiện được" reasons={reasons} />
            <HiddenFields typed={typed} version={exemplar.version} />
            {fields}
            <ButtonRow>
              <Button kind="primary">Lưu</Button>
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
