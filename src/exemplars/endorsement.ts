import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate, formatPercent } from '../ui/format.ts';
import { changing } from './changing.ts';
import type { Endorsement } from './endorsement-form.ts';
import { recordChange } from './record-change.ts';
import { difference } from './record-difference.ts';
import { refusalToWork } from './work-rules.ts';

/** The meeting (suy tôn) that is on record for an exemplar; null before there is one. */
export async function endorsementOf(db: Reader, exemplarId: number): Promise<Endorsement | null> {
  const row = await db
    .selectFrom('endorsement')
    .select(['held_on as heldOn', 'place', 'present', 'agreed', 'minutes'])
    .where('exemplar_id', '=', exemplarId)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Puts the meeting on record that endorsed the exemplar, in place of the one recorded before. What was recorded
 * before stays in the history.
 */
export function recordEndorsement(
  acting: Acting,
  input: Endorsement & { id: number; version: number | null },
): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'endorsement');
    if (refusal) return refused(refusal);
    const errors = endorsementErrors(input, acting.clock.today());
    if (errors) return invalid(errors);
    const before = await endorsementOf(tx, exemplar.id);
    const { heldOn, place, present, agreed, minutes } = input;
    const row = { held_on: heldOn, place, present, agreed, minutes };
    await tx
      .insertInto('endorsement')
      .values({ exemplar_id: exemplar.id, ...row })
      .onConflict((conflict) => conflict.column('exemplar_id').doUpdateSet(row))
      .execute();
    await recordChange(tx, acting, exemplar, 'exemplar.endorsement_recorded', {
      ...difference(before ? inWords(before) : {}, inWords(input)),
    });
    return done({ id: exemplar.id });
  });
}

/** What is wrong with a meeting, by field; null when nothing is. `today` as ISO. */
export function endorsementErrors(meeting: Endorsement, today: Day): FieldErrors | null {
  const errors: FieldErrors = {};
  if (meeting.heldOn > today) errors.heldOn = `Ngày họp không được sau hôm nay (${formatDate(today)}).`;
  if (meeting.agreed > meeting.present) {
    errors.agreed = `Số người tán thành không được nhiều hơn số người dự họp (${meeting.present}).`;
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

const inWords = ({ heldOn, place, present, agreed, minutes }: Endorsement): AuditFields => ({
  'ngày họp': formatDate(heldOn),
  'nơi họp': place,
  'người dự': present,
  'người tán thành': agreed,
  'tỷ lệ tán thành': formatPercent(agreed / present),
  'biên bản': minutes,
});
