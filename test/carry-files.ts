import { sql } from 'kysely';
import { type ExemplarWorld, makeExemplar } from './oracles/exemplar-world.ts';

/** A pair of files about one person, of which the one is to be merged into the other. */
export interface Pair {
  gone: number;
  kept: number;
}

/** Two files of one subject; the kept one proposed nowhere yet, with a statement of its own. */
export async function makePair(
  world: ExemplarWorld,
  kept: Partial<Parameters<typeof makeExemplar>[1]> = {},
): Promise<Pair> {
  const keptId = await makeExemplar(world, { state: 'found', ...kept });
  const { subject_id } = await world.db
    .selectFrom('exemplar')
    .select('subject_id')
    .where('id', '=', keptId)
    .executeTakeFirstOrThrow();
  return { kept: keptId, gone: await makeExemplar(world, { state: 'found', subjectId: subject_id }) };
}

const TABLES = [
  'achievement',
  'contribution',
  'evidence',
  'consent',
  'endorsement',
  'exemplar_place',
  'figure_claim',
];

/** Every row that belongs to one of the two, with all its columns; and what the files themselves say. */
export async function rowsOf({ db }: Pick<ExemplarWorld, 'db'>, { gone, kept }: Pair): Promise<string[]> {
  const ids = sql.val([gone, kept]);
  const texts: string[] = [];
  for (const table of TABLES) {
    const of =
      table === 'figure_claim'
        ? sql`achievement_id IN (SELECT id FROM achievement WHERE exemplar_id = ANY (${ids}::bigint[]))
            OR contribution_id IN (SELECT id FROM contribution WHERE exemplar_id = ANY (${ids}::bigint[]))`
        : sql`exemplar_id = ANY (${ids}::bigint[])`;
    const { rows } = await sql<{ row: string }>`
      SELECT ${table} || ' ' || to_jsonb(t)::text AS row FROM ${sql.table(table)} t WHERE ${of}`.execute(db);
    texts.push(...rows.map(({ row }) => row));
  }
  const { rows } = await sql<{ row: string }>`
    SELECT jsonb_build_array(id, state, title, statement, novelty, interest, breadth, source_note, sources)::text AS row
    FROM exemplar WHERE id = ANY (${ids}::bigint[])`.execute(db);
  return [...texts, ...rows.map(({ row }) => row)].sort();
}
