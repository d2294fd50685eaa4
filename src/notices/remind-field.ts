import { record } from '../audit/record.ts';
import { choosingPath, findField } from '../choosing/field-query.ts';
import { type AskedOffice, askedOffices, hasAnswered, proposalDuties } from '../choosing/offices-asked.ts';
import { refusalToDecide } from '../choosing/rules.ts';
import { mayRemindOf } from '../duties/rules.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, notFound, type Outcome, refused } from '../platform/outcome.ts';
import { insertNotices } from './give.ts';
import { whoIsReminded } from './people.ts';
import { type Reminded, remindOf } from './remind.ts';

/**
 * Reminds offices that were asked for candidates of a field and are silent: by the duty that they owe where there is one
 * that the actor may remind of, else by the field itself. Who has answered meanwhile is passed over; an office is reminded
 * once a day.
 */
export function remindOfField(
  acting: Acting,
  input: { fieldId: number; officeIds: readonly number[] },
): Promise<Outcome<Reminded & { backTo: string }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const day = acting.clock.today();
    const field = await findField(tx, acting.actor, input.fieldId);
    if (!field) return notFound();
    const refusal = refusalToDecide(field.roles) ?? (input.officeIds.length > 0 ? null : NOTHING_MARKED);
    if (refusal) return refused(refusal);
    const asked = await askedOffices(tx, field.id, day);
    const silent = asked.filter((office) => input.officeIds.includes(office.id) && !hasAnswered(office));
    if (silent.length === 0) return refused(ALL_ANSWERED);
    const duties = await proposalDuties(
      tx,
      field.planId,
      silent.map(({ id }) => id),
      day,
    );
    const owed = [...duties.values()].filter((item) => mayRemindOf(acting.actor, item));
    const byDuty = await byDuties(
      { ...acting, db: tx, requestKey: null },
      owed.map(({ id }) => id),
    );
    if (!byDuty.ok) return byDuty;
    const reminded = new Set(owed.map(({ officeId }) => officeId));
    const others = silent.filter(({ id }) => !reminded.has(id));
    const told = await tellOffices(tx, acting, field, others);
    return done({
      people: byDuty.value.people + told.people,
      silent: [...byDuty.value.silent, ...told.silent],
      backTo: `${choosingPath(field)}#tra-loi`,
    });
  });
}

const NOTHING_MARKED = { rule: 'nothing_chosen', sentence: 'Hãy đánh dấu ít nhất một cơ quan cần nhắc.' };
const ALL_ANSWERED = { rule: 'all_answered', sentence: 'Các cơ quan đã đánh dấu đều đã trả lời.' };

const byDuties = (acting: Acting, ids: readonly number[]): Promise<Outcome<Reminded>> =>
  ids.length > 0 ? remindOf(acting, ids) : Promise.resolve(done({ people: 0, silent: [] }));

type Field = NonNullable<Awaited<ReturnType<typeof findField>>>;

async function tellOffices(
  tx: Tx,
  acting: Acting,
  field: Field,
  offices: readonly AskedOffice[],
): Promise<Reminded> {
  if (offices.length === 0) return { people: 0, silent: [] };
  const day = acting.clock.today();
  await tx
    .insertInto('field_reminder')
    .values(
      offices.map(({ id }) => ({
        ...{ field_id: field.id, office_id: id },
        ...{ reminded_on: day, reminded_by: acting.actor.accountId },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const people = await whoIsReminded(tx, day);
  const notices = offices.flatMap((office) =>
    people
      .filter(({ officeIds }) => officeIds.includes(office.id))
      .map(({ accountId }) => ({
        account_id: accountId,
        kind: 'reminder' as const,
        sentence: `${field.leadOfficeName} nhắc: ${office.name} chưa đề nghị ai trong lĩnh vực ${field.name}; hãy đề nghị, hoặc trả lời là không có.`,
        href: `/ke-hoach/${field.planId}/linh-vuc/${field.id}/tra-loi?don_vi=${office.id}`,
        duty_item_id: null,
        thing: `field:${field.id}:${office.id}:${day}`,
        on_day: day,
        created_at: acting.clock.now(),
      })),
  );
  await insertNotices(tx, notices);
  await record(tx, acting, {
    kind: 'plan.field_reminded',
    thingId: field.planId,
    officeId: field.leadOfficeId,
    after: { 'Lĩnh vực': field.name, 'Cơ quan được nhắc': offices.map(({ name }) => name) },
  });
  const heard = new Set(people.flatMap(({ officeIds }) => officeIds));
  return {
    people: new Set(notices.map((notice) => notice.account_id)).size,
    silent: offices.filter(({ id }) => !heard.has(id)).map(({ name }) => name),
  };
}
