import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { NOT_A_PLANNER, writesPlans } from '../plans/refusal-to-edit.ts';
import { act } from '../platform/act.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { unknownWords, type Wording } from './wording-words.ts';

export interface KeptWording extends Wording {
  /** Null where the plan has none of its own and takes that of all plans. */
  version: number | null;
}

/** What the decision paper of a plan says: its own words, else those for all plans. One query. */
export async function wordingOf(db: Reader, planId: number): Promise<KeptWording> {
  const row = await db
    .selectFrom('decision_wording')
    .select(['plan_id', 'kind', 'subject', 'basis', 'articles', 'version'])
    .where((eb) => eb.or([eb('plan_id', '=', planId), eb('plan_id', 'is', null)]))
    .orderBy(sql`plan_id NULLS LAST`)
    .limit(1)
    .executeTakeFirstOrThrow();
  const { plan_id, version, ...words } = row;
  return { ...words, version: plan_id === null ? null : version };
}

/** Gives a plan words of its own. Wrong input comes back under `kind`, `subject`, `basis` and `articles`. */
export function setWording(
  acting: Acting,
  input: Wording & { planId: number; version: number | null },
): Promise<Outcome<null>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const { planId, version, ...words } = input;
    // two who write the first words of a plan come one after the other
    const plan = await tx
      .selectFrom('plan')
      .select('id')
      .where('id', '=', planId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!plan) return notFound();
    if (!writesPlans(acting.actor)) return refused(NOT_A_PLANNER);
    const before = await wordingOf(tx, planId);
    if (before.version !== version) return stale(before.version ?? 0);
    const errors = wrongWords(words);
    if (Object.keys(errors).length > 0) return invalid(errors);
    await tx
      .insertInto('decision_wording')
      .values({ plan_id: planId, ...words })
      .onConflict((conflict) =>
        conflict.column('plan_id').doUpdateSet({ ...words, version: sql`decision_wording.version + 1` }),
      )
      .execute();
    await record(tx, acting, {
      kind: 'plan.decision_worded',
      thingId: planId,
      before: inWords(before),
      after: inWords(words),
    });
    return done(null);
  });
}

function wrongWords({ kind, subject, basis, articles }: Wording): Record<string, string> {
  const errors: Record<string, string> = {};
  if (articles.length === 0 || articles.length > 20) errors.articles = 'Hãy ghi từ 1 đến 20 điều.';
  const lines = { kind: [kind], subject: [subject], basis, articles };
  for (const [field, texts] of Object.entries(lines)) {
    const unknown = texts.flatMap(unknownWords);
    if (unknown.length > 0) errors[field] = `Không có dữ liệu nào tên là ${unknown.join(', ')}.`;
  }
  return errors;
}

const inWords = ({ kind, subject, basis, articles }: Wording) => ({
  'loại văn bản': kind,
  'trích yếu': subject,
  'căn cứ': [...basis],
  'các điều': [...articles],
});
