import { type AuditEntry, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { homeOffice } from './changing-subject.ts';
import type { SubjectInView } from './in-view.ts';
import type { PastAward, PastAwardSource } from './past-award-facts.ts';

/** An award as it is kept. */
export interface StoredPastAward {
  award: PastAward;
  /** Of the catalogue; null where the award is in words of its own. */
  formName: string | null;
  /** Who wrote what stands there; null: the program itself. */
  recordedBy: number | null;
}

/** The award of this subject; null: it has no such one. */
export async function storedAward(
  tx: Tx,
  subjectId: number,
  awardId: number,
): Promise<StoredPastAward | null> {
  const row = await tx
    .selectFrom('past_award as p')
    .leftJoin('award_form as f', 'f.id', 'p.award_form_id')
    .selectAll('p')
    .select('f.name as form_name')
    .where('p.id', '=', awardId)
    .where('p.subject_id', '=', subjectId)
    .executeTakeFirst();
  if (!row) return null;
  const award: PastAward = {
    awardFormId: row.award_form_id,
    formWords: row.form_words,
    number: row.number,
    decidedOn: row.decided_on,
    givenBy: row.given_by,
    year: row.year,
    forWhat: row.for_what,
    // held to these three by the database
    source: row.source as PastAwardSource,
    confirmedBy: row.confirmed_by,
  };
  return { award, formName: row.form_name, recordedBy: row.recorded_by };
}

export const pastAwardColumns = (award: PastAward) => ({
  award_form_id: award.awardFormId,
  form_words: award.formWords,
  number: award.number,
  decided_on: award.decidedOn,
  given_by: award.givenBy,
  year: award.year,
  for_what: award.forWhat,
  source: award.source,
  confirmed_by: award.confirmedBy,
});

/** Tells the history of the subject what became of an award; the last thing of a command. */
export function recordAward(
  tx: Tx,
  acting: Acting,
  subject: SubjectInView,
  kind: `subject.award_${'recorded' | 'changed' | 'confirmed' | 'removed'}`,
  told: Pick<AuditEntry, 'before' | 'after' | 'reason'>,
): Promise<void> {
  return record(tx, acting, {
    kind,
    thingId: subject.id,
    thingVersion: subject.version + 1,
    officeId: homeOffice(subject),
    ...told,
  });
}
