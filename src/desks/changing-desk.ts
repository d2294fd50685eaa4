import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import type { PaperKind } from './kind.ts';
import type { Opinion } from './opinions.ts';
import { type DeskSituation, deskFacts, situationOf } from './situation.ts';
import { lockDesk } from './stay.ts';
import { type DeskAction, whyNotAtDesk } from './work-rules.ts';

export interface AtPaper {
  id: number;
  /** The version of the paper that the form was opened on; null does not ask. */
  version: number | null;
}

type Verb = 'desk_moved' | 'return_allowed' | 'opinion_asked' | 'opinion_given' | 'opinion_gap_named';

/** What was done, for the paper's own history, and what the command answers. */
export interface DoneAtDesk<T> {
  verb: Verb;
  before?: AuditFields;
  after?: AuditFields;
  reason?: string | null;
  value: T;
}

/**
 * Changes something about the way of one paper, in one transaction: whoever moves the same paper waits; it is looked
 * for within reach, a stale form is refused, the table is asked, and what was done is recorded on the paper.
 *
 * @param opinionId the opinion that is meant, where one is
 */
export function changingDesk<T>(
  acting: Acting,
  kind: PaperKind,
  input: AtPaper & { opinionId?: number },
  action: DeskAction,
  work: (tx: Tx, situation: DeskSituation, opinion: Opinion | null) => Promise<Outcome<DoneAtDesk<T>>>,
): Promise<Outcome<T>> {
  const { actor } = acting;
  return act(acting.db, acting.requestKey, actor.accountId, async (tx) => {
    await kind.versions?.lock(tx, input.id);
    await lockDesk(tx, kind.paper, input.id);
    const paper = await kind.find(tx, actor, input.id);
    if (!paper) return notFound();
    if (input.version !== null && input.version !== paper.version) return stale(paper.version);
    const situation = await situationOf(tx, actor, kind.paper, paper);
    const { opinionId } = input;
    const opinion = situation.opinions.find(({ id }) => id === opinionId) ?? null;
    if (opinionId !== undefined && !opinion) return notFound();
    const reasons = whyNotAtDesk(action, deskFacts(situation, opinion));
    if (reasons.length > 0) return refused(...reasons);
    const outcome = await work(tx, situation, opinion);
    if (!outcome.ok) return outcome;
    await kind.versions?.next(tx, acting, paper.id);
    const { verb, value, ...told } = outcome.value;
    await record(tx, acting, {
      kind: `${kind.paper}.${verb}`,
      thingId: paper.id,
      thingVersion: paper.version + (kind.versions ? 1 : 0),
      officeId: paper.officeId,
      ...told,
    });
    return done(value);
  });
}
