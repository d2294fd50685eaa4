import { sql } from 'kysely';
import { type Answer, readAnswer } from '../criteria/answer.ts';
import type { Result } from '../criteria/finding.ts';
import { type Chosen, type Grouping, readChosen, readGroupings } from '../criteria/grouping.ts';
import { type CriterionKind, type Rule, ruleOf } from '../criteria/rule.ts';
import { judgeSet } from '../criteria/verdict.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** An assessment as it was made, by the edition that was in force then. */
export interface Assessment {
  id: number;
  exemplarId: number;
  setId: number;
  setName: string;
  chain: number;
  edition: number;
  /** Was it made by a set that the exemplar's field has, in whichever edition? */
  ofField: boolean;
  groupings: Grouping[];
  groups: Chosen;
  assessedOn: Day;
  /** Name of the account; null for the program itself. */
  assessedBy: string | null;
  /** Of the set as a whole, with what is open and what would be enough in words. */
  result: Result;
  summary: string;
  disqualifiedBy: string[];
  /** In the order of the set, the criteria of a group after it. */
  answers: AssessedCriterion[];
}

export interface AssessedCriterion {
  criterionId: number;
  /** The group that it stands in; null: by itself. */
  parentId: number | null;
  name: string;
  rule: Rule;
  mandatory: boolean;
  answer: Answer;
  result: Result;
  explanation: string;
  /** Points reached, what unknown answers may still add, and the most there are; null where nothing is worth points. */
  points: { reached: number; open: number; most: number | null } | null;
}

/** Assessments with every answer, those by the set of the field first, then the newest; two queries. */
export async function withAnswers(db: Reader, ids: readonly number[]): Promise<Assessment[]> {
  if (ids.length === 0) return [];
  const made = await db
    .selectFrom('assessment as a')
    .innerJoin('criteria_set as s', 's.id', 'a.criteria_set_id')
    .innerJoin('exemplar as e', 'e.id', 'a.exemplar_id')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .leftJoin('criteria_set as named', 'named.id', 'f.criteria_set_id')
    .leftJoin('account as by', 'by.id', 'a.assessed_by')
    .select(['a.id', 'a.exemplar_id as exemplarId', 'a.assessed_on as assessedOn', 'a.groups'])
    .select(['a.result', 'a.summary', 'by.display_name as assessedBy'])
    .select(['s.id as setId', 's.name as setName', 's.edition', 's.groupings'])
    .select(sql<number>`coalesce(s.first_id, s.id)`.as('chain'))
    .select(sql<boolean>`named.chain IS NOT DISTINCT FROM s.chain`.as('ofField'))
    .where('a.id', 'in', ids)
    .orderBy('ofField', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
  const answers = await answersOf(db, ids);
  return made.map(({ groups, groupings, result, summary, ...one }) => {
    const own = answers.get(one.id) ?? [];
    const shown = own.map((answer) => ({ ...answer, id: answer.criterionId }));
    const verdict = judgeSet(shown, new Map(shown.map((answer) => [answer.id, answer])));
    return {
      ...one,
      groupings: readGroupings(groupings),
      groups: readChosen(groups),
      // what was assessed before sets were judged as a whole has no words of its own
      result: (result as Result | null) ?? verdict.result,
      summary: summary ?? verdict.summary,
      disqualifiedBy: verdict.disqualifiedBy,
      answers: own,
    };
  });
}

async function answersOf(db: Reader, ids: readonly number[]): Promise<Map<number, AssessedCriterion[]>> {
  const rows = await db
    .selectFrom('assessment_answer as a')
    .innerJoin('criterion as c', 'c.id', 'a.criterion_id')
    .leftJoin('criterion as parent', 'parent.id', 'c.parent_id')
    .select(['a.assessment_id as assessmentId', 'a.answer', 'a.result', 'a.explanation'])
    .select(['a.points', 'a.points_open as open', 'c.id as criterionId', 'c.parent_id as parentId'])
    .select(['c.name', 'c.kind', 'c.params', 'c.mandatory', 'c.points as most'])
    .where('a.assessment_id', 'in', ids)
    .orderBy('a.assessment_id')
    .orderBy(sql`coalesce(parent.ord, c.ord)`)
    .orderBy(sql`c.parent_id IS NOT NULL`)
    .orderBy('c.ord')
    .execute();
  const all = new Map<number, AssessedCriterion[]>();
  for (const { assessmentId, answer, result, points, open, most, kind, params, ...row } of rows) {
    const own = all.get(assessmentId) ?? [];
    own.push({
      ...row,
      // the database's CHECK holds kind and result to their unions
      rule: ruleOf(kind as CriterionKind, params),
      answer: readAnswer(answer),
      result: result as Result,
      points: points === null ? null : { reached: points, open: open ?? 0, most },
    });
    all.set(assessmentId, own);
  }
  return all;
}

/** One line of the history of assessments. */
export interface PastAssessment {
  id: number;
  setId: number;
  setName: string;
  edition: number;
  assessedOn: Day;
  assessedBy: string | null;
  result: Result | null;
}

/** Every assessment that an exemplar ever had, the newest first. */
export async function historyOf(db: Reader, exemplarId: number): Promise<PastAssessment[]> {
  const rows = await db
    .selectFrom('assessment as a')
    .innerJoin('criteria_set as s', 's.id', 'a.criteria_set_id')
    .leftJoin('account as by', 'by.id', 'a.assessed_by')
    .select(['a.id', 's.id as setId', 's.name as setName', 's.edition', 'a.assessed_on as assessedOn'])
    .select(['by.display_name as assessedBy', 'a.result'])
    .where('a.exemplar_id', '=', exemplarId)
    .orderBy('a.id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, result: row.result as Result | null }));
}
