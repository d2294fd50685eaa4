import { addDays } from '../calendar/days.ts';
import type { Clock, Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { isNoticeKind, NOTICE_KINDS, NOTICE_NAMES, type NoticeKind } from './notice-kinds.ts';

export interface DigestNotice {
  kind: NoticeKind;
  sentence: string;
  href: string;
}

export interface Digest {
  subject: string;
  /** Lines of text; an address in it is a path, which the sender makes whole. */
  body: string;
}

/** Stands in the text for the address of the program, which is known only where the mail is sent. */
export const ADDRESS = '{{dia_chi}}';

/** So many of a kind are written out; a letter of 277 late communes is read by nobody. */
const MOST_LINES = 15;

/** All notices of one person and day as one letter: late things first, each with where it is done. Pure. */
export function digestOf(name: string, day: Day, notices: readonly DigestNotice[]): Digest {
  const groups = NOTICE_KINDS.toSorted((one, other) => URGENCY.indexOf(one) - URGENCY.indexOf(other))
    .map((kind) => ({ kind, own: notices.filter((notice) => notice.kind === kind) }))
    .filter(({ own }) => own.length > 0);
  const lines = groups.flatMap(({ kind, own }) => [
    '',
    `${NOTICE_NAMES[kind].toLocaleUpperCase('vi')} (${formatCount(own.length)})`,
    ...own.slice(0, MOST_LINES).flatMap(({ sentence, href }) => [`- ${sentence}`, `  ${ADDRESS}${href}`]),
    ...(own.length > MOST_LINES
      ? [`- và ${formatCount(own.length - MOST_LINES)} việc khác: ${ADDRESS}/thong-bao`]
      : []),
  ]);
  return {
    subject: `Gương Sáng: ${formatCount(notices.length)} việc ngày ${formatDate(day)}`,
    body: [
      `Kính gửi ${name},`,
      ...lines,
      '',
      `Đổi cách nhận thư: ${ADDRESS}/thong-bao/cai-dat`,
      'Thư do hệ thống gửi, mỗi ngày nhiều nhất một thư; xin không trả lời.',
    ].join('\n'),
  };
}

const URGENCY: readonly NoticeKind[] = [
  'overdue',
  'due_today',
  'returned',
  'reminder',
  'voice',
  'opinion',
  'question',
  'lead',
  'answered',
  'decided',
  'due_soon',
  'arrived',
  'overdue_below',
];

/** Older notices stand in the program; a letter that begins with last month's is read by nobody. */
const DAYS_BACK = 3;

/** What is unread and was in no letter yet, of those who have an address and had no letter on this day. */
const unsent = (tx: Tx, day: Day) =>
  tx
    .selectFrom('notice as n')
    .innerJoin('account as a', 'a.id', 'n.account_id')
    .leftJoin('notice_preference as p', 'p.account_id', 'a.id')
    .select(['a.id', 'a.display_name as name', 'a.email', 'n.id as noticeId'])
    .select(['n.kind', 'n.sentence', 'n.href', 'p.by_email as byEmail', 'p.without'])
    .where('n.on_day', '<=', day)
    .where('n.on_day', '>', addDays(day, -DAYS_BACK))
    .where('n.read_at', 'is', null)
    .where('a.active', '=', true)
    .where('a.email', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('mail as m')
            .select('m.id')
            .whereRef('m.account_id', '=', 'a.id')
            .where((eb) => eb.or([eb('m.on_day', '=', day), eb('m.until_notice_id', '>=', eb.ref('n.id'))])),
        ),
      ),
    )
    .orderBy('a.id')
    .orderBy('n.id')
    .execute();

/**
 * Lays one digest a person into the outbox: of those who have an address and want mail, with the kinds they want, and
 * with all that was told since their last letter. Who has had one on this day gets no second. Answers how many were laid.
 */
export async function writeDigests(tx: Tx, day: Day, clock: Clock): Promise<number> {
  const wanted = (await unsent(tx, day)).filter(
    ({ byEmail, without, kind }) => byEmail !== false && !(without ?? []).includes(kind),
  );
  const people = new Map<number, typeof wanted>();
  for (const row of wanted) people.set(row.id, [...(people.get(row.id) ?? []), row]);
  for (const [accountId, own] of people) {
    const [first] = own;
    if (!first?.email) continue;
    const notices = own.flatMap(({ kind, sentence, href }) =>
      isNoticeKind(kind) ? [{ kind, sentence, href }] : [],
    );
    await tx
      .insertInto('mail')
      .values({
        account_id: accountId,
        on_day: day,
        to_address: first.email,
        ...digestOf(first.name, day, notices),
        until_notice_id: own.at(-1)?.noticeId ?? null,
        created_at: clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return people.size;
}
