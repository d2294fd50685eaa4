import { sql } from 'kysely';
import type { Clock, Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import { insertNotices } from './give.ts';
import { whoIsReminded } from './people.ts';
import type { ReminderPerson } from './reminder-rules.ts';

type Said = 'new_lead' | 'withdrawn' | 'asked' | 'answered' | 'added' | 'objection' | 'correction';

/** Something that a citizen, an asked office or the person named in a file said, and that concerns an office. */
interface Happening {
  said: Said;
  /** What it is about: a lead or a file. */
  about: 'lead' | 'exemplar';
  day: Day;
  /** Until when a question waits. */
  dueOn: Day | null;
  href: string;
  /** The office that the lead or the file lies with, from the root down; of a question the one that is asked. */
  officePath: number[];
  /** The office that the thing lies with; never a person, for this goes out by mail. */
  officeName: string;
  /** Decides on the file now, so hears of its subject as well. */
  leadOfficeId: number | null;
  /** Who asked is told the answer, wherever they sit. */
  askedBy: number | null;
  /** Whoever did it knows. */
  by: number | null;
  thing: string;
}

const KINDS = {
  ...{ new_lead: 'lead', withdrawn: 'lead', asked: 'question', answered: 'answered', added: 'answered' },
  ...{ objection: 'voice', correction: 'voice' },
} as const satisfies Record<Said, 'lead' | 'question' | 'answered' | 'voice'>;

/**
 * Tells of leads, questions, answers and what people named in files say, from a day on; each thing once to each person, so
 * it may be called at every hour. Neither names nor words nor how somebody may be reached stand in it.
 */
export async function voiceNotices(tx: Tx, from: Day, day: Day, clock: Clock): Promise<number> {
  const happened = await happenings(tx, from, day);
  if (happened.length === 0) return 0;
  const people = await whoIsReminded(tx, day);
  const notices = happened.flatMap((one) =>
    whoIsTold(one, people).map((accountId) => ({
      account_id: accountId,
      kind: KINDS[one.said],
      sentence: sentenceOf(one),
      href: one.href,
      duty_item_id: null,
      thing: one.thing,
      on_day: day,
      created_at: clock.now(),
    })),
  );
  return insertNotices(tx, notices);
}

/**
 * The people of the office, or of the nearest above it where it has nobody; an asked office is asked itself. With them the
 * office that decides on the file, and whoever asked.
 */
function whoIsTold(one: Happening, people: readonly ReminderPerson[]): number[] {
  const at = (officeId: number) => people.filter(({ officeIds }) => officeIds.includes(officeId));
  const upwards = one.said === 'asked' ? one.officePath.slice(-1) : one.officePath.toReversed();
  const nearest = upwards.map(at).find((found) => found.length > 0) ?? [];
  const deciding = one.leadOfficeId === null ? [] : at(one.leadOfficeId);
  const asked = people.filter(({ accountId }) => accountId === one.askedBy);
  const told = new Set([...nearest, ...deciding, ...asked].map(({ accountId }) => accountId));
  return [...told].filter((accountId) => accountId !== one.by);
}

function sentenceOf({ said, about, day, dueOn, officeName }: Happening): string {
  const on = `ngày ${formatDate(day)}`;
  const thing = about === 'lead' ? `lời giới thiệu ở ${officeName}` : `hồ sơ của ${officeName}`;
  const until = dueOn ? `, hạn ${formatDate(dueOn)}` : '';
  const sentences: Record<Said, string> = {
    new_lead: `Lời giới thiệu mới ${on} ở ${officeName}: chờ xác minh.`,
    withdrawn: `Người giới thiệu đã rút lời giới thiệu ở ${officeName} ${on}.`,
    asked: `Được hỏi thêm ${on} về một hồ sơ, lời giới thiệu${until}.`,
    answered: `Có câu trả lời ${on} về ${thing}.`,
    added: `Người giới thiệu bổ sung ${on} vào ${thing}.`,
    objection: `Người có tên không đồng ý ${on} với ${thing}: chờ trả lời.`,
    correction: `Người có tên đề nghị sửa ${on} ${thing}: chờ trả lời.`,
  };
  return sentences[said];
}

/**
 * From one day to another, both included. What is held for rubbish is not told of; once it is let in it is new, whenever it
 * came. Corrections of one form are one thing.
 */
async function happenings(db: Reader, from: Day, day: Day): Promise<Happening[]> {
  const within = (column: string) => sql`${sql.ref(column)} BETWEEN ${from}::date AND ${day}::date`;
  const { rows } = await sql<Happening>`
    WITH happened AS (
      SELECT 'new_lead' AS said, l.id AS lead_id, NULL::bigint AS exemplar_id, l.moved_on AS day, NULL::date AS due_on,
        NULL::bigint AS asked_office, NULL::bigint AS asked_by, a.typed_by AS by, 'lead:' || l.id AS thing, NULL::bigint AS question
      FROM lead l LEFT JOIN assisted_entry a ON a.lead_id = l.id
      WHERE ${within('l.moved_on')} AND (l.state = 'received' OR l.state IN ('asked', 'verified') AND ${within('l.received_on')})
      UNION ALL
      SELECT 'withdrawn', l.id, NULL, l.moved_on, NULL, NULL, NULL, NULL, 'lead-withdrawn:' || l.id, NULL
      FROM lead l WHERE ${within('l.moved_on')} AND l.state = 'withdrawn' AND l.suspicions = '{}'
      UNION ALL
      SELECT 'asked', q.lead_id, q.exemplar_id, q.asked_on, q.due_on, q.office_id, NULL, q.asked_by, 'question:' || q.id, q.id
      FROM lead_question q WHERE ${within('q.asked_on')} AND q.answered_on IS NULL AND q.office_id IS NOT NULL
      UNION ALL
      SELECT 'answered', q.lead_id, q.exemplar_id, q.answered_on, NULL, NULL, q.asked_by, q.answered_by, 'answer:' || q.id, NULL
      FROM lead_question q WHERE ${within('q.answered_on')}
      UNION ALL
      SELECT 'added', m.lead_id, NULL, m.added_on, NULL, NULL, NULL, NULL, 'addition:' || m.id, NULL
      FROM lead_addition m JOIN lead l ON l.id = m.lead_id WHERE ${within('m.added_on')} AND l.state <> 'quarantined'
      UNION ALL
      SELECT 'objection', NULL, o.exemplar_id, o.made_on, NULL, NULL, NULL, NULL, 'objection:' || o.id, NULL
      FROM objection o WHERE ${within('o.made_on')} AND o.answered_on IS NULL
      UNION ALL
      SELECT DISTINCT 'correction', NULL::bigint, c.exemplar_id, c.made_on, NULL::date, NULL::bigint, NULL::bigint, NULL::bigint,
        'correction:' || c.exemplar_id || ':' || c.made_on, NULL::bigint
      FROM correction c WHERE ${within('c.made_on')} AND c.state = 'open'
    )
    SELECT h.said, CASE WHEN h.lead_id IS NULL THEN 'exemplar' ELSE 'lead' END AS about, h.day, h.due_on AS "dueOn",
      CASE WHEN h.question IS NOT NULL THEN '/cau-hoi/' || h.question
        WHEN h.lead_id IS NOT NULL THEN '/loi-gioi-thieu/' || h.lead_id
        ELSE '/dien-hinh/' || h.exemplar_id || CASE h.said WHEN 'answered' THEN '#xac-minh-nguon' ELSE '#tieng-noi' END
      END AS href,
      o.path AS "officePath", o.name AS "officeName",
      CASE WHEN h.said IN ('objection', 'correction') AND e.state IN ('proposed', 'waiting') THEN f.lead_office_id END
        AS "leadOfficeId",
      h.asked_by AS "askedBy", h.by, h.thing
    FROM happened h
    LEFT JOIN lead l ON l.id = h.lead_id LEFT JOIN exemplar e ON e.id = h.exemplar_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    JOIN office o ON o.id = coalesce(h.asked_office, l.office_id, e.office_id)
    ORDER BY h.day, h.thing LIMIT 10000`.execute(db);
  return rows;
}
