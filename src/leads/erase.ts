import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import { addDays } from '../calendar/days.ts';
import { PROGRAM } from '../identity/actor.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db } from '../platform/db.ts';
import { leadDays } from './lead-days.ts';
import { forgetAttempts } from './throttle.ts';

/**
 * Erases how proposers may be reached, so many days after their lead came to its end, and what addresses did more than a
 * day ago. Run again it finds nothing; two at once erase each once.
 *
 * @returns how many were erased
 */
export async function eraseContacts(db: Db, clock: Clock): Promise<number> {
  await forgetAttempts(db);
  return db.transaction().execute(async (tx) => {
    const { contact } = await leadDays(tx);
    const before = addDays(clock.today(), -contact);
    const erased = await tx
      .deleteFrom('lead_contact as c')
      .where('c.lead_id', 'in', (eb) =>
        eb.selectFrom('lead as l').select('l.id').where('l.settled_on', '<=', before),
      )
      .returning(['c.lead_id', sql<number>`(SELECT office_id FROM lead WHERE id = c.lead_id)`.as('officeId')])
      .execute();
    for (const { lead_id, officeId } of erased) {
      await record(
        tx,
        { clock, actor: PROGRAM, ip: null },
        {
          kind: 'lead.contact_erased',
          thingId: lead_id,
          officeId,
          after: { 'sau khi xong (ngày)': contact },
        },
      );
    }
    return erased.length;
  });
}
