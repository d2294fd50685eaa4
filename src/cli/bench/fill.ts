import { sql } from 'kysely';
import type { Db } from '../../platform/db.ts';
import { fillChoosing } from './fill-choosing.ts';
import { fillDuties } from './fill-duties.ts';

export interface Filled {
  /** Somebody of the standing body who sees everything. */
  accountId: number;
  /** Complete records in state found, ready to be proposed, one for each request of the bench. */
  proposable: number[];
  someExemplarId: number;
  planId: number;
  /** A field of the plan with sixty candidates. */
  fieldId: number;
}

/**
 * Fills an empty, migrated database with a province of 300 offices and as many exemplars as asked, over all
 * states and fields, by SQL: names are made from lists, so that search has something to tell apart.
 */
export const fillForBench = (db: Db, exemplars: number, proposable: number): Promise<Filled> =>
  db.connection().execute(async (alone) => {
    // as much at once as no page ever asks for
    await sql`SET statement_timeout = 0`.execute(alone);
    try {
      return await fill(alone, exemplars, proposable);
    } finally {
      await sql`RESET statement_timeout`.execute(alone);
    }
  });

async function fill(db: Db, exemplars: number, proposable: number): Promise<Filled> {
  await sql`
    INSERT INTO office_kind (id, name, ord) VALUES ('p', 'tỉnh', 1), ('d', 'huyện', 2), ('c', 'xã', 3)`.execute(
    db,
  );
  await sql`INSERT INTO office (kind_id, name) VALUES ('p', 'UBND tỉnh Đo')`.execute(db);
  await sql`
    INSERT INTO office (kind_id, name, parent_id)
    SELECT 'd', 'Huyện ' || n, (SELECT id FROM office WHERE kind_id = 'p') FROM generate_series(1, 13) n`.execute(
    db,
  );
  await sql`
    INSERT INTO office (kind_id, name, parent_id)
    SELECT 'c', 'Xã ' || n, d.id
    FROM generate_series(1, 286) n
    JOIN LATERAL (SELECT id FROM office WHERE name = 'Huyện ' || (n % 13 + 1)) d ON true`.execute(db);
  await sql`
    INSERT INTO plan (number, kind, title, issuer_name, issued_on, period_from, period_to, state)
    VALUES ('1/KH-UBND', 'Kế hoạch', 'Đo', 'UBND tỉnh Đo', '2016-05-10', '2016-01-01', '2030-12-31', 'in_force')`.execute(
    db,
  );
  await sql`
    INSERT INTO pilot_field (plan_id, ord, name, lead_office_id, subject_kinds)
    SELECT p.id, n, 'Lĩnh vực ' || n, (SELECT id FROM office WHERE kind_id = 'p'),
      '{individual,collective,household}' FROM plan p, generate_series(1, 6) n`.execute(db);
  await fillSubjects(db, exemplars);
  await fillExemplars(db);
  await fillHonours(db);
  const planId = (await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()).id;
  await fillDuties(db, planId);
  const fieldId = await fillChoosing(db, planId);
  await sql`VACUUM ANALYZE`.execute(db);
  return {
    accountId: await makeAccount(db),
    proposable: await makeProposable(db, proposable),
    someExemplarId: await middleId(db),
    planId,
    fieldId,
  };
}

async function fillSubjects(db: Db, count: number): Promise<void> {
  await sql`
    INSERT INTO subject (kind, full_name, place)
    SELECT (ARRAY['individual','collective','household'])[n % 3 + 1],
      (ARRAY['Nguyễn','Trần','Lê','Phạm','Hoàng','Vũ','Đặng','Bùi','Đỗ','Hà'])[n % 10 + 1] || ' ' ||
      (ARRAY['Văn','Thị','Đức','Ngọc','Minh','Quang','Xuân'])[n / 10 % 7 + 1] || ' ' ||
      (ARRAY['An','Bình','Chiến','Dũng','Đô','Giang','Hòa','Hương','Khánh','Lan','Mai','Nga','Oanh','Phúc',
        'Quý','Sơn','Thuỷ','Tú','Uyên','Vân','Yến'])[n / 70 % 21 + 1] || ' ' ||
      (ARRAY['Anh','Bảo','Châu','Diệp','Hải','Long','Nhung','Thảo','Trang'])[n / 1470 % 9 + 1],
      'khu ' || (n % 12)
    FROM generate_series(1, ${count}::int) n`.execute(db);
}

