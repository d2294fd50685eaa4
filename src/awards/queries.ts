import { sql } from 'kysely';
import type { Level } from '../exemplars/show-words.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { AwardForm } from './award-form.ts';

/** The whole catalogue, law by law with the newest law first, within it from the lowest to the highest award. */
export async function listAwardForms(db: Reader): Promise<AwardForm[]> {
  const rows = await selectAwardForms(db)
    .orderBy('valid_from', (order) => order.desc().nullsLast())
    .orderBy('legal_basis')
    .orderBy('rank')
    .orderBy('id')
    .execute();
  return rows.map(toAwardForm);
}

export async function findAwardForm(db: Reader, id: number): Promise<AwardForm | null> {
  const row = await selectAwardForms(db).where('id', '=', id).executeTakeFirst();
  return row ? toAwardForm(row) : null;
}

const selectAwardForms = (db: Reader) =>
  db
    .selectFrom('award_form')
    .select(['id', 'name', 'level', 'legal_basis as legalBasis'])
    .select(['valid_from as validFrom', 'valid_to as validTo']);

type AwardFormRow = Awaited<ReturnType<ReturnType<typeof selectAwardForms>['executeTakeFirstOrThrow']>>;

// the catalogue is loaded with the levels of the program
const toAwardForm = (row: AwardFormRow): AwardForm => ({ ...row, level: row.level as Level });

export interface Honour {
  id: number;
  honouredOn: Day;
  occasion: string;
  level: Level;
  awardName: string | null;
  paperNumber: string | null;
  /** Name of the account that decided; null for the program itself. */
  decidedBy: string | null;
}

/** The honours of an exemplar, the newest first; the caller has made sure of the reach. */
export const honoursOf = (db: Reader, exemplarId: number): Promise<Honour[]> =>
  honoursOfMany(db, [exemplarId]);

/** The same for several exemplars with one query; each says whose it is. */
export async function honoursOfMany(
  db: Reader,
  exemplarIds: readonly number[],
): Promise<(Honour & { exemplarId: number })[]> {
  const rows = await db
    .selectFrom('honour as h')
    .leftJoin('award_form as f', 'f.id', 'h.award_form_id')
    .leftJoin('account as a', 'a.id', 'h.decided_by')
    .select(['h.id', 'h.honoured_on as honouredOn', 'h.occasion', 'h.level', 'f.name as awardName'])
    .select(['h.paper_number as paperNumber', 'a.display_name as decidedBy', 'h.exemplar_id as exemplarId'])
    .where('h.exemplar_id', '=', sql<number>`ANY (${sql.val([...exemplarIds])}::bigint[])`)
    .orderBy('h.honoured_on', 'desc')
    .orderBy('h.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, level: row.level as Level }));
}
