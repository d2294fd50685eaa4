import { sql } from 'kysely';

/** Ids as one array value, for `= ANY (…)`. */
export const bigints = (ids: readonly number[]) => sql`${sql.val([...ids])}::bigint[]`;
