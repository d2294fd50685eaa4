import { lockExemplars } from '../exemplars/changing.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { lineOfExemplar } from './exemplar-line.ts';
import { CORRECTABLE, type CorrectableField, FIELD_NAMES } from './voice-words.ts';

/** What the subject may leave unanswered at one time. */
const MOST_OPEN = 10;

export type Corrections = Partial<Record<CorrectableField, string>>;

/** The subject, whose code has opened the file, says what is written wrong; each field is decided on by itself. */
export function askCorrections(
  acting: Acting,
  { exemplarId, corrections }: { exemplarId: number; corrections: Corrections },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const fields = CORRECTABLE.filter((field) => corrections[field]);
    const [first] = fields;
    if (!first) return invalid({ _: 'Hãy ghi vào ít nhất một mục điều cần sửa.' });
    if (!(await isThere(tx, exemplarId))) return notFound();
    if ((await openOf(tx, exemplarId, 'correction')) + fields.length > MOST_OPEN) return refused(TOO_MANY);
    await tx
      .insertInto('correction')
      .values(
        fields.map((field) => ({
          exemplar_id: exemplarId,
          field,
          proposed: corrections[field] ?? '',
          made_on: acting.clock.today(),
        })),
      )
      .execute();
    await lineOfExemplar(tx, acting, exemplarId, {
      kind: 'exemplar.correction_asked',
      after: Object.fromEntries(fields.map((field) => [FIELD_NAMES[field], corrections[field] ?? null])),
    });
    return done({ id: exemplarId });
  });
}

/** The subject objects, in words of their own. */
export function object(
  acting: Acting,
  { exemplarId, words }: { exemplarId: number; words: string },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!(await isThere(tx, exemplarId))) return notFound();
    if ((await openOf(tx, exemplarId, 'objection')) >= MOST_OPEN) return refused(TOO_MANY);
    await tx
      .insertInto('objection')
      .values({ exemplar_id: exemplarId, words, made_on: acting.clock.today() })
      .execute();
    await lineOfExemplar(tx, acting, exemplarId, {
      kind: 'exemplar.objected',
      after: { 'ý kiến': words },
    });
    return done({ id: exemplarId });
  });
}

/** Locks the file, so that what is open is counted one after the other. */
async function isThere(tx: Tx, exemplarId: number): Promise<boolean> {
  await lockExemplars(tx, [exemplarId]);
  const row = await tx.selectFrom('exemplar').select('id').where('id', '=', exemplarId).executeTakeFirst();
  return row !== undefined;
}

async function openOf(tx: Tx, exemplarId: number, table: 'correction' | 'objection'): Promise<number> {
  const { count } = await tx
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('exemplar_id', '=', exemplarId)
    .where(table === 'correction' ? 'decided_on' : 'answered_on', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

const TOO_MANY: Reason = {
  rule: 'too_many_open',
  sentence: 'Đang có nhiều ý kiến chờ trả lời: hãy đợi trả lời, hoặc gọi điện cho đơn vị ghi trên phiếu.',
};
