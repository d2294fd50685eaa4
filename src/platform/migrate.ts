import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from './project-root.ts';

/** Any number will do as long as every server of the same database takes the same lock. */
const ADVISORY_LOCK = 17112016;

/**
 * Brings the database to the newest schema: runs the numbered files of `db/migrations` that have not run yet,
 * each in its own transaction, under an advisory lock so that two servers starting at once do not collide.
 *
 * @returns the names of the files that ran now
 * @throws Error when a file that has already run was changed since, naming the file
 */
export async function migrate(url: string, folder = join(projectRoot(), 'db/migrations')): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(
      'CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, body_md5 text NOT NULL, ran_at timestamptz NOT NULL DEFAULT now())',
    );
    const ran = await client.query<{ name: string; body_md5: string }>(
      'SELECT name, body_md5 FROM migration',
    );
    const known = new Map(ran.rows.map((row) => [row.name, row.body_md5]));
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const fresh: string[] = [];
    for (const name of names) {
      const body = await readFile(join(folder, name), 'utf8');
      if (await runOne(client, name, body, known.get(name))) fresh.push(name);
    }
    return fresh;
  } finally {
    await client.end();
  }
}

async function runOne(
  client: pg.Client,
  name: string,
  body: string,
  knownMd5: string | undefined,
): Promise<boolean> {
  const { rows } = await client.query<{ md5: string }>('SELECT md5($1) AS md5', [body]);
  const md5 = rows[0]?.md5;
  if (knownMd5 === md5) return false;
  if (knownMd5 !== undefined) throw new Error(`Migration ${name} has already run and was changed since.`);
  await client.query('BEGIN');
  try {
    await client.query(body);
    await client.query('INSERT INTO migration (name, body_md5) VALUES ($1, $2)', [name, md5]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  return true;
}
