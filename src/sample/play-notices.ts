import { keepLastRound, roundIn } from '../notices/round.ts';
import type { Tx } from '../platform/db.ts';
import { addDays, SAMPLE_TODAY } from './days.ts';
import { OfficeHours } from './stage.ts';

/** What fell due in the two weeks before the last day of the sample is told in its last round, as after a break. */
const DAYS_BACK = 14;

/** The notices that the people of the sample find. They have no addresses: no letter can go out. */
export async function playNotices(tx: Tx): Promise<void> {
  await keepLastRound(tx, addDays(SAMPLE_TODAY, -DAYS_BACK));
  await roundIn(tx, new OfficeHours().at(SAMPLE_TODAY), { mail: false });
}
