import { judgeOpinions } from '../desks/opinion-rules.ts';
import { awaitedOpinions } from '../desks/opinions.ts';
import { whyNotReturn } from '../desks/returns.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { AT_HAND, type DeskFacts } from './desk-judge.ts';
import type { ExemplarInView } from './queries.ts';
import { returningOffice } from './step-desk.ts';

/** Reads what the way of a file has to say about a decision; nothing while no decision is awaited. */
export async function deskFactsOf(db: Reader, exemplar: ExemplarInView, today: Day): Promise<DeskFacts> {
  const { id, state, stay, leadOfficeId, sides } = exemplar;
  if (state !== 'proposed' && state !== 'waiting') return AT_HAND;
  const byOfficeId = returningOffice(exemplar);
  const moved = stay !== null && stay.officeId !== leadOfficeId;
  return {
    elsewhere: moved && !sides.has('holder') && !sides.has('above') ? stay.officeName : null,
    returnRefusal: await whyNotReturn(db, { paper: 'exemplar', paperId: id, byOfficeId }, today),
    awaited: judgeOpinions(await awaitedOpinions(db, 'exemplar', id)),
  };
}
