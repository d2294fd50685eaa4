import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { openDecisions } from './copy-decisions.ts';
import { draftErrors } from './create-plan.ts';
import type { PlanJudged } from './judge-plan.ts';
import { loadDraft } from './load-draft.ts';

/** Everything that the guards of a plan ask about. @throws Error when there is no such plan */
export async function planFacts(db: Reader, planId: number): Promise<PlanJudged> {
  const draft = await loadDraft(db, planId);
  if (!draft) throw new Error(`No plan ${planId}.`);
  const { number: _own, ...errors } = await draftErrors(db, draft);
  const [rival, decisions, amendment] = [
    await rivalOf(db, planId),
    await openDecisions(db, planId),
    await db
      .selectFrom('plan_amendment')
      .select('number')
      .where('plan_id', '=', planId)
      .where('closed_at', 'is', null)
      .executeTakeFirst(),
  ];
  return {
    number: draft.number,
    signer: draft.signer,
    issuedOn: draft.issuedOn,
    stages: draft.stages.length,
    fields: draft.fields.length,
    errors,
    rival,
    openDecisions: decisions.length,
    openAmendment: amendment?.number ?? null,
  };
}

/** A plan in force of the same issuer and kind with a day in common, which is neither above this one nor below it. */
async function rivalOf(db: Reader, planId: number): Promise<{ number: string; title: string } | null> {
  const { rows } = await sql<{ number: string; title: string }>`
    SELECT o.number, o.title FROM plan p JOIN plan o ON o.id <> p.id AND o.state = 'in_force'
      AND o.kind = p.kind AND o.period_from <= p.period_to AND o.period_to >= p.period_from
      AND (o.issuer_office_id = p.issuer_office_id
        OR (o.issuer_office_id IS NULL OR p.issuer_office_id IS NULL) AND o.issuer_name = p.issuer_name)
    WHERE p.id = ${planId} AND o.parent_plan_id IS DISTINCT FROM p.id AND p.parent_plan_id IS DISTINCT FROM o.id
    ORDER BY o.issued_on, o.id LIMIT 1`.execute(db);
  return rows[0] ?? null;
}
