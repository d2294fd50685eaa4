import { sql } from 'kysely';
import { DECISION_NAMES, type Decision } from '../choosing/rules.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { formatDate } from '../ui/format.ts';
import { insertNotices } from './give.ts';
import { whoIsReminded } from './people.ts';

/** A decision that was taken on a file of an office. */
interface DecisionTaken {
  stepId: number;
  exemplarId: number;
  action: Decision;
  onDay: Day;
  /** With the name of the one taken out: this goes out by mail. */
  reason: string | null;
  fieldName: string | null;
  officeId: number;
  officeName: string;
  by: number | null;
}

/**
 * Tells the people of each office what was decided on the files that it proposed, and why, of decisions recorded from a
 * day on; each once, so it may be called at every hour.
 */
export async function decisionNotices(tx: Tx, from: Day, day: Day, clock: Clock): Promise<number> {
  const taken = await decisionsTaken(tx, from, day);
  if (taken.length === 0) return 0;
  const people = await whoIsReminded(tx, day);
  const notices = taken.flatMap((one) =>
    people
      .filter(({ officeIds, accountId }) => officeIds.includes(one.officeId) && accountId !== one.by)
      .map(({ accountId }) => ({
        account_id: accountId,
        kind: 'decided' as const,
        sentence: sentenceOf(one),
        href: `/dien-hinh/${one.exemplarId}#quyet-dinh`,
        duty_item_id: null,
        thing: `decision:${one.stepId}`,
        on_day: day,
        created_at: clock.now(),
      })),
  );
  return insertNotices(tx, notices);
}

const MOST_LETTERS = 300;

function sentenceOf({ action, onDay, reason, fieldName, officeName }: DecisionTaken): string {
  const field = fieldName ? `, lĩnh vực ${fieldName}` : '';
  const what = `Quyết định ngày ${formatDate(onDay)} về hồ sơ của ${officeName}${field}: ${DECISION_NAMES[action].toLocaleLowerCase('vi')}.`;
  if (!reason) return what;
  const shown = reason.length > MOST_LETTERS ? `${reason.slice(0, MOST_LETTERS - 1)}…` : reason;
  return `${what} Lý do: ${shown}`;
}

/** The day on which it was recorded counts: the day of the decision may be long before. */
async function decisionsTaken(db: Reader, from: Day, day: Day): Promise<DecisionTaken[]> {
  const { rows } = await sql<DecisionTaken>`
    SELECT s.id AS "stepId", e.id AS "exemplarId", s.action, s.on_day AS "onDay",
      replace(s.reason, e.full_name, 'điển hình này') AS reason, f.name AS "fieldName",
      o.id AS "officeId", o.name AS "officeName", s.account_id AS by
    FROM exemplar_step s JOIN exemplar e ON e.id = s.exemplar_id JOIN office o ON o.id = e.office_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    WHERE s.action IN ('choose', 'wait', 'decline')
      AND s.at >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
      AND s.at < (${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    ORDER BY s.id LIMIT 10000`.execute(db);
  return rows;
}
