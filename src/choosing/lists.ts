import { sql } from 'kysely';
import type { Actor } from '../identity/actor.ts';
import { type PaperFields, paperFields } from '../papers/paper-fields.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { bigints } from './bigints.ts';
import { type FieldInChoice, findField } from './field-query.ts';
import type { Decision, Prepared } from './rules.ts';
import type { ListState } from './workflow.ts';

/** A list of decisions of a field, without its decisions. */
export interface DecisionList {
  id: number;
  fieldId: number;
  officeId: number;
  officeName: string;
  /** The office above that which decides, for the head of its papers. */
  superiorName: string | null;
  state: ListState;
  begunOn: Day;
  decidedOn: Day | null;
  appliedOn: Day | null;
  appliedBy: string | null;
  paper: Partial<PaperFields>;
  version: number;
}

const selectLists = (db: Reader) =>
  db
    .selectFrom('decision_list as l')
    .innerJoin('office as o', 'o.id', 'l.office_id')
    .leftJoin('office as above', 'above.id', 'o.parent_id')
    .leftJoin('account as a', 'a.id', 'l.applied_by')
    .select(['l.id', 'l.field_id as fieldId', 'l.office_id as officeId', 'o.name as officeName', 'l.state'])
    .select(['above.name as superiorName', 'l.begun_on as begunOn', 'l.decided_on as decidedOn'])
    .select(['l.applied_on as appliedOn', 'a.display_name as appliedBy', 'l.paper', 'l.version']);

type Row = Awaited<ReturnType<ReturnType<typeof selectLists>['execute']>>[number];

const toList = ({ state, paper, ...row }: Row): DecisionList => ({
  ...row,
  // held to these by the CHECK of the table, and written by our own form
  state: state as ListState,
  paper: paper as Partial<PaperFields>,
});

/** A list with its field; null when there is none or the actor does not see its field. Two queries. */
export async function findList(
  db: Reader,
  actor: Actor,
  id: number,
): Promise<{ list: DecisionList; field: FieldInChoice } | null> {
  const row = await selectLists(db).where('l.id', '=', id).executeTakeFirst();
  const field = row ? await findField(db, actor, row.fieldId) : null;
  return row && field ? { list: toList(row), field } : null;
}

const MOST_LISTS = 50;

/** The lists of a field, the newest first. */
export async function listsOfField(db: Reader, fieldId: number): Promise<DecisionList[]> {
  const rows = await selectLists(db)
    .where('l.field_id', '=', fieldId)
    .orderBy('l.id', 'desc')
    .limit(MOST_LISTS)
    .execute();
  return rows.map(toList);
}

/** What the paper says of one, kept when the list was applied. */
export interface Told {
  fullName: string;
  place: string | null;
  officeId: number;
  officeName: string;
}

export interface KeptDecision extends Prepared {
  version: number;
  preparedBy: string | null;
  /** Null until the list is applied. */
  told: Told | null;
}

/** The decisions of a list as they were prepared. */
export async function decisionsOf(db: Reader, listId: number): Promise<KeptDecision[]> {
  const rows = await db
    .selectFrom('prepared_decision as d')
    .leftJoin('account as a', 'a.id', 'd.prepared_by')
    .select(['d.id', 'd.exemplar_id as exemplarId', 'd.action', 'd.reason'])
    .select(['d.override_reason as overrideReason', 'd.seen_version as seenVersion', 'd.version', 'd.told'])
    .select(['d.prepared_on as preparedOn', 'a.display_name as preparedBy'])
    .where('d.list_id', '=', listId)
    .orderBy('d.id')
    .execute();
  return rows.map(({ action, told, ...row }) => ({
    ...row,
    action: action as Decision,
    told: told as unknown as Told | null,
  }));
}

/** What is prepared for exemplars in lists that are not applied yet. */
export async function preparedFor(
  db: Reader,
  exemplarIds: readonly number[],
): Promise<Map<number, Decision>> {
  const rows = await db
    .selectFrom('prepared_decision as d')
    .innerJoin('decision_list as l', 'l.id', 'd.list_id')
    .select(['d.exemplar_id as exemplarId', 'd.action'])
    .where('l.state', '=', 'open')
    .where('d.exemplar_id', '=', sql<number>`ANY (${bigints(exemplarIds)})`)
    .execute();
  return new Map(rows.map(({ exemplarId, action }) => [exemplarId, action as Decision]));
}

/** What the head and foot of the paper say, as far as typed; else as the office's papers begin. */
export const paperOf = (list: Pick<DecisionList, 'paper'>, place: string | null): PaperFields =>
  paperFields({ recipients: ['Như Điều 3', 'Lưu: VT'], ...list.paper }, 'QĐ', place);
