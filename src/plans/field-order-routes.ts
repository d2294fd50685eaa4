import { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { idParam, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { moveField, removeField } from './edit-field.ts';

interface FieldTarget {
  id: number;
  version: number | null;
  fieldId: number;
}

/** Buttons beside a field on the page of its plan. */
export const fieldOrderRoutes: Route[] = [
  post('/ke-hoach/:id/linh-vuc/:item/bo', 'signed_in', (visit) =>
    change(visit, removeField, 'Đã bỏ lĩnh vực.'),
  ),
  post('/ke-hoach/:id/linh-vuc/:item/len', 'signed_in', (visit) =>
    change(visit, (who, target) => moveField(who, { ...target, up: true }), 'Đã chuyển lên.'),
  ),
  post('/ke-hoach/:id/linh-vuc/:item/xuong', 'signed_in', (visit) =>
    change(visit, (who, target) => moveField(who, { ...target, up: false }), 'Đã chuyển xuống.'),
  ),
];

async function change(
  visit: Visit,
  command: (acting: Acting, target: FieldTarget) => Promise<Outcome<unknown>>,
  said: string,
): Promise<Response> {
  const [id, fieldId] = [idParam(visit), idParam(visit, 'item')];
  if (id === null || fieldId === null) return notFoundPage(visit);
  const form = await readForm(visit, z.object({}));
  const outcome = await command(acting(visit, form.key), { id, version: form.version, fieldId });
  const backTo = `/ke-hoach/${id}#linh-vuc`;
  if (outcome.ok) return redirectWith(visit, backTo, said);
  const thing = { kind: 'plan' as const, id, version: form.version };
  return answerRefusal(visit, outcome.refusal, { backTo, thing, sent: form });
}
