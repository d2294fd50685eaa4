import { sql } from 'kysely';
import { type Asked, askedOf } from '../criteria/asked.ts';
import { editionInForce, findCriteriaSet } from '../criteria/queries.ts';
import type { Period } from '../criteria/years.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type Assessment, withAnswers } from './assessment-rows.ts';
import type { ExemplarInView } from './queries.ts';

/**
 * What the field of an exemplar asks of its kind of subject on a day: by the edition of its set that is in force then,
 * or, where none is, by the edition that the field names. With `setId`, what that set asks instead. Null when the
 * exemplar has no field, its field no criteria, or the set is none that may be used on the day.
 */
export async function criteriaAsked(
  db: Reader,
  exemplar: ExemplarInView,
  today: Day,
  setId: number | null = null,
): Promise<Asked | null> {
  const field = await fieldOfExemplar(db, exemplar);
  const named = setId ?? field?.setId ?? null;
  if (named === null) return null;
  const inForce = await editionInForce(db, named, today);
  if (setId !== null && inForce === null) return null;
  const set = await findCriteriaSet(db, inForce ?? named);
  if (!set || set.state === 'draft' || !set.subjectKinds.includes(exemplar.subject.kind)) return null;
  const period = field ?? { from: set.validFrom ?? today, to: set.validTo ?? today };
  return askedOf(db, set, exemplar.subject.kind, period, today);
}

async function fieldOfExemplar(
  db: Reader,
  { fieldId, planId }: ExemplarInView,
): Promise<(Period & { setId: number | null }) | null> {
  if (fieldId !== null) {
    return db
      .selectFrom('pilot_field as f')
      .innerJoin('plan as p', 'p.id', 'f.plan_id')
      .select(['f.criteria_set_id as setId', 'p.period_from as from', 'p.period_to as to'])
      .where('f.id', '=', fieldId)
      .executeTakeFirstOrThrow();
  }
  if (planId === null) return null;
  const plan = await db
    .selectFrom('plan')
    .select(['period_from as from', 'period_to as to'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  return { ...plan, setId: null };
}

/**
 * The assessment that counts: the latest by a set that the field has, in whichever edition; else the latest by any.
 * Null before the first.
 */
export async function latestAssessment(db: Reader, exemplarId: number): Promise<Assessment | null> {
  return (await assessmentsOf(db, [exemplarId])).get(exemplarId)?.[0] ?? null;
}

/**
 * Of each exemplar the latest assessment by each set, with results and explanations of every criterion; that by the set
 * of its field comes first (`ofField`), then the newest. Three queries, however many exemplars there are.
 */
export async function assessmentsOf(
  db: Reader,
  exemplarIds: readonly number[],
): Promise<Map<number, Assessment[]>> {
  const all = new Map<number, Assessment[]>(exemplarIds.map((id) => [id, []]));
  if (exemplarIds.length === 0) return all;
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT ON (a.exemplar_id, s.chain) a.id
    FROM assessment a JOIN criteria_set s ON s.id = a.criteria_set_id
    WHERE a.exemplar_id = ANY (${sql.val([...exemplarIds])}::bigint[])
    ORDER BY a.exemplar_id, s.chain, a.id DESC`.execute(db);
  const made = await withAnswers(
    db,
    rows.map(({ id }) => id),
  );
  for (const one of made) all.get(one.exemplarId)?.push(one);
  return all;
}

/** One assessment of an exemplar, as it was made; null when it has no such one. */
export async function findAssessment(db: Reader, exemplarId: number, id: number): Promise<Assessment | null> {
  const [found] = await withAnswers(db, [id]);
  return found?.exemplarId === exemplarId ? found : null;
}