async function fillExemplars(db: Db): Promise<void> {
  await sql`
    INSERT INTO exemplar (plan_id, field_id, subject_id, office_id, state, level, breadth, title, statement, origin,
      found_on, is_sample)
    SELECT (SELECT id FROM plan), 1 + s.id % 6, s.id, 15 + s.id % 286,
      (ARRAY['found','proposed','returned','waiting','nurtured','nurtured','nurtured','recognised','honoured','declined'])[s.id % 10 + 1],
      CASE WHEN s.id % 10 IN (7, 8) THEN 'province' END,
      'aspect', 'Điển hình ' || s.id, 'Cách làm ' || s.id, 'office', '2017-01-01'::date + (s.id % 600)::int, true
    FROM subject s`.execute(db);
  await fillSteps(db);
  await sql`
    INSERT INTO achievement (exemplar_id, statement, measure, value, unit, year)
    SELECT e.id, 'Thu nhập tăng', 'thu nhập', e.id % 900, 'triệu đồng', 2017
    FROM exemplar e, generate_series(1, 2)`.execute(db);
}

/** The steps on which each came to where it is: a month between discovery and proposal, and so on. */
async function fillSteps(db: Db): Promise<void> {
  await sql`
    INSERT INTO exemplar_step (exemplar_id, action, to_state, on_day)
    SELECT e.id, way.action, way.to_state, e.found_on + way.days
    FROM exemplar e JOIN (VALUES
      (1, 'record', 'found', 0, '{found,proposed,returned,waiting,nurtured,recognised,honoured,declined}'),
      (2, 'propose', 'proposed', 30, '{proposed,returned,waiting,nurtured,recognised,honoured,declined}'),
      (3, 'refuse', 'returned', 45, '{returned}'), (3, 'wait', 'waiting', 60, '{waiting}'),
      (3, 'decline', 'declined', 60, '{declined}'), (3, 'choose', 'nurtured', 60, '{nurtured,recognised,honoured}'),
      (4, 'recognise', 'recognised', 200, '{recognised,honoured}'), (5, 'honour', 'honoured', 400, '{honoured}'))
      AS way (ord, action, to_state, days, ends) ON e.state = ANY (way.ends::text[])
    ORDER BY e.id, way.ord`.execute(db);
}

async function fillHonours(db: Db): Promise<void> {
  await sql`
    INSERT INTO honour (exemplar_id, honoured_on, occasion, level)
    SELECT id, '2018-10-01', 'Hội nghị', 'province' FROM exemplar WHERE state = 'honoured'`.execute(db);
  await sql`
    INSERT INTO consent (exemplar_id, scope, given_on, how)
    SELECT id, scope, '2018-01-01', 'paper' FROM exemplar, unnest(ARRAY['registration','publication']) scope
    WHERE state = 'honoured'`.execute(db);
}

async function makeProposable(db: Db, count: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM exemplar WHERE state = 'found' ORDER BY id LIMIT ${count}`.execute(db);
  return rows.map((row) => row.id);
}

async function middleId(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM exemplar WHERE state = 'nurtured' ORDER BY id OFFSET 1000 LIMIT 1`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The bench needs more exemplars.');
  return id;
}

async function makeAccount(db: Db): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    WITH made AS (INSERT INTO account (username, display_name) VALUES ('nguoido', 'Người Đo') RETURNING id)
    INSERT INTO account_grant (account_id, role, office_id, reach)
    SELECT made.id, 'standing', office.id, 'all' FROM made, office WHERE kind_id = 'p'
    RETURNING account_id AS id`.execute(db);
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('The account of the bench was not made.');
  return id;
}
