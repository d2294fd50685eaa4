import { type Answer, readAnswer } from '../criteria/answer.ts';
import { assess, type Finding, type Result } from '../criteria/assess.ts';
import { type CriteriaSet, type Criterion, criteriaFor, findCriteriaSet } from '../criteria/queries.ts';
import { yearsAsked } from '../criteria/years.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { ExemplarInView } from './queries.ts';

/** What the field of an exemplar asks of its kind of subject on a day. */
export interface Asked {
  set: CriteriaSet;
  criteria: AskedCriterion[];
}

export interface AskedCriterion extends Criterion {
  /** The years that a criterion of kind `every_year` asks about; empty for the others. */
  years: number[];
}

/** Null when the exemplar has no field, or its field no criteria. */
export async function criteriaAsked(db: Reader, exemplar: ExemplarInView, today: Day): Promise<Asked | null> {
  if (exemplar.fieldId === null) return null;
  const field = await db
    .selectFrom('pilot_field as f')
    .innerJoin('plan as p', 'p.id', 'f.plan_id')
    .select(['f.criteria_set_id', 'p.period_from as from', 'p.period_to as to'])
    .where('f.id', '=', exemplar.fieldId)
    .executeTakeFirstOrThrow();
  const set = field.criteria_set_id === null ? null : await findCriteriaSet(db, field.criteria_set_id);
  if (!set) return null;
  const criteria = criteriaFor(set, exemplar.subject.kind).map((criterion) => ({
    ...criterion,
    years: criterion.rule.kind === 'every_year' ? yearsAsked(criterion.rule, field, today) : [],
  }));
  return { set, criteria };
}

/** One criterion held against one answer, on the years that it asks about. */
export const findingFor = ({ rule, years }: AskedCriterion, answer: Answer): Finding =>
  assess(rule, answer, years);

export interface Assessment {
  id: number;
  setId: number;
  setName: string;
  assessedOn: Day;
  /** Name of the account; null for the program itself. */
  assessedBy: string | null;
  answers: AssessedCriterion[];
}

export interface AssessedCriterion {
  criterionId: number;
  name: string;
  mandatory: boolean;
  answer: Answer;
  result: Result;
  explanation: string;
}

/** The latest assessment with the set that it was made with; null before the first. */
export async function latestAssessment(db: Reader, exemplarId: number): Promise<Assessment | null> {
  const made = await db
    .selectFrom('assessment as a')
    .innerJoin('criteria_set as s', 's.id', 'a.criteria_set_id')
    .leftJoin('account as by', 'by.id', 'a.assessed_by')
    .select(['a.id', 's.id as setId', 's.name as setName', 'a.assessed_on as assessedOn'])
    .select('by.display_name as assessedBy')
    .where('a.exemplar_id', '=', exemplarId)
    .orderBy('a.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return made ? { ...made, answers: await answersOf(db, made.id) } : null;
}

async function answersOf(db: Reader, assessmentId: number): Promise<AssessedCriterion[]> {
  const rows = await db
    .selectFrom('assessment_answer as a')
    .innerJoin('criterion as c', 'c.id', 'a.criterion_id')
    .select(['c.id as criterionId', 'c.name', 'c.mandatory', 'a.answer', 'a.result', 'a.explanation'])
    .where('a.assessment_id', '=', assessmentId)
    .orderBy('c.ord')
    .execute();
  return rows.map((row) => ({ ...row, answer: readAnswer(row.answer), result: row.result as Result }));
}
