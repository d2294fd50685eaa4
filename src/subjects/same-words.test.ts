import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../test/database.ts';
import { openDb } from '../platform/db.ts';
import { ABBREVIATIONS, NOISE, ROMAN, TITLES } from './same-words.ts';
import { plainSpelling } from './spelling.ts';

let closeAll: () => Promise<void>;
let asked:
  | { abbreviations: Record<string, string>; titles: string; heads: string[]; noise: string[] }
  | undefined;
beforeAll(async () => {
  const fresh = await freshDatabase();
  const { db, close } = openDb(fresh.url);
  closeAll = async () => {
    await close();
    await fresh.drop();
  };
  const { rows } = await sql<NonNullable<typeof asked>>`
    SELECT same_abbreviations() AS abbreviations, same_titles() AS titles, same_title_heads() AS heads,
      same_noise() AS noise`.execute(db);
  asked = rows[0];
});
afterAll(() => closeAll());

it('the database keeps the same tables of words, without marks', () => {
  const plain = Object.entries({ ...ABBREVIATIONS, ...ROMAN }).map(([short, long]) => [
    plainSpelling(short),
    plainSpelling(long),
  ]);
  expect(asked?.abbreviations).toEqual(Object.fromEntries(plain));
  expect(asked?.titles).toBe(`^(${TITLES.map(plainSpelling).join('|')}) (?=\\S+ \\S)`);
  expect(new Set(asked?.heads)).toEqual(new Set(TITLES.map((title) => plainSpelling(title).split(' ')[0])));
  expect(asked?.noise).toEqual(NOISE);
});
