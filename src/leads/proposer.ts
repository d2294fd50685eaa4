import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type Outcome } from '../platform/outcome.ts';
import { writeAnswer } from './ask.ts';
import { steppingLead } from './changing-lead.ts';
import { letGo } from './merge-leads.ts';
import { leadOfProposer } from './queries.ts';

/**
 * Adds words of the proposer, whose code has opened the lead. They are the answer to what was asked last, where
 * something was asked and the lead waits for it.
 */
export function addWords(
  acting: Acting,
  { id, words }: { id: number; words: string },
): Promise<Outcome<{ id: number }>> {
  return steppingLead(
    acting,
    { id, version: null },
    'add',
    async (tx, lead) => {
      const question = lead.state === 'asked' ? await openQuestion(tx, id) : null;
      if (question !== null) await writeAnswer(tx, acting, question, words);
      else
        await tx
          .insertInto('lead_addition')
          .values({ lead_id: id, words, added_on: acting.clock.today() })
          .execute();
      return done({ kind: 'lead.added', value: { id } });
    },
    leadOfProposer,
  );
}

async function openQuestion(tx: Tx, leadId: number): Promise<number | null> {
  const row = await tx
    .selectFrom('lead_question')
    .select('id')
    .where('lead_id', '=', leadId)
    .where('office_id', 'is', null)
    .where('answered_on', 'is', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Takes the proposal back; how the proposer may be reached is erased at once. */
export function withdrawLead(acting: Acting, { id }: { id: number }): Promise<Outcome<{ id: number }>> {
  return steppingLead(
    acting,
    { id, version: null },
    'withdraw',
    async (tx) => {
      await tx.deleteFrom('lead_contact').where('lead_id', '=', id).execute();
      await letGo(tx, acting, id);
      return done({ kind: 'lead.withdrawn', after: { 'cách liên hệ': 'đã xóa' }, value: { id } });
    },
    leadOfProposer,
  );
}
