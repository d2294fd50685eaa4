import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { rolesOver } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import { choosingIn } from './changing-list.ts';
import { lockField } from './field-query.ts';

/** One of the waiting list of a field. */
export interface Waiting {
  exemplarId: number;
  /** From 1 on. */
  position: number;
  ord: number;
  version: number;
  fullName: string;
  officeName: string;
  since: Day | null;
  reason: string | null;
  movedReason: string | null;
  movedOn: Day | null;
  movedBy: string | null;
}

/** The waiting list of a field in its order; the actor has been let in to the field. One query. */
export async function waitingList(db: Reader, fieldId: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    SELECT e.id AS "exemplarId", row_number() OVER (ORDER BY w.ord, e.id) AS position, w.ord, e.version,
      e.full_name AS "fullName", o.name AS "officeName", e.last_reason AS reason,
      (SELECT max(s.on_day) FROM exemplar_step s WHERE s.exemplar_id = e.id AND s.to_state = 'waiting') AS since,
      w.moved_reason AS "movedReason", w.moved_on AS "movedOn", by.display_name AS "movedBy"
    FROM exemplar e JOIN waiting_place w ON w.exemplar_id = e.id JOIN office o ON o.id = e.office_id
    LEFT JOIN account by ON by.id = w.moved_by
    WHERE e.field_id = ${fieldId} AND e.state = 'waiting'
    ORDER BY w.ord, e.id`.execute(db);
  return rows;
}

/**
 * Moves one of the waiting list to another place; those between move up or down by one. Wrong input comes back under
 * `position` and `reason`.
 */
export function moveWaiting(
  acting: Acting,
  input: { fieldId: number; exemplarId: number; position: number; reason: string },
): Promise<Outcome<{ position: number }>> {
  return choosingIn(acting, input.fieldId, async (tx, field) => {
    // two who move come one after the other, and who comes in or leaves changes nobody's number
    await lockField(tx, field.id);
    const list = await waitingList(tx, field.id);
    const moved = list.find(({ exemplarId }) => exemplarId === input.exemplarId);
    if (!moved) return notFound();
    const reason = input.reason.trim();
    if (reason === '' || reason.length > 2_000) return invalid({ reason: 'Hãy ghi vì sao đổi thứ tự.' });
    if (!Number.isInteger(input.position) || input.position < 1 || input.position > list.length) {
      return invalid({ position: `Thứ tự phải từ 1 đến ${list.length}.` });
    }
    if (input.position === moved.position) {
      return invalid({ position: `Hồ sơ đang đứng thứ ${moved.position}; hãy ghi thứ tự khác.` });
    }
    await renumber(tx, list, reordered(list, moved, input.position));
    const by = { moved_by: acting.actor.accountId, moved_on: acting.clock.today(), moved_reason: reason };
    await tx.updateTable('waiting_place').set(by).where('exemplar_id', '=', moved.exemplarId).execute();
    await record(tx, acting, {
      kind: 'exemplar.waiting_moved',
      thingId: moved.exemplarId,
      officeId: field.leadOfficeId,
      before: { 'Thứ tự chờ': moved.position },
      after: { 'Thứ tự chờ': input.position },
      reason,
    });
    return done({ position: input.position });
  });
}

/** The list with one of it at another place, from 1 on. */
export function reordered<T>(list: readonly T[], moved: T, position: number): T[] {
  const others = list.filter((one) => one !== moved);
  return [...others.slice(0, position - 1), moved, ...others.slice(position - 1)];
}

/** The same numbers in the new order: whoever comes in later still stands behind all of them. */
async function renumber(tx: Tx, before: readonly Waiting[], after: readonly Waiting[]): Promise<void> {
  const places = after.map(({ exemplarId }, n) => ({ id: exemplarId, ord: before[n]?.ord }));
  await sql`
    UPDATE waiting_place w SET ord = p.ord
    FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS p (id bigint, ord bigint)
    WHERE w.exemplar_id = p.id AND w.ord <> p.ord`.execute(tx);
}

/** A field with something for a lead office to choose. */
export interface FieldToChoose {
  id: number;
  planId: number;
  planNumber: string;
  name: string;
  proposed: number;
  waiting: number;
  prepared: number;
  listId: number | null;
  /** Places that are left; null without a limit. */
  room: number | null;
  /** The first of the waiting list. */
  first: { id: number; fullName: string } | null;
}

/** The fields in which the actor decides and somebody is proposed, or waits while there is room. One query. */
export async function fieldsToChoose(db: Reader, actor: Actor): Promise<FieldToChoose[]> {
  const deciding = actor.grants.filter(({ role }) => role === 'lead' || role === 'standing');
  if (deciding.length === 0) return [];
  const { rows } = await fieldsToChooseQuery().execute(db);
  return rows
    .filter(({ leadPath, leadOfficeId }) => {
      const roles = rolesOver(actor, { officePath: leadPath, leadOfficeId });
      return roles.has('lead') || roles.has('standing');
    })
    .filter(({ proposed, waiting, room }) => proposed > 0 || (waiting > 0 && (room ?? 0) > 0))
    .map(({ leadPath: _path, leadOfficeId: _lead, ...field }) => field);
}

/** Exemplars are counted from an index alone. */
export const fieldsToChooseQuery = () => sql<FieldToChoose & { leadPath: number[]; leadOfficeId: number }>`
  WITH field AS MATERIALIZED (
    SELECT f.*, p.number, o.path FROM pilot_field f JOIN plan p ON p.id = f.plan_id AND p.state = 'in_force'
    JOIN office o ON o.id = f.lead_office_id
  ), counted AS MATERIALIZED (
    SELECT field_id, subject_kind, state, held_from, count(*) AS count
    FROM exemplar WHERE field_id = ANY (ARRAY(SELECT id FROM field)) GROUP BY 1, 2, 3, 4
  )
  SELECT f.id, f.plan_id AS "planId", f.number AS "planNumber", f.name, f.path AS "leadPath",
    f.lead_office_id AS "leadOfficeId", coalesce(n.proposed, 0) AS proposed, coalesce(n.waiting, 0) AS waiting,
    l.id AS "listId", (SELECT count(*) FROM prepared_decision d WHERE d.list_id = l.id) AS prepared,
    CASE WHEN f.quota_kind IN ('exactly', 'at_most')
      THEN greatest(0, f.quota_number - coalesce(n.taken, 0)) END AS room,
    (SELECT json_build_object('id', e.id, 'fullName', e.full_name)
      FROM exemplar e JOIN waiting_place w ON w.exemplar_id = e.id
      WHERE e.field_id = f.id AND e.state = 'waiting' ORDER BY w.ord, e.id LIMIT 1) AS first
  FROM field f
  LEFT JOIN decision_list l ON l.field_id = f.id AND l.office_id = f.lead_office_id AND l.state = 'open'
  LEFT JOIN LATERAL (
    SELECT sum(e.count) FILTER (WHERE e.state = 'proposed') AS proposed,
      sum(e.count) FILTER (WHERE e.state = 'waiting') AS waiting,
      sum(e.count) FILTER (WHERE (f.quota_counts = '{}' OR e.subject_kind = ANY (f.quota_counts))
        AND (e.state IN ('nurtured', 'recognised', 'honoured')
          OR e.state = 'held' AND e.held_from IN ('nurtured', 'recognised', 'honoured'))) AS taken
    FROM counted e WHERE e.field_id = f.id) n ON true
  ORDER BY f.plan_id DESC, f.ord`;
