import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, type Outcome } from '../platform/outcome.ts';
import { type AtLead, steppingLead } from './changing-lead.ts';
import { mergeLead } from './decide.ts';
import { findLead, type LeadInView } from './queries.ts';
import { OPEN } from './workflow.ts';

/** Where a lead is merged into: a file, or another lead. Wrong input comes back under `into`. */
export async function mergeInto(
  acting: Acting,
  { into, ...input }: AtLead & { into: { kind: 'exemplar' | 'lead'; id: number }; reason: string },
): Promise<Outcome<{ id: number }>> {
  if (into.kind === 'lead') return mergeIntoLead(acting, { ...input, intoId: into.id });
  const outcome = await mergeLead(acting, { ...input, intoId: into.id });
  if (outcome.ok || outcome.refusal.kind !== 'invalid') return outcome;
  const { intoId, ...others } = outcome.refusal.fields;
  return invalid(intoId ? { ...others, into: intoId } : others);
}

/**
 * Ends a lead that is about the same one as another open lead, which goes on for both; what was merged into the first goes
 * on with the second as well. Wrong input comes back under `into`.
 */
export function mergeIntoLead(
  acting: Acting,
  input: AtLead & { intoId: number; reason: string },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    // in one order, so that two who merge the same two into each other do not wait in a ring
    await tx
      .selectFrom('lead')
      .select('id')
      .where('id', 'in', [input.id, input.intoId])
      .orderBy('id')
      .forUpdate()
      .execute();
    return steppingLead({ ...acting, db: tx }, input, 'merge', async (_tx, lead) => {
      const error = whyNotInto(lead.id, await findLead(tx, acting.actor, input.intoId));
      if (error) return invalid({ into: error });
      await tx
        .updateTable('lead')
        .set({ merged_into_id: input.intoId })
        .where('merged_into_id', '=', lead.id)
        .execute();
      return done({
        kind: 'lead.merged',
        set: { merged_into_id: input.intoId },
        after: { 'lời giới thiệu': `số ${input.intoId}` },
        reason: input.reason,
        value: { id: lead.id },
      });
    });
  });
}

function whyNotInto(id: number, kept: LeadInView | null): string | null {
  if (!kept) return 'Không tìm thấy lời giới thiệu để gộp vào: hãy chọn lại.';
  if (kept.id === id) return 'Không thể gộp lời giới thiệu vào chính nó: hãy chọn lời khác.';
  if (OPEN.includes(kept.state)) return null;
  return kept.exemplarId === null
    ? 'Lời giới thiệu được chọn không còn được xem xét: hãy chọn lời khác.'
    : 'Lời giới thiệu được chọn đã thành hồ sơ: hãy gộp vào hồ sơ ấy.';
}

/** Takes up again what was merged into a lead that its proposer takes back: the others have not taken theirs back. */
export async function letGo(tx: Tx, acting: Acting, id: number): Promise<void> {
  const today = acting.clock.today();
  const others = await tx
    .selectFrom('lead')
    .select(['id', 'version', 'office_id as officeId'])
    .where('merged_into_id', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id: otherId, version, officeId } of others) {
    await tx
      .updateTable('lead')
      .set({
        ...{ state: 'received', merged_into_id: null, settled_on: null, moved_on: today },
        ...{ version: version + 1, updated_at: acting.clock.now() },
      })
      .where('id', '=', otherId)
      .execute();
    await record(tx, acting, {
      kind: 'lead.reopened',
      thingId: otherId,
      thingVersion: version + 1,
      officeId,
      reason: `Lời giới thiệu số ${id} mà lời này được gộp vào đã được người giới thiệu rút.`,
    });
  }
}
