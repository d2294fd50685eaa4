import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { deskFactsOf } from './desk-facts.ts';
import type { CriteriaFacts } from './judge-criteria.ts';
import type { ExemplarInView } from './queries.ts';
import type { ExemplarFacts } from './rules.ts';

interface Row {
  planState: ExemplarFacts['planState'];
  achievements: number;
  endorsement: ExemplarFacts['endorsement'];
  asked: boolean;
  assessed: boolean;
  mandatory: { name: string; kind: string; result: string | null }[];
  ownedSupportActions: number;
  consents: number;
  standingConsents: number;
  quotaLimit: number | null;
  quotaTaken: number;
  checks: number;
  proposers: number[];
  lastStepOn: string | null;
}

/** Reads what the guards of the life cycle ask: in one query, and while it waits for a decision what its way says. */
export async function guardFacts(db: Reader, exemplar: ExemplarInView, today: Day): Promise<ExemplarFacts> {
  const row = (await factsQuery(exemplar).execute(db)).rows[0];
  if (!row) throw new Error(`Exemplar ${exemplar.id} is gone`);
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
    desk: await deskFactsOf(db, exemplar, today),
  };
}

function criteriaFacts({ asked, assessed, mandatory }: Row): CriteriaFacts {
  const disqualifying = ({ kind }: Row['mandatory'][number]) => kind === 'disqualifier';
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

/** An exemplar that has been chosen keeps its place in the quota while it is held. */
const HOLDS_PLACE = sql`(other.state IN ('nurtured', 'recognised', 'honoured')
  OR other.state = 'held' AND other.held_from IN ('nurtured', 'recognised', 'honoured'))`;

const factsQuery = (exemplar: ExemplarInView) => sql<Row>`
  WITH
  latest AS (
    -- by the set that the field has now, in whichever edition: the field may have been given another set, or the exemplar
    -- another field, since; an edition that came into force later does not undo an assessment
    SELECT a.id, a.criteria_set_id FROM assessment a
    JOIN criteria_set s ON s.id = a.criteria_set_id
    WHERE a.exemplar_id = ${exemplar.id}
      AND s.chain = (SELECT named.chain FROM pilot_field f JOIN criteria_set named ON named.id = f.criteria_set_id
        WHERE f.id = ${exemplar.fieldId})
    ORDER BY a.id DESC LIMIT 1
  ),
  asked AS (
    -- criteria of a group count by their group
    SELECT c.name, c.kind, c.ord, c.mandatory, answer.result
    FROM criterion c
    LEFT JOIN assessment_answer answer
      ON answer.criterion_id = c.id AND answer.assessment_id = (SELECT id FROM latest)
    WHERE c.parent_id IS NULL
      AND c.set_id = coalesce((SELECT criteria_set_id FROM latest),
        (SELECT criteria_set_id FROM pilot_field WHERE id = ${exemplar.fieldId}))
      AND (c.subject_kinds IS NULL OR ${exemplar.subject.kind} = ANY (c.subject_kinds))
      AND (c.kind NOT IN ('points_sum', 'any_of') OR EXISTS (
        SELECT FROM criterion part WHERE part.parent_id = c.id
          AND (part.subject_kinds IS NULL OR ${exemplar.subject.kind} = ANY (part.subject_kinds))))
  ),
  quota AS (
    SELECT f.id, f.quota_number, f.quota_counts FROM pilot_field f
    WHERE f.id = ${exemplar.fieldId} AND f.quota_kind IN ('exactly', 'at_most')
      AND ${exemplar.subject.kind} = ANY (f.quota_counts)
  )
  SELECT
    (SELECT state FROM plan WHERE id = ${exemplar.planId}) AS "planState",
    (SELECT count(*) FROM achievement WHERE exemplar_id = ${exemplar.id}) AS achievements,
    (SELECT json_build_object('present', present, 'agreed', agreed)
      FROM endorsement WHERE exemplar_id = ${exemplar.id}) AS endorsement,
    EXISTS (SELECT 1 FROM asked) AS asked,
    EXISTS (SELECT 1 FROM latest) AS assessed,
    (SELECT coalesce(json_agg(json_build_object('name', name, 'kind', kind, 'result', result) ORDER BY ord), '[]')
      FROM asked WHERE mandatory) AS mandatory,
    (SELECT count(*) FROM support_action WHERE exemplar_id = ${exemplar.id}
      AND (owner_office_id IS NOT NULL OR btrim(owner) <> '')) AS "ownedSupportActions",
    (SELECT count(*) FROM consent
      WHERE exemplar_id = ${exemplar.id} AND scope = 'registration') AS consents,
    (SELECT count(*) FROM consent WHERE exemplar_id = ${exemplar.id} AND scope = 'registration'
      AND withdrawn_on IS NULL) AS "standingConsents",
    (SELECT quota_number FROM quota) AS "quotaLimit",
    -- no join: with the field known beforehand its index is read, not every exemplar that was ever chosen
    (SELECT count(*) FROM exemplar other
      WHERE other.field_id = (SELECT id FROM quota) AND other.id <> ${exemplar.id}
        AND other.subject_kind = ANY ((SELECT quota_counts FROM quota)::text[])
        AND ${HOLDS_PLACE}) AS "quotaTaken",
    (SELECT count(*) FROM exemplar_check WHERE exemplar_id = ${exemplar.id}) AS checks,
    (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM exemplar_step
      WHERE exemplar_id = ${exemplar.id} AND action = 'propose' AND account_id IS NOT NULL
        AND id > (SELECT coalesce(max(id), 0) FROM exemplar_step
          WHERE exemplar_id = ${exemplar.id} AND action = 'reopen')) AS proposers,
    (SELECT max(on_day) FROM exemplar_step WHERE exemplar_id = ${exemplar.id}) AS "lastStepOn"
`;
