import { formChoices } from '../exemplars/form-page-choices.ts';
import { findExemplar } from '../exemplars/queries.ts';
import { recordExemplar } from '../exemplars/record.ts';
import type { Acting } from '../identity/actor.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { SUBJECT_KINDS, type SubjectKind } from '../subjects/kinds.ts';
import { formatDate } from '../ui/format.ts';
import { type AtLead, steppingLead } from './changing-lead.ts';
import { additionsOf } from './lead-words.ts';
import type { LeadInView } from './queries.ts';

/** Who the registration is about, as the officer has made sure. */
export interface Opening extends AtLead {
  officeId: number;
  kind: SubjectKind;
  fullName: string;
  /** Somebody who is known already; null records a new subject. */
  subjectId: number | null;
  title: string | null;
}

/**
 * Makes the registration that a lead was about: an exemplar in `found` with the words, links and day of the lead, and a
 * way back to it. Wrong input comes back by the names of the fields.
 */
export function openRegistration(
  acting: Acting,
  input: Opening,
): Promise<Outcome<{ id: number; exemplarId: number }>> {
  return steppingLead(acting, input, 'open', async (tx, lead) => {
    const { planId } = await formChoices(tx);
    const added = await additionsOf(tx, lead.id);
    const recorded = await recordExemplar(
      { ...acting, db: tx, requestKey: null },
      {
        officeId: input.officeId,
        subject: input.subjectId === null ? subjectIn(lead, input) : { id: input.subjectId },
        ...{ planId, fieldId: null, movementId: null, breadth: null, fieldHint: null },
        title: input.title,
        statement: [lead.what, ...added.map(({ words }) => words)].join('\n\n'),
        origin: 'citizen',
        sources: lead.links,
        sourceNote: `Người dân giới thiệu ngày ${formatDate(lead.receivedOn)}, lời giới thiệu số ${lead.id}.`,
        foundOn: lead.receivedOn,
        isSample: lead.isSample,
      },
    );
    if (!recorded.ok) return recorded;
    const exemplarId = recorded.value.id;
    return done({
      kind: 'lead.opened',
      set: { exemplar_id: exemplarId },
      after: { 'hồ sơ': `số ${exemplarId}` },
      value: { id: lead.id, exemplarId },
    });
  });
}

function subjectIn(lead: LeadInView, { kind, fullName }: Opening) {
  const place = [lead.placeWords, lead.placeName].filter(Boolean).join(', ') || null;
  return {
    kind: SUBJECT_KINDS.find((one) => one === kind) ?? 'individual',
    fullName,
    birthYear: null,
    place: place?.slice(0, 300) ?? null,
    position: null,
    representative: null,
  };
}

/** Ends a lead that is about somebody whose file is there already; both point to each other. */
export function mergeLead(
  acting: Acting,
  input: AtLead & { intoId: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'merge', async (tx, lead) => {
    const kept = await findExemplar(tx, acting.actor, input.intoId);
    const errors: FieldErrors = {};
    if (!kept) errors.intoId = 'Không tìm thấy hồ sơ để gộp vào: hãy chọn lại.';
    else if (kept.state === 'declined')
      errors.intoId = 'Hồ sơ được chọn đã dừng ở trạng thái “không chọn”: hãy chọn hồ sơ khác.';
    if (Object.keys(errors).length > 0) return invalid(errors);
    return done({
      kind: 'lead.merged',
      set: { exemplar_id: input.intoId },
      after: { 'hồ sơ': `số ${input.intoId}` },
      reason: input.reason,
      value: { id: lead.id },
    });
  });
}

/** Refuses a lead: in words for the proposer, and in words that stay in the office. */
export function refuseLead(
  acting: Acting,
  input: AtLead & { publicReason: string; innerReason: string },
): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'refuse', async (_tx, lead) =>
    done({
      kind: 'lead.refused',
      set: { public_reason: input.publicReason, inner_reason: input.innerReason },
      after: { 'lý do báo người giới thiệu': input.publicReason },
      reason: input.innerReason,
      value: { id: lead.id },
    }),
  );
}

/** Puts aside what an officer takes for rubbish; it stays in sight of officers. */
export function quarantineLead(
  acting: Acting,
  input: AtLead & { reason: string },
): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'quarantine', async (_tx, lead) =>
    done({
      kind: 'lead.quarantined',
      set: { suspicions: [...lead.suspicions, input.reason] },
      reason: input.reason,
      value: { id: lead.id },
    }),
  );
}

/** Lets in what was held for rubbish and is none; why it was held stays in the history. */
export function releaseLead(acting: Acting, input: AtLead): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'release', async (_tx, lead) =>
    done({ kind: 'lead.released', set: { suspicions: [] }, value: { id: lead.id } }),
  );
}

/** Takes up again what was refused or merged; the reasons of before stay in the history. */
export function reopenLead(
  acting: Acting,
  input: AtLead & { reason: string },
): Promise<Outcome<{ id: number }>> {
  return steppingLead(acting, input, 'reopen', async (_tx, lead) =>
    done({
      kind: 'lead.reopened',
      set: { public_reason: null, inner_reason: null, exemplar_id: null, merged_into_id: null },
      reason: input.reason,
      value: { id: lead.id },
    }),
  );
}
