import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, refused, stale } from '../platform/outcome.ts';
import { readField } from './field-query.ts';
import { type AskedOffice, askedOffices } from './offices-asked.ts';

/** Who answers for an office: its own officers, and those above it who keep its papers. */
export const answersFor = (actor: Actor, office: { id: number; path: readonly number[] }): boolean =>
  actor.grants.some(
    ({ role, officeId, reach }) =>
      ['unit', 'lead', 'standing'].includes(role) &&
      (officeId === office.id || (role === 'unit' && reach === 'branch' && office.path.includes(officeId))),
  );

/** The offices of the actor that are asked for candidates of a field, with how they stand. */
export async function ownAsked(
  db: Reader,
  actor: Actor,
  fieldId: number,
  today: string,
): Promise<AskedOffice[]> {
  return (await askedOffices(db, fieldId, today)).filter((office) => answersFor(actor, office));
}

/**
 * Says for an office that it has nobody to propose in a field, with why; said again, it takes the place of what was said.
 * Who has proposed somebody has answered. Wrong input comes back under `reason`.
 */
export function answerNobody(
  acting: Acting,
  input: { fieldId: number; officeId: number; reason: string; version: number | null },
): Promise<Outcome<{ officeName: string }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const today = acting.clock.today();
    const field = await readField(tx, input.fieldId);
    const asked = field ? await ownAsked(tx, acting.actor, field.id, today) : [];
    const office = asked.find(({ id }) => id === input.officeId);
    if (!field || !office) return notFound();
    const reason = input.reason.trim();
    const refusal = whyNot(office, reason, input.version);
    if (refusal) return refusal;
    const row = {
      reason,
      answered_on: today,
      answered_by: acting.actor.accountId,
    };
    await tx
      .insertInto('field_answer')
      .values({ field_id: field.id, office_id: office.id, ...row })
      .onConflict((conflict) =>
        conflict
          .columns(['field_id', 'office_id'])
          .doUpdateSet({ ...row, version: sql`field_answer.version + 1` }),
      )
      .execute();
    await record(tx, acting, {
      kind: 'plan.nobody_to_propose',
      thingId: field.planId,
      officeId: office.id,
      before: office.answer ? { 'Lý do trước': office.answer.reason } : {},
      after: { 'Đơn vị': office.name, 'Lĩnh vực': field.name },
      reason,
    });
    return done({ officeName: office.name });
  });
}

function whyNot(office: AskedOffice, reason: string, version: number | null): Outcome<never> | null {
  const refusal = refusalToAnswer(office);
  if (refusal) return refused(refusal);
  if (reason === '' || reason.length > 2_000) {
    return invalid({ reason: 'Hãy ghi vì sao, không quá 2.000 ký tự.' });
  }
  const kept = office.answerVersion;
  return kept === version ? null : stale(kept ?? 0);
}

/** Why an office has no such answer to give; null when it has. */
export const refusalToAnswer = ({ proposed, name }: Pick<AskedOffice, 'proposed' | 'name'>) =>
  proposed === 0
    ? null
    : {
        rule: 'has_proposed',
        sentence: `${name} đã đề nghị ${proposed} hồ sơ trong lĩnh vực này nên không cần trả lời là không có.`,
      };
