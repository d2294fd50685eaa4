import { type SqlBool, sql } from 'kysely';
import { deskOffices } from '../desks/reach.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { holdsAny, holdsOver } from './holds-over.ts';
import { type Capped, SHOWN } from './my-work-queries.ts';

/** Something of citizens that waits for somebody, with the page where it is dealt with. */
export interface VoiceForMe {
  href: string;
  /** Whom it is about. */
  about: string;
  officeName: string;
  /** What waits: 'mới nhận', a question, an objection. */
  what: string;
  since: Day;
  /** Nobody has touched it for too long, or the day for an answer has passed. */
  late: boolean;
}

const WORKERS = ['unit', 'standing'] as const;
const KEEPERS = ['unit', 'lead', 'standing'] as const;

const workerOf = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => (WORKERS as readonly string[]).includes(role)),
});

/** What citizens proposed to the offices of the actor, the longest untouched first; late by the office's own days. */
export async function leadsForMe(db: Reader, actor: Actor, today: Day): Promise<Capped<VoiceForMe>> {
  if (!holdsAny(actor, WORKERS)) return NOTHING;
  const { rows } = await sql<VoiceForMe & { total: number }>`
    SELECT '/loi-gioi-thieu/' || l.id AS href, l.full_name AS about, o.name AS "officeName",
      CASE l.state WHEN 'received' THEN 'lời giới thiệu mới nhận' ELSE 'đã xác minh, chờ lập hồ sơ hoặc trả lời' END AS what,
      l.moved_on AS since, count(*) OVER () AS total,
      l.moved_on < ${today}::date - coalesce((SELECT (value ->> 'late')::int FROM setting WHERE key = 'lead_days'), 0) AS late
    FROM lead l JOIN office o ON o.id = l.office_id
    WHERE l.state IN ('received', 'verified') AND ${withinReach(workerOf(actor), sql.ref('l.office_id'), null)}
    ORDER BY l.moved_on, l.id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

/** What the offices of the actor were asked about a lead or an exemplar and have not answered, the first due first. */
export async function questionsForMe(db: Reader, actor: Actor, today: Day): Promise<Capped<VoiceForMe>> {
  const offices = deskOffices(actor);
  if (offices.length === 0) return NOTHING;
  const { rows } = await sql<VoiceForMe & { total: number }>`
    SELECT '/cau-hoi/' || q.id AS href, coalesce(l.full_name, e.full_name) AS about, o.name AS "officeName",
      left(q.question, 300) AS what, q.asked_on AS since, q.due_on < ${today}::date AS late, count(*) OVER () AS total
    FROM lead_question q JOIN office o ON o.id = q.office_id
    LEFT JOIN lead l ON l.id = q.lead_id LEFT JOIN exemplar e ON e.id = q.exemplar_id
    WHERE q.answered_on IS NULL AND q.office_id = ANY (${offices}::bigint[])
    ORDER BY q.due_on, q.id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

/** What subjects object to or want corrected in the files that the actor keeps, the oldest first. */
export async function voicesForMe(db: Reader, actor: Actor): Promise<Capped<VoiceForMe>> {
  if (!holdsAny(actor, KEEPERS)) return NOTHING;
  const over = sql<SqlBool>`${holdsOver(actor, KEEPERS)}`;
  const { rows } = await sql<VoiceForMe & { total: number }>`
    WITH voice AS (
      SELECT exemplar_id, 'không đồng ý: ' || left(words, 250) AS what, made_on, id FROM objection WHERE answered_on IS NULL
      UNION ALL
      SELECT exemplar_id, 'đề nghị sửa thông tin', made_on, id FROM correction WHERE state = 'open'
    )
    SELECT '/dien-hinh/' || e.id || '#tieng-noi' AS href, e.full_name AS about, o.name AS "officeName",
      v.what, v.made_on AS since, false AS late, count(*) OVER () AS total
    FROM voice v JOIN exemplar e ON e.id = v.exemplar_id JOIN office o ON o.id = e.office_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE ${over} ORDER BY v.made_on, e.id, v.id LIMIT ${SHOWN}`.execute(db);
  return capped(rows);
}

const NOTHING: Capped<never> = { items: [], total: 0 };

function capped(rows: readonly (VoiceForMe & { total: number })[]): Capped<VoiceForMe> {
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}
