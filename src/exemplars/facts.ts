import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { deskFactsOf } from './desk-facts.ts';
import type { DeskFacts } from './desk-judge.ts';
import { type FactsRow, factsQuery, takenBesides } from './facts-query.ts';
import type { CriteriaFacts } from './judge-criteria.ts';
import type { ExemplarInView } from './queries.ts';
import type { ExemplarFacts } from './rules.ts';

/** Reads what the guards of the life cycle ask: in one query, and while it waits for a decision what its way says. */
export async function guardFacts(db: Reader, exemplar: ExemplarInView, today: Day): Promise<ExemplarFacts> {
  const id = sql<number>`${exemplar.id}::bigint`;
  const of = {
    id,
    fieldId: sql<number | null>`${exemplar.fieldId}::bigint`,
    planId: sql<number | null>`${exemplar.planId}::bigint`,
    kind: sql<string>`${exemplar.subject.kind}::text`,
    quotaTaken: takenBesides(id),
  };
  const row = (await factsQuery(of).execute(db)).rows[0];
  if (!row) throw new Error(`Exemplar ${exemplar.id} is gone`);
  return factsFrom(exemplar, row, await deskFactsOf(db, exemplar, today));
}

/** The facts of an exemplar from what was read of it. */
export function factsFrom(exemplar: ExemplarInView, row: FactsRow, desk: DeskFacts): ExemplarFacts {
  return {
    state: exemplar.state,
    level: exemplar.level,
    planState: row.planState,
    fieldName: exemplar.fieldName,
    hasBreadth: exemplar.breadth !== null,
    hasStatement: exemplar.statement !== null,
    achievements: row.achievements,
    endorsement: row.endorsement,
    criteria: criteriaFacts(row),
    ownedSupportActions: row.ownedSupportActions,
    consent: row.standingConsents > 0 ? 'standing' : row.consents > 0 ? 'withdrawn' : 'none',
    quota: { limit: row.quotaLimit, taken: row.quotaTaken },
    checks: row.checks,
    proposers: exemplar.proposedBy === null ? row.proposers : [...row.proposers, exemplar.proposedBy],
    lastStepOn: row.lastStepOn,
    voices: { objections: row.objections, corrections: row.corrections },
    desk,
  };
}

function criteriaFacts({ asked, assessed, mandatory }: FactsRow): CriteriaFacts {
  const disqualifying = ({ kind }: FactsRow['mandatory'][number]) => kind === 'disqualifier';
  const failed = mandatory.filter(({ result }) => result === 'not_met');
  const open = mandatory.filter(({ result }) => result === null || result === 'unknown');
  return {
    asked,
    assessed,
    disqualifiedBy: failed.filter(disqualifying).map(({ name }) => name),
    notMet: failed.filter((one) => !disqualifying(one)).map(({ name }) => name),
    unknown: open.map(({ name }) => name),
  };
}
