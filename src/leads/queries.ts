import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import { deskOffices } from '../desks/reach.ts';
import type { Actor, Role } from '../identity/actor.ts';
import { rolesOver, withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';
import type { LeadRole, LeadState } from './workflow.ts';

/** One lead as an officer sees it. */
export interface LeadInView {
  id: number;
  version: number;
  state: LeadState;
  kind: SubjectKind | null;
  fullName: string;
  placeOfficeId: number | null;
  placeName: string | null;
  placeWords: string | null;
  what: string;
  links: string[];
  cameBy: 'portal' | 'desk';
  officeId: number;
  officeName: string;
  officePath: number[];
  receivedOn: Day;
  movedOn: Day;
  settledOn: Day | null;
  suspicions: string[];
  publicReason: string | null;
  innerReason: string | null;
  exemplarId: number | null;
  /** Another lead about the same one, with which it goes on. */
  mergedIntoId: number | null;
  isSample: boolean;
  /** Result of the newest look into it. */
  verified: 'so' | 'partly' | 'not_so' | null;
  roles: ReadonlySet<LeadRole>;
}

/** Who reads what citizens wrote; the press, councils and onlookers do not, however far they see. */
export const READERS: readonly Role[] = ['unit', 'lead', 'standing', 'leader'];
/** Who works on it, and is told how the proposer may be reached. */
export const WORKERS: readonly Role[] = ['unit', 'standing'];

const readerOf = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => READERS.includes(role)),
});

/** An office of the actor was asked about this lead, whether it has answered or not. */
const wasAsked = (actor: Actor): RawBuilder<SqlBool> =>
  sql<SqlBool>`EXISTS (SELECT 1 FROM lead_question q WHERE q.lead_id = l.id
    AND q.office_id = ANY (${deskOffices(actor)}::bigint[]))`;

/** The lead is `l`: it lies with an office within the actor's reach, or an office of theirs was asked about it. */
export const seesLead = (actor: Actor): Expression<SqlBool> =>
  sql<SqlBool>`(${withinReach(readerOf(actor), sql.ref('l.office_id'), null)} OR ${wasAsked(actor)})`;

/** The lead, or null when it does not exist or lies outside the actor's reach. */
export async function findLead(db: Reader, actor: Actor, id: number): Promise<LeadInView | null> {
  const row = await selectLeads(db)
    .select(wasAsked(actor).as('asked'))
    .where('l.id', '=', id)
    .where(seesLead(actor))
    .executeTakeFirst();
  if (!row) return null;
  const roles = new Set<LeadRole>(rolesOver(readerOf(actor), { officePath: row.path, leadOfficeId: null }));
  if (row.asked) roles.add('asked_office');
  return toView(row, roles);
}

/** The lead of a code: its proposer sees it, whoever else does. */
export async function leadOfProposer(db: Reader, id: number): Promise<LeadInView | null> {
  const row = await selectLeads(db).where('l.id', '=', id).executeTakeFirst();
  return row ? toView(row, new Set<LeadRole>(['proposer'])) : null;
}

function selectLeads(db: Reader) {
  return db
    .selectFrom('lead as l')
    .innerJoin('office as o', 'o.id', 'l.office_id')
    .leftJoin('office as p', 'p.id', 'l.place_office_id')
    .select(['l.id', 'l.version', 'l.state', 'l.kind', 'l.full_name', 'l.place_office_id', 'l.place_words'])
    .select(['l.what', 'l.links', 'l.came_by', 'l.office_id', 'l.received_on', 'l.moved_on', 'l.settled_on'])
    .select(['l.suspicions', 'l.public_reason', 'l.inner_reason', 'l.exemplar_id', 'l.is_sample'])
    .select('l.merged_into_id')
    .select(['o.name as office_name', 'o.path', 'p.name as place_name'])
    .select(
      sql<string | null>`(SELECT v.result FROM verification v WHERE v.lead_id = l.id
        ORDER BY v.id DESC LIMIT 1)`.as('verified'),
    );
}

type Row = NonNullable<Awaited<ReturnType<ReturnType<typeof selectLeads>['executeTakeFirst']>>>;

// the database's CHECK constraints hold the texts to the unions they are read as
const toView = (row: Row, roles: ReadonlySet<LeadRole>): LeadInView => ({
  id: row.id,
  version: row.version,
  state: row.state as LeadState,
  kind: row.kind as SubjectKind | null,
  fullName: row.full_name,
  placeOfficeId: row.place_office_id,
  placeName: row.place_name,
  placeWords: row.place_words,
  what: row.what,
  links: row.links,
  cameBy: row.came_by as LeadInView['cameBy'],
  officeId: row.office_id,
  officeName: row.office_name,
  officePath: row.path,
  receivedOn: row.received_on,
  movedOn: row.moved_on,
  settledOn: row.settled_on,
  suspicions: row.suspicions,
  publicReason: row.public_reason,
  innerReason: row.inner_reason,
  exemplarId: row.exemplar_id,
  mergedIntoId: row.merged_into_id,
  isSample: row.is_sample,
  verified: row.verified as LeadInView['verified'],
  roles,
});
