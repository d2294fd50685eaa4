import type { AuditKind } from '../audit/kinds.ts';
import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { tryStep } from '../workflow/table.ts';
import { findLead, type LeadInView } from './queries.ts';
import { judgeLead } from './rules.ts';
import { LEAD_ROLE_NAMES } from './words.ts';
import { type LeadAction, leadWorkflow, SETTLED } from './workflow.ts';

/** What a command does to a lead beside its step. */
export interface LeadStep<T> {
  set?: {
    suspicions?: string[];
    public_reason?: string | null;
    inner_reason?: string | null;
    exemplar_id?: number | null;
    merged_into_id?: number | null;
  };
  kind: AuditKind;
  after?: AuditFields;
  reason?: string | null;
  value: T;
}

export interface AtLead {
  id: number;
  /** The version that the form was opened on; null does not ask. */
  version: number | null;
}

/**
 * Takes one step of a lead in one transaction: locks it, looks for it within the actor's reach, refuses a stale form and
 * whatever the table refuses, then does the work and records it. A refusal takes everything back.
 *
 * @param find how the lead is found: by an officer's reach, unless the proposer's code has opened it
 */
export function steppingLead<T>(
  acting: Acting,
  { id, version }: AtLead,
  action: LeadAction,
  work: (tx: Tx, lead: LeadInView) => Promise<Outcome<LeadStep<T>>>,
  find: (tx: Reader, id: number) => Promise<LeadInView | null> = (tx) => findLead(tx, acting.actor, id),
): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('lead').select('id').where('id', '=', id).forUpdate().execute();
    const lead = await find(tx, id);
    if (!lead) return notFound();
    if (version !== null && version !== lead.version) return stale(lead.version);
    const verdict = tryStep(leadWorkflow, LEAD_ROLE_NAMES, {
      state: lead.state,
      action,
      roles: lead.roles,
      judgements: judgeLead(lead),
      overrideReason: null,
    });
    if (!verdict.allowed) return refused(...verdict.reasons);
    if (verdict.to === 'before_hold') throw new Error('A lead is never held.');
    const step = await work(tx, lead);
    if (!step.ok) return step;
    const { set = {}, kind, after, reason = null, value } = step.value;
    const today = acting.clock.today();
    const state = verdict.to;
    await tx
      .updateTable('lead')
      .set({
        ...set,
        state,
        version: lead.version + 1,
        moved_on: today,
        settled_on: SETTLED.includes(state) ? today : null,
        updated_at: acting.clock.now(),
      })
      .where('id', '=', id)
      .execute();
    const { officeId } = lead;
    await record(tx, acting, {
      kind,
      thingId: id,
      thingVersion: lead.version + 1,
      officeId,
      before: { 'trạng thái': leadWorkflow.states[lead.state].name },
      after: { 'trạng thái': leadWorkflow.states[state].name, ...after },
      reason,
    });
    return done(value);
  });
}
