import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ConsentScope, ConsentWay } from './consent-form.ts';

export interface Consent {
  id: number;
  scope: ConsentScope;
  givenOn: Day;
  how: ConsentWay;
  note: string | null;
  /** Null while it stands. */
  withdrawnOn: Day | null;
  /** Name of the account that recorded it; null for the program itself. */
  recordedBy: string | null;
}

/** Every consent of an exemplar, standing ones and withdrawn ones, the newest first. */
export async function consentsOf(db: Reader, exemplarId: number): Promise<Consent[]> {
  const rows = await db
    .selectFrom('consent as c')
    .leftJoin('account as a', 'a.id', 'c.recorded_by')
    .select(['c.id', 'c.scope', 'c.given_on as givenOn', 'c.how', 'c.note', 'c.withdrawn_on as withdrawnOn'])
    .select('a.display_name as recordedBy')
    .where('c.exemplar_id', '=', exemplarId)
    .orderBy('c.given_on', 'desc')
    .orderBy('c.id', 'desc')
    .execute();
  // the database's CHECKs hold scope and way to the unions
  return rows.map((row) => ({ ...row, scope: row.scope as ConsentScope, how: row.how as ConsentWay }));
}
