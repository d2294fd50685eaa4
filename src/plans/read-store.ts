import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Clock } from '../platform/clock.ts';
import type { Db, Reader, Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import type { Typed } from '../web/form.ts';
import type { SourceKind } from './read-file.ts';
import { readPlan } from './read-plan.ts';
import { NOT_A_PLANNER, writesPlans } from './refusal-to-edit.ts';

/** A text that somebody is reading, and what they answered so far. */
export interface StoredReading {
  id: number;
  sourceKind: SourceKind;
  sourceName: string | null;
  text: string;
  sha256: string;
  answers: Typed;
  version: number;
  savedAt: Date;
  /** The draft that it became; null while it is being read. */
  planId: number | null;
}

/** Readings that one person may have open; the oldest goes first. */
const MOST_OPEN = 20;
/** What nobody went on with for so long is forgotten. */
const KEPT_DAYS = 30;
const MOST_ANSWERS = 300_000;

export interface NewText {
  text: string;
  kind: SourceKind;
  name: string | null;
}

/** Keeps a text to be read; one in which no plan can be read is refused and not kept. */
export function openReading(acting: Acting, { text, kind, name }: NewText): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const { accountId } = acting.actor;
    if (!writesPlans(acting.actor) || accountId === null) return refused(NOT_A_PLANNER);
    const read = readPlan(text);
    if (!read.ok) return invalid({ [kind === 'paste' ? 'text' : 'file']: read.sentence });
    const { id } = await tx
      .insertInto('plan_reading')
      .values({
        account_id: accountId,
        source_kind: kind,
        source_name: name,
        text,
        text_sha256: createHash('sha256').update(text).digest('hex'),
        saved_at: acting.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await forgetMore(tx, accountId, acting.clock);
    return done({ id });
  });
}

async function forgetMore(tx: Tx, accountId: number, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000);
  await tx
    .deleteFrom('plan_reading')
    .where('plan_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('saved_at', '<', oldest),
        eb(
          'id',
          'in',
          eb
            .selectFrom('plan_reading')
            .select('id')
            .where('account_id', '=', accountId)
            .where('plan_id', 'is', null)
            .orderBy('saved_at', 'desc')
            .orderBy('id', 'desc')
            .offset(MOST_OPEN),
        ),
      ]),
    )
    .execute();
}

const select = (db: Reader) =>
  db
    .selectFrom('plan_reading')
    .select([
      'id',
      'source_kind',
      'source_name',
      'text',
      'text_sha256',
      'answers',
      'version',
      'saved_at',
      'plan_id',
    ]);

const typedShape = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A reading of one's own; others' are not found. */
export async function findReading(
  db: Reader,
  accountId: number | null,
  id: number,
): Promise<StoredReading | null> {
  const row = await select(db).where('id', '=', id).where('account_id', '=', accountId).executeTakeFirst();
  return row ? toReading(row) : null;
}

export async function readingForUpdate(
  tx: Tx,
  accountId: number | null,
  id: number,
): Promise<StoredReading | null> {
  const row = await select(tx)
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst();
  return row ? toReading(row) : null;
}

const toReading = (
  row: Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>,
): StoredReading => ({
  id: row.id,
  sourceKind: row.source_kind as SourceKind,
  sourceName: row.source_name,
  text: row.text,
  sha256: row.text_sha256,
  answers: typedShape.parse(row.answers),
  version: row.version,
  savedAt: row.saved_at,
  planId: row.plan_id,
});

export interface ReadingInList {
  id: number;
  sourceName: string | null;
  /** First words of the text. */
  begins: string;
  savedAt: Date;
}

/** The texts that a person has not finished reading, the latest first. */
export const openReadings = (db: Db, accountId: number | null): Promise<ReadingInList[]> =>
  db
    .selectFrom('plan_reading')
    .select(['id', 'source_name as sourceName', 'saved_at as savedAt'])
    .select(sql<string>`left(regexp_replace(text, '\\s+', ' ', 'g'), 90)`.as('begins'))
    .where('account_id', '=', accountId)
    .where('plan_id', 'is', null)
    .orderBy('saved_at', 'desc')
    .limit(MOST_OPEN)
    .execute();

/** Keeps what was typed and ticked. Not audited: nothing of the office has changed yet. */
export function saveReading(
  acting: Acting,
  input: { id: number; version: number | null; answers: Typed },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const reading = await readingForUpdate(tx, acting.actor.accountId, input.id);
    if (!reading) return notFound();
    if (input.version !== null && input.version !== reading.version) return stale(reading.version);
    if (reading.planId !== null) return refused(ALREADY_TAKEN);
    const answers = JSON.stringify(input.answers);
    if (answers.length > MOST_ANSWERS)
      return invalid({ _: 'Nội dung đã sửa quá dài nên không lưu được; hãy viết gọn lại.' });
    await tx
      .updateTable('plan_reading')
      .set({ answers, version: reading.version + 1, saved_at: acting.clock.now() })
      .where('id', '=', reading.id)
      .execute();
    return done({ id: reading.id });
  });
}

export const ALREADY_TAKEN = {
  rule: 'already_taken',
  sentence: 'Văn bản này đã được lập thành dự thảo kế hoạch; hãy sửa tiếp trên dự thảo.',
};
