import { type Expression, type SqlBool, sql } from 'kysely';
import { checkMissingIn } from '../exemplars/list-conditions.ts';
import { WORK_TABLE } from '../exemplars/work-rules.ts';
import { type ExemplarAction, exemplarWorkflow } from '../exemplars/workflow.ts';
import type { Actor, Role } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { holdsAny, holdsOver } from './holds-over.ts';

export const SHOWN = 10;
/** Beyond this many a list says "1.000+". */
export const COUNTED = 1_000;

/** An exemplar that waits for somebody. */
export interface WaitingExemplar {
  id: number;
  fullName: string;
  officeName: string;
  fieldName: string | null;
  lastReason: string | null;
  isSample: boolean;
  /** The day of its last step: since when it lies where it lies. */
  since: Day | null;
}

/** The first of a list, with how many there are; null: more than are counted. */
export interface Capped<Item> {
  items: Item[];
  total: number | null;
}

const NOTHING: Capped<never> = { items: [], total: 0 };

/** Those over which the actor holds one of the roles and which meet the condition, the longest waiting first. */
async function waiting(
  db: Reader,
  actor: Actor,
  roles: readonly Role[],
  condition: Expression<SqlBool>,
): Promise<Capped<WaitingExemplar>> {
  if (!holdsAny(actor, roles)) return NOTHING;
  const { rows } = await sql<WaitingExemplar & { total: number }>`
    WITH waiting AS MATERIALIZED (
      SELECT e.id, e.full_name, o.name AS office_name, f.name AS field_name, e.last_reason, e.is_sample
      FROM exemplar e JOIN office o ON o.id = e.office_id LEFT JOIN pilot_field f ON f.id = e.field_id
      WHERE ${holdsOver(actor, roles)} AND ${condition}
      LIMIT ${COUNTED + 1}
    ), dated AS (
      SELECT w.*, (SELECT max(s.on_day) FROM exemplar_step s WHERE s.exemplar_id = w.id) AS since FROM waiting w
    )
    SELECT id, full_name AS "fullName", office_name AS "officeName", field_name AS "fieldName",
      last_reason AS "lastReason", is_sample AS "isSample", since, (SELECT count(*) FROM waiting) AS total
    FROM dated ORDER BY since NULLS FIRST, id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

function capped<Row extends { total: number }>(rows: Row[]): Capped<Row> {
  const total = rows[0]?.total ?? 0;
  return { items: rows, total: total > COUNTED ? null : total };
}

/** Who may take a step, from the table of the life cycle. */
const rolesFor = (action: ExemplarAction): Role[] => [
  ...new Set(
    exemplarWorkflow.steps.filter((step) => step.action === action).flatMap((step) => [...step.who]),
  ),
];

const notProposedBy = ({ accountId }: Actor) =>
  sql<SqlBool>`e.proposed_by IS DISTINCT FROM ${accountId}::bigint`;

const CONSENTED = sql<SqlBool>`EXISTS (SELECT 1 FROM consent c WHERE c.exemplar_id = e.id
  AND c.scope = 'registration' AND c.withdrawn_on IS NULL)`;

/** What came back to the offices of which the actor is the officer. */
export const returnedToMe = (db: Reader, actor: Actor) =>
  waiting(db, actor, ['unit'], sql<SqlBool>`e.state = 'returned'`);

/** Proposals to decide on; nobody decides on their own. */
export const proposalsForMe = (db: Reader, actor: Actor) =>
  waiting(db, actor, rolesFor('choose'), sql<SqlBool>`e.state = 'proposed' AND ${notProposedBy(actor)}`);

/** Nurtured, checked at least once and consenting: ready to be recognised. */
export const toRecognise = (db: Reader, actor: Actor) =>
  waiting(
    db,
    actor,
    rolesFor('recognise'),
    sql<SqlBool>`e.state = 'nurtured' AND ${notProposedBy(actor)} AND ${CONSENTED}
      AND EXISTS (SELECT 1 FROM exemplar_check k WHERE k.exemplar_id = e.id)`,
  );

/** Recognised and consenting: ready to be honoured. */
export const toHonour = (db: Reader, actor: Actor) =>
  waiting(
    db,
    actor,
    rolesFor('honour'),
    sql<SqlBool>`e.state = 'recognised' AND ${notProposedBy(actor)} AND ${CONSENTED}`,
  );

/** Held until somebody has looked into it. */
export const heldForMe = (db: Reader, actor: Actor) =>
  waiting(db, actor, rolesFor('resume'), sql<SqlBool>`e.state = 'held'`);

/** Found in the actor's own offices and not proposed yet. */
export const notYetProposed = (db: Reader, actor: Actor) =>
  waiting(db, actor, ['unit'], sql<SqlBool>`e.state = 'found'`);

/** Under care, not checked in the year, and the actor may check. */
export const checksDue = (db: Reader, actor: Actor, today: Day) =>
  waiting(db, actor, WORK_TABLE.check.nurtured, checkMissingIn(Number(today.slice(0, 4))));

/** A help task or support action whose day has passed. */
export interface OverduePromise {
  kind: 'help' | 'support';
  exemplarId: number;
  fullName: string;
  officeName: string;
  what: string;
  owner: string | null;
  dueOn: Day;
  isSample: boolean;
}

export async function overduePromises(db: Reader, actor: Actor, today: Day): Promise<Capped<OverduePromise>> {
  const roles = WORK_TABLE.help.nurtured;
  if (!holdsAny(actor, roles)) return NOTHING;
  const { rows } = await sql<OverduePromise & { total: number }>`
    WITH promise AS (
      SELECT 'help' AS kind, id, exemplar_id, help AS what, owner, NULL::bigint AS owner_office_id, due_on
      FROM help_task WHERE done_on IS NULL AND due_on < ${today}::date
      UNION ALL
      SELECT 'support', id, exemplar_id, what, owner, owner_office_id, due_on
      FROM support_action WHERE done_on IS NULL AND due_on < ${today}::date
    ), overdue AS MATERIALIZED (
      SELECT p.kind, p.id, p.exemplar_id, p.what, coalesce(p.owner, owning.name) AS owner, p.due_on,
        e.full_name, e.is_sample, o.name AS office_name
      FROM promise p
      JOIN exemplar e ON e.id = p.exemplar_id JOIN office o ON o.id = e.office_id
      LEFT JOIN pilot_field f ON f.id = e.field_id LEFT JOIN office owning ON owning.id = p.owner_office_id
      WHERE e.state NOT IN ('declined', 'withdrawn', 'lapsed') AND ${holdsOver(actor, roles)}
      ORDER BY p.due_on, p.kind, p.id LIMIT ${COUNTED + 1}
    )
    SELECT kind, exemplar_id AS "exemplarId", full_name AS "fullName", office_name AS "officeName", what, owner,
      due_on AS "dueOn", is_sample AS "isSample", (SELECT count(*) FROM overdue) AS total
    FROM overdue ORDER BY due_on, kind, id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

/** A form about an exemplar that the actor has begun and not sent. */
export interface OpenDraft {
  /** Null: a new exemplar. */
  exemplarId: number | null;
  /** The step of the registration, as in its address; null: the whole form. */
  step: string | null;
  name: string | null;
  savedAt: Date;
}

export async function openDrafts(db: Reader, actor: Actor): Promise<OpenDraft[]> {
  const { rows } = await sql<OpenDraft>`
    SELECT d.of AS "exemplarId", d.step, coalesce(nullif(btrim(d.body ->> 'fullName'), ''), e.full_name) AS name,
      d.saved_at AS "savedAt"
    FROM (SELECT body, saved_at, substring(form FROM '^dien-hinh-([0-9]+)')::bigint AS of,
        substring(form FROM '^dien-hinh-[0-9]+-([a-z-]+)$') AS step
      FROM draft WHERE account_id = ${actor.accountId}::bigint
        AND form ~ '^dien-hinh-(moi|[0-9]{1,15}(-[a-z-]+)?)$') d
    LEFT JOIN exemplar e ON e.id = d.of
    ORDER BY d.saved_at DESC LIMIT ${SHOWN}`.execute(db);
  return rows;
}
