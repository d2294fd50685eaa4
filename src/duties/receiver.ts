import { standingBodiesOn } from '../offices/find.ts';
import { holdsOn, type Validity } from '../offices/validity.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** An office as far as the way of its papers goes. */
export interface Sender {
  id: number;
  parentId: number | null;
  /** Is the office above it a root of the tree? */
  belowRoot: boolean;
}

/** Who receives for whom: `to` and `via` of the duty, null where the office above is meant. */
export interface Addressee {
  toOfficeId: number | null;
  viaOfficeId: number | null;
}

export interface StandingBody extends Validity {
  id: number;
}

/**
 * Where a paper of an office arrives first on a day: via, else to, else the office above. Where the office above is a
 * root of the tree (UBND tỉnh), its standing body of that day receives for it, and the root itself where there is none.
 * An office never receives from itself: the next one in that order does. Null for a root that sends to nobody.
 */
export function receiverIn(
  sender: Sender,
  { toOfficeId, viaOfficeId }: Addressee,
  standing: readonly StandingBody[],
  day: Day,
): number | null {
  const forRoot = sender.belowRoot ? standing.find((body) => holdsOn(body, day))?.id : undefined;
  const inOrder = [viaOfficeId, toOfficeId, forRoot ?? null, sender.parentId];
  return inOrder.find((office) => office !== null && office !== sender.id) ?? null;
}

/** The same for one office, asked of the database. */
export async function receiverOf(
  db: Reader,
  of: { officeId: number; day: Day; toOfficeId?: number | null; viaOfficeId?: number | null },
): Promise<number | null> {
  const office = await db
    .selectFrom('office as o')
    .leftJoin('office as p', 'p.id', 'o.parent_id')
    .select(['o.id', 'o.parent_id as parentId', 'p.parent_id as grandparentId'])
    .where('o.id', '=', of.officeId)
    .executeTakeFirst();
  if (!office) return null;
  const sender = {
    id: office.id,
    parentId: office.parentId,
    belowRoot: office.parentId !== null && office.grandparentId === null,
  };
  const addressee = { toOfficeId: of.toOfficeId ?? null, viaOfficeId: of.viaOfficeId ?? null };
  const standing = sender.belowRoot ? await standingBodiesOn(db, of.day) : [];
  return receiverIn(
    sender,
    addressee,
    standing.map(({ id }) => ({ id, validFrom: null, validTo: null })),
    of.day,
  );
}
