import { sql } from 'kysely';
import { loadCalendar } from '../calendar/load-calendar.ts';
import type { Tx } from '../platform/db.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import type { About } from './copy-about.ts';
import type { NamedOffices } from './plan-draft.ts';

type Doing = {
  [K in About['kind']]: (
    tx: Tx,
    planId: number,
    about: Extract<About, { kind: K }>,
    chosen: string,
  ) => Promise<FieldErrors>;
};

/**
 * Puts what was chosen into the draft. What somebody has changed or removed there meanwhile stays as it is: the decision
 * is taken all the same. Answers what is wrong with the choice, at `other`.
 */
export function applyChoice(tx: Tx, planId: number, about: About, chosen: string): Promise<FieldErrors> {
  return (
    DOINGS[about.kind] as (tx: Tx, planId: number, about: About, chosen: string) => Promise<FieldErrors>
  )(tx, planId, about, chosen);
}

const NOTHING: FieldErrors = {};
const nothing = async (): Promise<FieldErrors> => NOTHING;

/** `office:12,13` or `kind:commune:1`; none for `drop` and `keep`. */
export function namedIn(chosen: string): NamedOffices[] {
  const kind = /^kind:([a-z_]+):(\d+)$/.exec(chosen);
  if (kind) return [{ by: 'kind', kindId: kind[1] ?? '', belowId: Number(kind[2]) }];
  const offices = /^office:([\d,]+)$/.exec(chosen)?.[1];
  return offices ? offices.split(',').map((id) => ({ by: 'office', officeId: Number(id) })) : [];
}

const wordsIn = (chosen: string): string | null => (chosen.startsWith('text:') ? chosen.slice(5) : null);

const DOINGS: Doing = {
  note: nothing,
  // the folder of duties does it, see copy-decide.ts
  duty: nothing,
  async issuer(tx, planId, _about, chosen) {
    const [named] = namedIn(chosen);
    if (named?.by !== 'office') return NOTHING;
    const office = await tx
      .selectFrom('office')
      .select('name')
      .where('id', '=', named.officeId)
      .executeTakeFirst();
    await tx
      .updateTable('plan')
      .set({ issuer_office_id: named.officeId, ...(office ? { issuer_name: office.name } : {}) })
      .where('id', '=', planId)
      .execute();
    return NOTHING;
  },
  async basis(tx, planId, { number }, chosen) {
    if (chosen === 'drop') {
      await tx.deleteFrom('plan_basis').where('plan_id', '=', planId).where('number', '=', number).execute();
    }
    return NOTHING;
  },
  async stage_day(tx, planId, { stage, end, day }, chosen) {
    if (chosen !== 'move') return NOTHING;
    const moved = (await loadCalendar(tx)).nextWorkingDay(day);
    const row = await tx
      .selectFrom('stage')
      .select(['id', 'from_on', 'to_on'])
      .where('plan_id', '=', planId)
      .where('ord', '=', stage)
      .executeTakeFirst();
    if (!row || (end === 'from' ? row.from_on : row.to_on) !== day) return NOTHING;
    const from = end === 'from' ? moved : row.from_on;
    const to = end === 'to' || row.to_on < from ? moved : row.to_on;
    const plan = await tx
      .selectFrom('plan')
      .select('period_to')
      .where('id', '=', planId)
      .executeTakeFirstOrThrow();
    if (to > plan.period_to)
      return {
        other:
          'Ngày làm việc kế tiếp nằm ngoài thời gian của kế hoạch; hãy giữ nguyên, hoặc sửa giai đoạn trên dự thảo.',
      };
    await tx.updateTable('stage').set({ from_on: from, to_on: to }).where('id', '=', row.id).execute();
    return NOTHING;
  },
  async stage_words(tx, planId, { stage, words }, chosen) {
    const next = wordsIn(chosen);
    if (chosen === 'keep') return NOTHING;
    await tx
      .updateTable('stage')
      .set({
        duties:
          next === null ? sql`array_remove(duties, ${words})` : sql`array_replace(duties, ${words}, ${next})`,
      })
      .where('plan_id', '=', planId)
      .where('ord', '=', stage)
      .execute();
    return NOTHING;
  },
  async lead(tx, planId, { field }, chosen) {
    const [named] = namedIn(chosen);
    if (named?.by === 'office') await setField(tx, planId, field, { lead_office_id: named.officeId });
    return NOTHING;
  },
  async coordination(tx, planId, { field }, chosen) {
    for (const named of namedIn(chosen)) {
      await sql`INSERT INTO field_coordination (field_id, ord, office_id, kind_id, below_id)
        SELECT f.id, coalesce((SELECT max(ord) FROM field_coordination WHERE field_id = f.id), 0) + 1,
          ${officeOf(named)}::bigint, ${kindOf(named)}::text, ${belowOf(named)}::bigint
        FROM pilot_field f WHERE f.id = ${field} AND f.plan_id = ${planId}`.execute(tx);
    }
    return NOTHING;
  },
  async coordinating_words(tx, planId, { field }, chosen) {
    if (chosen !== 'keep') await setField(tx, planId, field, { coordinating: wordsIn(chosen) });
    return NOTHING;
  },
  async allocation(tx, planId, { field, number, percent }, chosen) {
    const [named] = namedIn(chosen);
    if (!named) return NOTHING;
    await sql`INSERT INTO quota_allocation (field_id, ord, office_id, kind_id, below_id, number, percent)
      SELECT f.id, coalesce((SELECT max(ord) FROM quota_allocation WHERE field_id = f.id), 0) + 1,
        ${officeOf(named)}::bigint, ${kindOf(named)}::text, ${belowOf(named)}::bigint, ${number}::int, ${percent}::numeric
      FROM pilot_field f WHERE f.id = ${field} AND f.plan_id = ${planId}`.execute(tx);
    return NOTHING;
  },
  async quota(tx, planId, { field }, chosen) {
    const number = /^number:(\d+)$/.exec(chosen)?.[1];
    if (number) await setField(tx, planId, field, { quota_number: Number(number) });
    return NOTHING;
  },
  async criteria_set(tx, planId, { fields }, chosen) {
    const set = /^set:(\d+)$/.exec(chosen)?.[1];
    if (chosen === 'keep') return NOTHING;
    for (const field of fields)
      await setField(tx, planId, field, { criteria_set_id: set ? Number(set) : null });
    return NOTHING;
  },
};

const officeOf = (named: NamedOffices): number | null => (named.by === 'office' ? named.officeId : null);
const kindOf = (named: NamedOffices): string | null => (named.by === 'kind' ? named.kindId : null);
const belowOf = (named: NamedOffices): number | null => (named.by === 'kind' ? named.belowId : null);

interface FieldChange {
  lead_office_id?: number;
  coordinating?: string | null;
  quota_number?: number;
  criteria_set_id?: number | null;
}

/** Only a field of this plan, and only while it has a quota where its number changes. */
async function setField(tx: Tx, planId: number, fieldId: number, change: FieldChange): Promise<void> {
  let update = tx
    .updateTable('pilot_field')
    .set(change)
    .where('id', '=', fieldId)
    .where('plan_id', '=', planId);
  if (change.quota_number !== undefined) update = update.where('quota_kind', '<>', 'none');
  await update.execute();
}
