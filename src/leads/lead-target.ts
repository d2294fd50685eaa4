import type { Reason } from '../platform/outcome.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { tryStep } from '../workflow/table.ts';
import { findLead, type LeadInView } from './queries.ts';
import { judgeLead } from './rules.ts';
import type { Place } from './target-form.tsx';
import { LEAD_ROLE_NAMES, LEADS_PATH, leadPath } from './words.ts';
import { type LeadAction, leadWorkflow } from './workflow.ts';

/** The lead of the address, within the actor's reach. */
export function findLeadIn(visit: Visit): Promise<LeadInView | null> {
  const id = idParam(visit);
  return id === null ? Promise.resolve(null) : findLead(visit.get('deps').db, actorOf(visit), id);
}

export const placeOfLead = (lead: LeadInView): Place => ({
  kind: 'lead',
  crumbs: [
    { label: 'Giới thiệu', href: LEADS_PATH },
    { label: lead.fullName, href: leadPath(lead.id) },
  ],
  kicker: `${lead.fullName}, ${lead.officeName}`,
  backTo: leadPath(lead.id),
});

/** Why a step may not be taken now, as its command would say. */
export function whyNotStep(lead: LeadInView, action: LeadAction): Reason[] {
  const verdict = tryStep(leadWorkflow, LEAD_ROLE_NAMES, {
    state: lead.state,
    action,
    roles: lead.roles,
    judgements: judgeLead(lead),
    overrideReason: null,
  });
  return verdict.allowed ? [] : verdict.reasons;
}

export const kindOfLead = ({ kind }: LeadInView): string =>
  kind ? SUBJECT_KIND_NAMES[kind] : 'Chưa rõ loại';
