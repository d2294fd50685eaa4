import { sql } from 'kysely';
import type { AuditEntry } from '../audit/record.ts';
import { recordMany } from '../audit/record-many.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { writeInParts } from '../platform/in-parts.ts';
import { takeIds } from '../platform/take-ids.ts';
import { type PastAward, pastAwardInWords } from './past-award-facts.ts';

/** An award of a list, already tidied and judged; its subject is known or was just written. */
export interface ListedAward extends PastAward {
  subjectId: number;
  /** Was the subject known before the list came? Then it has a next version. */
  known: boolean;
  /** Of the catalogue; null: in words of its own. */
  formName: string | null;
}

const AT_ONCE = 1_000;

/**
 * Writes many past awards within the caller's command, which holds the subjects, each with its event in the history of its
 * subject. Answers their ids in the order of the awards.
 */
export async function recordPastAwards(
  tx: Tx,
  acting: Acting,
  awards: readonly ListedAward[],
  batch: { id: number; officeId: number; isSample: boolean },
): Promise<number[]> {
  const ids = await takeIds(tx, 'past_award', awards.length);
  await writeInParts(
    awards,
    AT_ONCE,
    (some, from) => JSON.stringify(some.map((award, n) => rowOf(award, ids[from + n]))),
    (rows) => writeRows(tx, acting, rows, batch),
  );
  const known = awards.filter((award) => award.known).map(({ subjectId }) => subjectId);
  const versions = await nextVersions(tx, known);
  await recordMany(
    tx,
    acting,
    awards.map((award) => ({
      kind: 'subject.award_recorded' as const,
      thingId: award.subjectId,
      thingVersion: versions.get(award.subjectId) ?? 1,
      officeId: batch.officeId,
      after: { ...pastAwardInWords(award, award.formName), 'danh sách số': batch.id },
    })),
  );
  return ids;
}

const rowOf = (award: ListedAward, id: number | undefined) => ({
  id,
  subject_id: award.subjectId,
  award_form_id: award.awardFormId,
  form_words: award.formWords,
  number: award.number,
  decided_on: award.decidedOn,
  given_by: award.givenBy,
  year: award.year,
  for_what: award.forWhat,
  confirmed_by: award.confirmedBy,
});

async function writeRows(
  tx: Tx,
  acting: Acting,
  rows: string,
  batch: { id: number; officeId: number; isSample: boolean },
): Promise<void> {
  await tx
    .insertInto('past_award')
    .columns([
      'id',
      'subject_id',
      'award_form_id',
      'form_words',
      'number',
      'decided_on',
      'given_by',
      'year',
      'for_what',
      'confirmed_by',
      'source',
      'office_id',
      'recorded_by',
      'recorded_on',
      'import_batch_id',
      'is_sample',
    ])
    .expression(
      sql`OVERRIDING SYSTEM VALUE SELECT a.*, 'imported', ${batch.officeId}::bigint, ${acting.actor.accountId}::bigint,
          ${acting.clock.today()}::date, ${batch.id}::bigint, ${batch.isSample}::boolean
        FROM jsonb_to_recordset(${rows}::jsonb) AS a (id bigint, subject_id bigint, award_form_id bigint,
          form_words text, number text, decided_on date, given_by text, year int, for_what text, confirmed_by text)`,
    )
    .execute();
}

/** A form of a known subject that was opened before is stale once an award was written. */
async function nextVersions(tx: Tx, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .updateTable('subject')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where(sql<boolean>`id = ANY (${[...new Set(ids)]}::bigint[])`)
    .returning(['id', 'version'])
    .execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}

/** Awards of a batch that somebody corrected since: at most five by the name of their subject, and how many. */
export async function touchedPastAwards(
  tx: Tx,
  batchId: number,
): Promise<{ names: string[]; count: number }> {
  const { rows } = await sql<{ name: string; count: number }>`
    SELECT s.full_name AS name, count(*) OVER ()::int AS count FROM past_award p JOIN subject s ON s.id = p.subject_id
    WHERE p.import_batch_id = ${batchId} AND p.version > 1 ORDER BY p.id LIMIT 5`.execute(tx);
  return { names: rows.map(({ name }) => name), count: rows[0]?.count ?? 0 };
}

/**
 * Takes the awards of an undone import away, within its command. What happened stays in the history.
 *
 * @param made subjects that the import wrote, too: they go with it
 */
export async function removePastAwards(
  tx: Tx,
  acting: Acting,
  batch: { id: number; officeId: number },
  made: ReadonlySet<number>,
  reason: string,
): Promise<void> {
  const gone = await tx
    .deleteFrom('past_award')
    .where('import_batch_id', '=', batch.id)
    .returning(['id', 'subject_id'])
    .execute();
  const counts = new Map<number, number>();
  for (const { subject_id } of gone) counts.set(subject_id, (counts.get(subject_id) ?? 0) + 1);
  const subjects = [...counts.keys()].sort((one, other) => one - other);
  const versions = await nextVersions(
    tx,
    subjects.filter((id) => !made.has(id)),
  );
  const entries: AuditEntry[] = subjects.map((id) => ({
    kind: 'subject.awards_import_undone',
    thingId: id,
    thingVersion: versions.get(id) ?? 2,
    officeId: batch.officeId,
    before: {
      'danh sách số': batch.id,
      'số khen thưởng': counts.get(id) ?? 0,
    },
    reason,
  }));
  await recordMany(tx, acting, entries);
}
