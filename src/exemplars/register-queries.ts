import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { ExemplarInView } from './queries.ts';
import type { RegisterFacts } from './register-tasks.ts';
import type { ExemplarFacts } from './rules.ts';

type Counts = Pick<
  RegisterFacts,
  'figures' | 'withoutEvidence' | 'contradicted' | 'evidence' | 'contributions' | 'publicationConsent'
>;

/** What the task list asks beside the guards, in one query. */
export async function registerFacts(
  db: Reader,
  exemplar: ExemplarInView,
  guards: ExemplarFacts,
): Promise<RegisterFacts> {
  const { rows } = await sql<Counts>`
    SELECT
      (SELECT count(*) FROM achievement WHERE exemplar_id = ${exemplar.id} AND value IS NOT NULL) AS figures,
      (SELECT count(*) FROM achievement a WHERE a.exemplar_id = ${exemplar.id}
        AND NOT EXISTS (SELECT FROM evidence v WHERE v.achievement_id = a.id)) AS "withoutEvidence",
      (SELECT count(*) FROM achievement WHERE exemplar_id = ${exemplar.id} AND trust = 'contradicted') AS contradicted,
      (SELECT count(*) FROM evidence WHERE exemplar_id = ${exemplar.id}) AS evidence,
      (SELECT count(*) FROM contribution WHERE exemplar_id = ${exemplar.id}) AS contributions,
      EXISTS (SELECT FROM consent WHERE exemplar_id = ${exemplar.id} AND scope = 'publication'
        AND withdrawn_on IS NULL) AS "publicationConsent"`.execute(db);
  const [counts] = rows;
  if (!counts) throw new Error(`Nothing was counted of exemplar ${exemplar.id}`);
  const { kind, birthYear, place, position, representative } = exemplar.subject;
  return {
    ...counts,
    ...{ guards, kind, birthYear, place, position, representative },
    foundOn: exemplar.foundOn,
    origin: exemplar.origin,
    sources: exemplar.sources,
    sourceNote: exemplar.sourceNote,
    movement: exemplar.movementId !== null,
    novelty: exemplar.novelty !== null,
    interest: exemplar.interest !== null,
  };
}
