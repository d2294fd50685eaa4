import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import { done, type Outcome } from '../platform/outcome.ts';

/** Asks for the search to be made soon by the work behind the pages, not at night. No change of anything: not recorded. */
export const askForPairs = (acting: Acting): Promise<Outcome<null>> =>
  act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx
      .updateTable('subject_pair_search')
      .set({ asked_on: acting.clock.today(), asked_by_name: acting.actor.displayName })
      .execute();
    return done(null);
  });
