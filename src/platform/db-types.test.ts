import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { projectRoot } from './project-root.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

describe('the types of the database', () => {
  it('are those of the newest schema (else: npm run db:types with DATABASE_URL of a migrated database)', async () => {
    const program = join(projectRoot(), 'node_modules/kysely-codegen/dist/cli/bin.js');
    await promisify(execFile)(
      process.execPath,
      [program, '--config-file', '.kysely-codegenrc.json', '--verify'],
      { cwd: projectRoot(), env: { ...process.env, DATABASE_URL: database.url } },
    );
  });
});
