import { sql } from 'kysely';
import { historyOf } from '../../audit/timeline.ts';
import type { Actor } from '../../identity/actor.ts';
import { withinReach } from '../../identity/reach.ts';
import type { OfficeInView } from '../../offices/find.ts';
import { END_OF_TIME, presentOffice, successionOf } from '../../offices/succession.ts';
import { chainOf, childrenOn, inBranch } from '../../offices/tree.ts';
import type { Validity } from '../../offices/validity.ts';
import { countUpToLimit } from '../../platform/bounded-count.ts';
import type { Day } from '../../platform/clock.ts';
import type { Reader } from '../../platform/db.ts';

/** How many exemplars within the actor's reach lie with an office or below it; null: more than a thousand. */
export const countExemplarsBelow = (db: Reader, actor: Actor, officeId: number): Promise<number | null> =>
  countUpToLimit(
    db,
    db
      .selectFrom('exemplar as e')
      .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
      .select('e.id')
      .where(inBranch(sql.ref('e.office_id'), [officeId]))
      .where(withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'))),
  );

/**
 * The day whose tree is shown below an office that nobody asked a day for: today, or for one that is no more its
 * last day, for one to come its first.
 */
export const dayOf = ({ validFrom, validTo }: Validity, today: Day): Day =>
  validTo !== null && validTo < today ? validTo : validFrom !== null && validFrom > today ? validFrom : today;

/** What the page of an office shows beside the office itself. The tree below is that of `day`. */
export async function aboutOffice(
  db: Reader,
  actor: Actor,
  office: OfficeInView,
  { today, day }: { today: Day; day: Day },
) {
  const [chain, children, steps, present, latest, exemplars, history] = await Promise.all([
    chainOf(db, office.path),
    childrenOn(db, office.id, day),
    successionOf(db, office.id),
    presentOffice(db, office.id, today),
    presentOffice(db, office.id, END_OF_TIME),
    countExemplarsBelow(db, actor, office.id),
    historyOf(db, 'office', office.id),
  ]);
  return { chain, children, steps, present, latest, exemplars, history };
}

export type AboutOffice = Awaited<ReturnType<typeof aboutOffice>>;
