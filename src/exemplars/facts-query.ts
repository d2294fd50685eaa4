import { type RawBuilder, sql } from 'kysely';
import type { ExemplarFacts } from './rules.ts';

/** The answer of {@link factsQuery}. */
export interface FactsRow {
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

/** Which exemplar, in SQL; each with its type written out, for a bare value has none inside of the query. */
export interface FactsOf {
  id: RawBuilder<number>;
  fieldId: RawBuilder<number | null>;
  planId: RawBuilder<number | null>;
  kind: RawBuilder<string>;
  /** How many others hold a place in the quota of the field; {@link takenBesides} where it is not known yet. */
  quotaTaken: RawBuilder<number>;
}

/** An exemplar that has been chosen keeps its place in the quota while it is held. */
const HOLDS_PLACE = sql`(other.state IN ('nurtured', 'recognised', 'honoured')
  OR other.state = 'held' AND other.held_from IN ('nurtured', 'recognised', 'honoured'))`;

/** Counts them; a quota without kinds counts every kind. No join: with the field known beforehand its index is read, not every exemplar that was ever chosen. */
export const takenBesides = (id: RawBuilder<number>) => sql<number>`(SELECT count(*) FROM exemplar other
      WHERE other.field_id = (SELECT id FROM quota) AND other.id <> ${id}
        AND ((SELECT quota_counts FROM quota) = '{}'
          OR other.subject_kind = ANY ((SELECT quota_counts FROM quota)::text[]))
        AND ${HOLDS_PLACE})`;

/**
 * What the guards ask about one exemplar, as the columns of one row. Each `of` is a value or, for many at once, a column of
 * the query around it.
 */
export const factsQuery = (of: FactsOf) => sql<FactsRow>`
  WITH
  latest AS (
    -- by the set that the field has now, in whichever edition: the field may have been given another set, or the exemplar
    -- another field, since; an edition that came into force later does not undo an assessment
    SELECT a.id, a.criteria_set_id FROM assessment a
    JOIN criteria_set s ON s.id = a.criteria_set_id
    WHERE a.exemplar_id = ${of.id}
      AND s.chain = (SELECT named.chain FROM pilot_field f JOIN criteria_set named ON named.id = f.criteria_set_id
        WHERE f.id = ${of.fieldId})
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
        (SELECT criteria_set_id FROM pilot_field WHERE id = ${of.fieldId}))
      AND (c.subject_kinds IS NULL OR ${of.kind} = ANY (c.subject_kinds))
      AND (c.kind NOT IN ('points_sum', 'any_of') OR EXISTS (
        SELECT FROM criterion part WHERE part.parent_id = c.id
          AND (part.subject_kinds IS NULL OR ${of.kind} = ANY (part.subject_kinds))))
  ),
  quota AS (
    SELECT f.id, f.quota_number, f.quota_counts FROM pilot_field f
    WHERE f.id = ${of.fieldId} AND f.quota_kind IN ('exactly', 'at_most')
      AND (f.quota_counts = '{}' OR ${of.kind} = ANY (f.quota_counts))
  )
  SELECT
    (SELECT state FROM plan WHERE id = ${of.planId}) AS "planState",
    (SELECT count(*) FROM achievement WHERE exemplar_id = ${of.id}) AS achievements,
    (SELECT json_build_object('present', present, 'agreed', agreed)
      FROM endorsement WHERE exemplar_id = ${of.id}) AS endorsement,
    EXISTS (SELECT 1 FROM asked) AS asked,
    EXISTS (SELECT 1 FROM latest) AS assessed,
    (SELECT coalesce(json_agg(json_build_object('name', name, 'kind', kind, 'result', result) ORDER BY ord), '[]')
      FROM asked WHERE mandatory) AS mandatory,
    (SELECT count(*) FROM support_action WHERE exemplar_id = ${of.id}
      AND (owner_office_id IS NOT NULL OR btrim(owner) <> '')) AS "ownedSupportActions",
    (SELECT count(*) FROM consent
      WHERE exemplar_id = ${of.id} AND scope = 'registration') AS consents,
    (SELECT count(*) FROM consent WHERE exemplar_id = ${of.id} AND scope = 'registration'
      AND withdrawn_on IS NULL) AS "standingConsents",
    (SELECT quota_number FROM quota) AS "quotaLimit",
    ${of.quotaTaken} AS "quotaTaken",
    (SELECT count(*) FROM exemplar_check WHERE exemplar_id = ${of.id}) AS checks,
    (SELECT coalesce(array_agg(DISTINCT account_id), '{}') FROM exemplar_step
      WHERE exemplar_id = ${of.id} AND action = 'propose' AND account_id IS NOT NULL
        AND id > (SELECT coalesce(max(id), 0) FROM exemplar_step
          WHERE exemplar_id = ${of.id} AND action = 'reopen')) AS proposers,
    (SELECT max(on_day) FROM exemplar_step WHERE exemplar_id = ${of.id}) AS "lastStepOn"
`;
