import type { z } from 'zod';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { type ReadForm, readForm, type Typed } from '../web/form.ts';
import { idParam } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { findReport, type ReportInView } from './queries.ts';

/** What a form that comes back is shown with. */
export interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
}

export const FRESH: Again = { errors: {}, reasons: [], typed: {} };

export const isWrong = ({ errors, reasons }: Again): boolean =>
  Object.keys(errors).length + reasons.length > 0;

/** The report of the path, in view of the actor; not found otherwise. */
export async function withReport(
  visit: Visit,
  answer: (report: ReportInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const report = id === null ? null : await findReport(visit.get('deps').db, actorOf(visit), id);
  return report ? answer(report) : notFoundPage(visit);
}

interface Change<T> {
  schema: z.ZodType<T>;
  command: (
    surroundings: ReturnType<typeof acting>,
    input: T & { id: number; version: number | null },
  ) => Promise<Outcome<{ id: number }>>;
  /** Said on the page of the report afterwards. */
  said: string;
  /** Shows the form again; without it the refusal is a page of its own. */
  again?: (report: ReportInView, again: Again) => Promise<Response>;
  /** The draft that the form saves itself under. */
  draftOf?: (id: number) => string;
  /** When it is done. */
  afterwards?: (id: number) => Promise<void>;
}

/** One change of one report: read the form, call the command, answer. */
export async function changeReport<T>(visit: Visit, change: Change<T>): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form: ReadForm<T> = await readForm(visit, change.schema);
  const { again } = change;
  const how = {
    backTo: again ? visit.req.path : `/bao-cao/${id}`,
    thing: { kind: 'report' as const, id, version: form.version },
    sent: form,
    ...(change.draftOf && { draft: change.draftOf(id) }),
    ...(again && {
      again: (errors: FieldErrors, reasons: Reason[]) =>
        withReport(visit, (report) => again(report, { errors, reasons, typed: form.typed })),
    }),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const outcome = await change.command(acting(visit, form.key), {
    ...form.value,
    id,
    version: form.version,
  });
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
  await change.afterwards?.(id);
  return redirectWith(visit, `/bao-cao/${id}`, change.said);
}
