import type { Acting } from '../identity/actor.ts';
import { done, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import { changeExemplar } from './change.ts';
import { ASKED_OF, type ChangeTyped } from './form-page-schema.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import type { WorkInput } from './work-form.tsx';

/**
 * Changes a part of what is registered, the rest staying as it is; nothing to change is no refusal here: one goes on to
 * the next step. The form's version guards the rest: it is what stood there when the form was opened.
 */
export async function changePart(
  acting: Acting,
  input: WorkInput<Partial<ChangeTyped>>,
): Promise<Outcome<{ id: number }>> {
  const { id, version, item: _item, ...part } = input;
  const exemplar = await findExemplar(acting.db, acting.actor, id);
  if (!exemplar) return notFound();
  const { subject, registration } = merged(exemplar, part);
  const outcome = await changeExemplar(acting, { ...registration, subject, id, version });
  if (outcome.ok || outcome.refusal.kind === 'not_found' || outcome.refusal.kind === 'stale') return outcome;
  if (outcome.refusal.kind === 'refused') {
    return outcome.refusal.reasons.every(({ rule }) => rule === 'nothing_changed') ? done({ id }) : outcome;
  }
  // the plan is not chosen on the form: it comes with the field
  const { planId, ...fields } = outcome.refusal.fields;
  return invalid(planId && !fields.fieldId ? { ...fields, fieldId: planId } : fields);
}

function merged(exemplar: ExemplarInView, part: Partial<ChangeTyped>) {
  const kept = { ...exemplar, ...exemplar.subject };
  const all = { ...kept, ...part };
  const { kind } = all;
  const ofKind = <T>(fact: keyof typeof ASKED_OF, value: T): T | null =>
    // what was asked of another kind of subject goes with that kind
    kind === exemplar.subject.kind || ASKED_OF[fact].some((one) => one === kind) ? value : null;
  const movedField = part.fieldId !== undefined && part.fieldId !== null && part.fieldId !== exemplar.fieldId;
  return {
    subject: {
      kind,
      fullName: all.fullName,
      birthYear: ofKind('birthYear', all.birthYear),
      place: all.place,
      position: ofKind('position', all.position),
      representative: ofKind('representative', all.representative),
    },
    registration: {
      // another field brings its own plan
      planId: movedField ? null : exemplar.planId,
      fieldId: all.fieldId,
      movementId: all.movementId,
      breadth: all.breadth,
      title: all.title,
      statement: all.statement,
      novelty: all.novelty,
      interest: all.interest,
      origin: all.origin,
      sources: all.sources,
      sourceNote: all.sourceNote,
      fieldHint: all.fieldHint,
      foundOn: all.foundOn,
    },
  };
}
