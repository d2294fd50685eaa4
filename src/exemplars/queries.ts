import { type Expression, type SqlBool, sql } from 'kysely';
import { onMyDesk } from '../desks/reach.ts';
import { type Side, sidesOver } from '../desks/sides.ts';
import { type Stay, stayNow } from '../desks/stay.ts';
import type { Actor, Role } from '../identity/actor.ts';
import { rolesOver, withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { Breadth, HeldFrom, Level, Maturity, Origin } from './step-effect.ts';
import type { ExemplarState } from './workflow.ts';

/** One exemplar as one actor sees it, with the roles that the actor holds over it. */
export interface ExemplarInView {
  id: number;
  version: number;
  state: ExemplarState;
  planId: number | null;
  planNumber: string | null;
  fieldId: number | null;
  fieldName: string | null;
  /** The office that leads the field. */
  leadOfficeId: number | null;
  leadOfficeName: string | null;
  officeId: number;
  officeName: string;
  /** Offices from the root down to the exemplar's own, which comes last. */
  officePath: number[];
  subject: SubjectInView;
  movementId: number | null;
  movementName: string | null;
  title: string | null;
  statement: string | null;
  /** What is new or hard about it, and who takes an interest. */
  novelty: string | null;
  interest: string | null;
  breadth: Breadth | null;
  maturity: Maturity;
  /** The highest level at which it is recognised. */
  level: Level | null;
  origin: Origin;
  sources: string[];
  sourceNote: string | null;
  /** The field as the source words it, before a person decides. */
  fieldHint: string | null;
  foundOn: Day | null;
  proposedBy: number | null;
  lastReason: string | null;
  heldFrom: HeldFrom | null;
  mergedIntoId: number | null;
  isSample: boolean;
  /** Typed on behalf of its subject; marked as such for ever. */
  assisted: boolean;
  updatedAt: Date;
  /** On whose desk it lies; null where it does not travel. */
  stay: Stay | null;
  sides: ReadonlySet<Side>;
  /** May be empty: an officer of a lead office sees what lies with that office without a say in it. */
  roles: ReadonlySet<Role>;
}

export interface SubjectInView {
  id: number;
  kind: SubjectKind;
  fullName: string;
  birthYear: number | null;
  place: string | null;
  position: string | null;
  representative: string | null;
  version: number;
}

/** Within reach, on a desk of the actor, or put before an office of theirs for its opinion. The exemplar is `e`, its field `f`. */
export const seesExemplar = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(${withinReach(actor, sql.ref('e.office_id'), sql.ref('f.lead_office_id'))}
    OR ${onMyDesk(actor, 'exemplar', sql.ref<number>('e.id'))})`;

/** The exemplar, or null when it does not exist or lies outside the actor's reach. */
export async function findExemplar(db: Reader, actor: Actor, id: number): Promise<ExemplarInView | null> {
  const row = await selectInView(db).where('e.id', '=', id).where(seesExemplar(actor)).executeTakeFirst();
  return row ? toView(row, actor) : null;
}

/** The same for many, in the order of their ids; those out of reach are not among them. */
export async function findExemplars(
  db: Reader,
  actor: Actor,
  ids: readonly number[],
): Promise<ExemplarInView[]> {
  if (ids.length === 0) return [];
  const rows = await selectInView(db)
    .where(sql<SqlBool>`e.id = ANY (${sql.val([...ids])}::bigint[])`)
    .where(seesExemplar(actor))
    .orderBy('e.id')
    .execute();
  return rows.map((row) => toView(row, actor));
}

/** Every exemplar of a subject, also outside the actor's reach: for rules that protect them, not for a screen. */
export async function allOfSubject(db: Reader, actor: Actor, subjectId: number): Promise<ExemplarInView[]> {
  const rows = await selectInView(db).where('e.subject_id', '=', subjectId).orderBy('e.id').execute();
  return rows.map((row) => toView(row, actor));
}

/** Typed on behalf of its subject? The exemplar is `e`. */
export const isAssisted = sql<boolean>`EXISTS (SELECT 1 FROM assisted_entry ae WHERE ae.exemplar_id = e.id)`;

function selectInView(db: Reader) {
  return db
    .selectFrom('exemplar as e')
    .innerJoin('subject as s', 's.id', 'e.subject_id')
    .innerJoin('office as o', 'o.id', 'e.office_id')
    .leftJoin('plan as p', 'p.id', 'e.plan_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .leftJoin('office as l', 'l.id', 'f.lead_office_id')
    .leftJoin('movement as m', 'm.id', 'e.movement_id')
    .select(['e.id', 'e.version', 'e.state', 'e.plan_id', 'e.field_id', 'e.office_id', 'e.movement_id'])
    .select(['e.novelty', 'e.interest'])
    .select(['e.title', 'e.statement', 'e.breadth', 'e.maturity', 'e.level', 'e.origin', 'e.sources'])
    .select(['e.source_note', 'e.field_hint', 'e.found_on', 'e.proposed_by', 'e.last_reason', 'e.held_from'])
    .select(['e.merged_into_id', 'e.is_sample', 'e.updated_at', 'e.subject_id'])
    .select(['s.kind', 's.full_name', 's.birth_year', 's.place', 's.position', 's.representative'])
    .select(['s.version as subject_version', 'p.number as plan_number', 'f.name as field_name'])
    .select(['f.lead_office_id', 'l.name as lead_office_name', 'o.name as office_name', 'o.path'])
    .select(isAssisted.as('assisted'))
    .select(['m.name as movement_name', stayNow('exemplar', sql.ref<number>('e.id')).as('stay')]);
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectInView>['executeTakeFirst']>>>;

// the database's CHECK constraints hold the texts of state, kind, level … to the unions they are read as
function toView(row: Row, actor: Actor): ExemplarInView {
  return {
    id: row.id,
    version: row.version,
    state: row.state as ExemplarState,
    planId: row.plan_id,
    planNumber: row.plan_number,
    fieldId: row.field_id,
    fieldName: row.field_name,
    leadOfficeId: row.lead_office_id,
    leadOfficeName: row.lead_office_name,
    officeId: row.office_id,
    officeName: row.office_name,
    officePath: row.path,
    subject: toSubject(row),
    movementId: row.movement_id,
    movementName: row.movement_name,
    title: row.title,
    statement: row.statement,
    novelty: row.novelty,
    interest: row.interest,
    breadth: row.breadth as Breadth | null,
    maturity: row.maturity as Maturity,
    level: row.level as Level | null,
    origin: row.origin as Origin,
    sources: row.sources,
    sourceNote: row.source_note,
    fieldHint: row.field_hint,
    foundOn: row.found_on,
    proposedBy: row.proposed_by,
    lastReason: row.last_reason,
    heldFrom: row.held_from as HeldFrom | null,
    mergedIntoId: row.merged_into_id,
    isSample: row.is_sample,
    assisted: row.assisted,
    updatedAt: row.updated_at,
    ...standingOf(row, actor),
  };
}

/** Where it lies, and what the actor is to it there. */
function standingOf(row: Row, actor: Actor): Pick<ExemplarInView, 'stay' | 'sides' | 'roles'> {
  const { stay } = row;
  const sides = sidesOver(actor, { officePath: row.path, deskPath: stay?.officePath ?? null });
  const roles = new Set(rolesOver(actor, { officePath: row.path, leadOfficeId: row.lead_office_id }));
  // an office above moved it to another desk than that of the field: who holds it there decides like a lead office
  const moved = stay !== null && stay.officeId !== row.lead_office_id;
  if (moved && DECIDED_AT_DESK.includes(row.state) && sides.has('holder')) roles.add('lead');
  return { stay, sides, roles };
}

const DECIDED_AT_DESK: readonly string[] = ['proposed', 'waiting'] satisfies ExemplarState[];

function toSubject(row: Row): SubjectInView {
  return {
    id: row.subject_id,
    kind: row.kind as SubjectKind,
    fullName: row.full_name,
    birthYear: row.birth_year,
    place: row.place,
    position: row.position,
    representative: row.representative,
    version: row.subject_version,
  };
}
