import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../test/database.ts';
import { makeActor, makeOffice, makeProvince, type Province } from '../../test/factories.ts';
import type { Actor } from '../identity/actor.ts';
import { type OpenDb, openDb } from '../platform/db.ts';
import { findExemplars, MOST_SHOWN, type Nearness, searchQuery } from './find-exemplars.ts';
import { searchWords } from './words.ts';

let database: FreshDatabase;
let open: OpenDb;
let province: Province;
let standing: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  open = openDb(database.url);
  province = await makeProvince(open.db);
  standing = await makeActor(open.db, [['standing', province.standing, 'all']]);
  await person('Nguyễn Văn Toàn', 'khu 7, xã Hy Cương');
  await person('Nguyễn Văn Toản', 'khu 2, xã Hy Cương');
  await person('Nguyễn Văn Toan', 'xã Chu Hóa');
  await person('Trần Thị Hoà', 'xã Tiên Kiên', province.otherCommune.id);
  await person('Trần Thị Hoa', 'xã Nguyễn Toàn');
  await person('Lê An', 'xã Sơn Vi');
});
afterAll(async () => {
  await open.close();
  await database.drop();
});

async function person(name: string, place: string, officeId = province.commune.id) {
  const { id } = await open.db
    .insertInto('subject')
    .values({ kind: 'individual', full_name: name, place })
    .returning('id')
    .executeTakeFirstOrThrow();
  await open.db
    .insertInto('exemplar')
    .values({ subject_id: id, office_id: officeId, state: 'found', origin: 'office' })
    .execute();
}

const names = async (typed: string, actor = standing) =>
  (await findExemplars(open.db, actor, searchWords(typed))).rows.map((row) => row.fullName);

describe('the search', () => {
  test('finds names without marks and in any order of words', async () => {
    expect((await names('toan nguyen')).slice(0, 3).sort()).toEqual(
      ['Nguyễn Văn Toan', 'Nguyễn Văn Toàn', 'Nguyễn Văn Toản'].sort(),
    );
  });

  test('puts first what is written with the same marks', async () => {
    expect((await names('Toàn'))[0]).toBe('Nguyễn Văn Toàn');
    expect((await names('nguyễn toản'))[0]).toBe('Nguyễn Văn Toản');
    expect((await names('Trần Thị Hoa'))[0]).toBe('Trần Thị Hoa');
    for (const typed of ['Trần Thị Hoà', 'Trần Thị Hòa'])
      expect((await names(typed))[0]).toBe('Trần Thị Hoà');
  });

  test('puts those who bear the words in their name before those whose place does', async () => {
    const found = await names('nguyen toan');
    expect(found.at(-1)).toBe('Trần Thị Hoa');
    expect(found).toHaveLength(4);
  });

  test('narrows by the place', async () => {
    expect((await names('toan hy cuong')).sort()).toEqual(['Nguyễn Văn Toàn', 'Nguyễn Văn Toản']);
  });

  test('reads both tone placements and decomposed Unicode', async () => {
    for (const typed of ['Hòa', 'Hoà', 'Hoà'.normalize('NFD')])
      expect(await names(`Trần ${typed}`)).toContain('Trần Thị Hoà');
  });

  test('takes a word of two letters as a word or the beginning of one, not as any two letters', async () => {
    expect(await names('an')).toEqual(['Lê An']);
  });

  test('comes near when nobody bears the words', async () => {
    expect(await names('nguyen van toann')).toEqual([]);
    const near = await findExemplars(open.db, standing, searchWords('nguyen van toann'), 'near');
    expect(near.rows.map((row) => row.fullName)).toContain('Nguyễn Văn Toàn');
  });

  test('shows nobody what lies outside their reach', async () => {
    const unit = await makeActor(open.db, [['unit', province.otherCommune, 'own']]);
    expect(await names('nguyen toan', unit)).toEqual([]);
    expect(await names('tran', unit)).toEqual(['Trần Thị Hoà']);
  });

  test('finds nothing for signs', async () => {
    for (const typed of ['%', '_%_', '\\', "' OR 1=1"]) expect((await names(typed)).length).toBeLessThan(2);
    expect(await findExemplars(open.db, standing, searchWords('%%'))).toEqual({ rows: [], count: 0 });
  });
});

describe('among twenty thousand', () => {
  beforeAll(async () => {
    const far = await makeOffice(open.db, province.district, { name: 'Xã Đông Người' });
    await sql`WITH made AS (
        INSERT INTO subject (kind, full_name, place)
        SELECT 'individual', 'Nguyễn ' || (ARRAY['Văn','Thị','Hữu','Đức'])[1 + n % 4] || ' ' ||
          (ARRAY['Bình','Cường','Dũng','Giang','Hạnh','Khánh','Lan','Mạnh','Nga','Phúc'])[1 + n % 10] || chr(97 + n % 26),
          'khu ' || n % 20 || ', xã Mẫu' FROM generate_series(1, 22000) AS n RETURNING id)
      INSERT INTO exemplar (subject_id, office_id, state, origin)
      SELECT id, ${far.id}, 'found', 'office' FROM made`.execute(open.db);
    await sql`ANALYZE subject, exemplar`.execute(open.db);
  });

  const planOf = async (typed: string, nearness: Nearness) => {
    return JSON.stringify(await searchQuery(open.db, standing, searchWords(typed), nearness).explain());
  };

  test('a search is served by the trigram index, the near one too', async () => {
    expect(await planOf('toàn hy cương', 'every')).toContain('subject_search_trgm');
    expect(await planOf('hoaa tran', 'near')).toContain('subject_search_trgm');
  });

  test('a broad search says that there are more than it counted, and shows the best', async () => {
    const found = await findExemplars(open.db, standing, searchWords('nguyen'));
    expect(found.count).toBeNull();
    expect(found.rows).toHaveLength(MOST_SHOWN);
  });

  test('the only one written with these marks is found among thousands written with others', async () => {
    await person('Lò Thị Nguyển', 'bản Xa');
    expect((await names('Nguyển'))[0]).toBe('Lò Thị Nguyển');
  });

  test('those who bear the word in the name are not lost among those whose place does', async () => {
    await person('Hà Thị Mẫu', 'bản Xa');
    expect((await names('mau'))[0]).toBe('Hà Thị Mẫu');
  });

  test('is quick, broad or narrow', async () => {
    for (const typed of ['nguyen', 'toàn hy cương', 'an', 'nguyen van binh', 'Nguyển', 'xã', 'khong ai ca']) {
      const start = performance.now();
      await findExemplars(open.db, standing, searchWords(typed));
      expect(performance.now() - start, typed).toBeLessThan(400);
    }
  });
});
