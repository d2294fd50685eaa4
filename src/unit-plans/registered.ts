import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import type { UnitPlanInView } from './queries.ts';

/**
 * Files of exemplars in the branch of the office that bear the very name that its plan lists, whatever its marks: name as
 * listed → id of the file. A name alone proves nothing; the page says no more than that there is such a file.
 */
export async function registeredNames(
  db: Reader,
  plan: Pick<UnitPlanInView, 'officeId'>,
  names: readonly string[],
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ name: string; id: number }>`
    SELECT listed.name, min(e.id) AS id
    FROM unnest(${[...names]}::text[]) AS listed (name)
    JOIN subject s ON s.name_key = search_key(listed.name)
    JOIN exemplar e ON e.subject_id = s.id
    JOIN office o ON o.id = e.office_id
    WHERE o.path @> ARRAY[${plan.officeId}]::bigint[]
    GROUP BY listed.name`.execute(db);
  return new Map(rows.map(({ name, id }) => [name, id]));
}
