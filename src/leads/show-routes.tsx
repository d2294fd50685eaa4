import { historyOf } from '../audit/timeline.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { assistedOf } from './assisted-rows.ts';
import { knownAgain } from './known-again.ts';
import { findLeadIn } from './lead-target.ts';
import { additionsOf, contactOf, looksOf, questionsOf } from './lead-words.ts';
import { mergedInto, openLeadsLike } from './merged-leads.ts';
import { findLead, WORKERS } from './queries.ts';
import { LeadPage } from './show-page.tsx';
import { LEADS_PATH } from './words.ts';

export const leadShowRoutes: Route[] = [get(`${LEADS_PATH}/:id`, 'signed_in', showLead)];

async function showLead(visit: Visit): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const lead = await findLeadIn(visit);
  if (!lead) return notFoundPage(visit);
  const works = WORKERS.some((role) => lead.roles.has(role));
  const [additions, questions, looks, contact, assisted, known, exemplar, history, merged, alike, into] =
    await Promise.all([
      additionsOf(db, lead.id),
      questionsOf(db, { leadId: lead.id }),
      looksOf(db, { leadId: lead.id }),
      // how the proposer may be reached is for those who work on the lead, not for an office that was asked
      works ? contactOf(db, lead.id) : null,
      assistedOf(db, { leadId: lead.id }),
      lead.settledOn === null ? knownAgain(db, actor, lead) : [],
      db
        .selectFrom('exemplar')
        .select(['id', 'full_name as fullName'])
        .where('id', '=', lead.exemplarId)
        .executeTakeFirst(),
      historyOf(db, 'lead', lead.id),
      mergedInto(db, lead.id),
      lead.settledOn === null ? openLeadsLike(db, actor, lead) : [],
      lead.mergedIntoId === null ? null : findLead(db, actor, lead.mergedIntoId),
    ]);
  const parts = { additions, questions, looks, contact, assisted, known, history, merged, alike, into };
  return officePage(visit, {
    title: lead.fullName,
    children: <LeadPage lead={lead} {...parts} exemplar={exemplar ?? null} />,
  });
}
