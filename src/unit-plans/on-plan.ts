import type { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { type ReadForm, readForm, type SentForm } from '../web/form.ts';
import { idParam } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { findUnitPlan, type UnitPlanInView } from './queries.ts';

/** Finds the unit plan of the address in view; what is not there and what one may not see answer alike. */
export async function withUnitPlan(
  visit: Visit,
  answer: (plan: UnitPlanInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const plan = id === null ? null : await findUnitPlan(visit.get('deps').db, actorOf(visit), id);
  return plan ? answer(plan) : notFoundPage(visit);
}

/** Shows a form again with what was typed and what is wrong. */
export type ShowAgain = (
  plan: UnitPlanInView,
  again: { errors: FieldErrors; reasons: Reason[]; typed: SentForm['typed'] },
) => Promise<Response>;

export interface Change<T> {
  schema: z.ZodType<T>;
  command(acting: Acting, input: T & { id: number; version: number | null }): Promise<Outcome<unknown>>;
  /** What is said when it is done. */
  said: string;
  /** Section of the plan's page to go back to. */
  anchor?: string;
  /** Without it a refusal is told on a page of its own. */
  again?: ShowAgain;
  /** The name of the form where it has drafts. */
  draft?: string;
  /** After it is done. */
  afterwards?(): Promise<void>;
}

/** One change of one unit plan: read the form, call the command, answer. */
export function changeUnitPlan<T>(visit: Visit, change: Change<T>): Promise<Response> {
  return withUnitPlan(visit, async (plan) => {
    const form: ReadForm<T> = await readForm(visit, change.schema);
    const { again, draft } = change;
    const backTo = `/ke-hoach-don-vi/${plan.id}${change.anchor ? `#${change.anchor}` : ''}`;
    const how = {
      backTo: again ? visit.req.path : backTo,
      thing: { kind: 'unit_plan' as const, id: plan.id, version: form.version },
      sent: form,
      ...(draft ? { draft } : {}),
      ...(again
        ? {
            again: (errors: FieldErrors, reasons: Reason[]) =>
              withUnitPlan(visit, (now) => again(now, { errors, reasons, typed: form.typed })),
          }
        : {}),
    };
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
    const input = { ...form.value, id: plan.id, version: form.version };
    const outcome = await change.command(acting(visit, form.key), input);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
    await change.afterwards?.();
    return redirectWith(visit, backTo, change.said);
  });
}
