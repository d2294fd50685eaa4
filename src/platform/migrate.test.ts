import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { onDatabase, runOn } from '../../test/server.ts';
import { migrate } from './migrate.ts';

let folder: string;
let url: string;
let name: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guong-sang-migrations-'));
  // empty, unlike the copies of the template
  name = `${inject('templateDatabase')}_${randomBytes(5).toString('hex')}`;
  await runOn(inject('databaseServer'), `CREATE DATABASE ${name}`);
  url = onDatabase(inject('databaseServer'), name);
  await add('001_first.sql', 'CREATE TABLE first (id int);');
  await add('002_second.sql', 'CREATE TABLE second (id int); INSERT INTO second VALUES (1);');
});

afterEach(async () => {
  await runOn(inject('databaseServer'), `DROP DATABASE ${name} WITH (FORCE)`);
  await rm(folder, { recursive: true });
});

const add = (file: string, body: string) => writeFile(join(folder, file), body);
const count = async (table: string) =>
  (await runOn<{ count: number }>(url, `SELECT count(*)::int AS count FROM ${table}`))[0]?.count;

describe('bringing a database to the newest schema', () => {
  it('runs each file once, in the order of their names', async () => {
    expect(await migrate(url, folder)).toEqual(['001_first.sql', '002_second.sql']);
    expect(await migrate(url, folder)).toEqual([]);
    await add('010_third.sql', 'INSERT INTO second VALUES (2);');
    await add('notes.txt', 'this is no SQL');
    expect(await migrate(url, folder)).toEqual(['010_third.sql']);
    expect(await count('second')).toBe(2);
  });

  it('keeps what ran before a file that fails, and nothing of that file', async () => {
    await add('003_broken.sql', 'INSERT INTO second VALUES (2); SELECT * FROM nowhere;');
    await expect(migrate(url, folder)).rejects.toThrow('Migration 003_broken.sql failed: relation "nowhere"');
    expect(await count('second')).toBe(1);
    await add('003_broken.sql', 'INSERT INTO second VALUES (2);');
    expect(await migrate(url, folder)).toEqual(['003_broken.sql']);
  });

  it('refuses to go on when a file that has run was changed', async () => {
    await migrate(url, folder);
    await add('001_first.sql', 'CREATE TABLE first (id bigint);');
    await add('003_third.sql', 'CREATE TABLE third (id int);');
    await expect(migrate(url, folder)).rejects.toThrow(
      'Migration 001_first.sql has already run and was changed since.',
    );
    expect(await runOn(url, "SELECT 1 FROM pg_tables WHERE tablename = 'third'")).toEqual([]);
  });

  it('is done by one when several servers start at the same moment', async () => {
    const ran = await Promise.all(Array.from({ length: 4 }, () => migrate(url, folder)));
    expect(ran.flat().sort()).toEqual(['001_first.sql', '002_second.sql']);
    expect(await count('second')).toBe(1);
  });

  it('runs a file of several statements with functions in it', async () => {
    await add(
      '003_function.sql',
      'CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$; SELECT one();',
    );
    expect(await migrate(url, folder)).toContain('003_function.sql');
  });
});
