import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { type HolidayRow, holidaysByRule } from './vietnamese-holidays.ts';

/** Who keeps the calendar: the standing body of the whole programme, and its administrators. */
export const keepsCalendar = (actor: Actor): boolean =>
  actor.grants.some(({ role, reach }) => (role === 'standing' || role === 'admin') && reach === 'all');

const NOT_KEEPER: Reason = {
  rule: 'wrong_role',
  sentence: 'Lịch ngày nghỉ do cơ quan thường trực hoặc quản trị viên (phạm vi toàn chương trình) giữ.',
};

/** A day as it stands on record. */
export interface KeptHoliday extends HolidayRow {
  version: number;
}

/** The days of a year that differ from their weekday, in order. */
export async function holidaysOf(db: Reader, year: number): Promise<KeptHoliday[]> {
  const rows = await db
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'source', 'version'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind === 'work' ? 'work' : 'off' }));
}

const written = (day: Day): string => day.split('-').reverse().join('/');
const inWords = (row: HolidayRow | undefined) => ({
  Ngày: row ? written(row.day) : null,
  Loại: row ? (row.kind === 'off' ? 'nghỉ' : 'làm bù') : null,
  Tên: row?.name ?? null,
  'Căn cứ': row?.source ?? null,
});

/**
 * Puts a day on record: a new one (`version` null), or in the place of what was there when the form was opened. A new
 * one for a day that is on record already is refused under the field `day`.
 */
export function setHoliday(
  acting: Acting,
  { version, ...row }: HolidayRow & { version: number | null },
): Promise<Outcome<null>> {
  return keeping(acting, async (tx) => {
    const before = await keptOn(tx, row.day);
    if (version === null && before) {
      return invalid({ day: `Ngày này đã có trong lịch (${before.name}); hãy bấm Sửa ở dòng đó.` });
    }
    if (version !== null && !before) return notFound();
    if (before && before.version !== version) return stale(before.version);
    await write(tx, row);
    await record(tx, acting, {
      kind: 'holiday.set',
      thingId: numberOf(row.day),
      thingVersion: (before?.version ?? 0) + 1,
      before: inWords(before),
      after: inWords(row),
    });
    return done(null);
  });
}

/** Takes a day off the record: it is what its weekday is. */
export function removeHoliday(acting: Acting, day: Day): Promise<Outcome<null>> {
  return keeping(acting, async (tx) => {
    const before = await keptOn(tx, day);
    if (!before) return notFound();
    await tx.deleteFrom('holiday').where('day', '=', day).execute();
    await record(tx, acting, {
      kind: 'holiday.removed',
      thingId: numberOf(day),
      before: inWords(before),
      after: inWords(undefined),
    });
    return done(null);
  });
}

/** Days that the rule has and the record has not; what is on record is never changed by the rule. */
export const missingByRule = (kept: readonly HolidayRow[], year: number): HolidayRow[] =>
  holidaysByRule(year).filter(({ day }) => yearOf(day) === year && !kept.some((row) => row.day === day));

/** Adds what the rule proposes for a year and is not yet on record. */
export function addByRule(acting: Acting, year: number): Promise<Outcome<{ count: number }>> {
  return keeping(acting, async (tx) => {
    const missing = missingByRule(await holidaysOf(tx, year), year);
    for (const row of missing) await write(tx, row);
    await record(tx, acting, {
      kind: 'holiday.set',
      thingId: year,
      after: { Năm: year, 'Thêm theo quy tắc': missing.map(({ day, name }) => `${written(day)} ${name}`) },
    });
    return done({ count: missing.length });
  });
}

function keeping<T>(acting: Acting, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) =>
    keepsCalendar(acting.actor) ? work(tx) : refused(NOT_KEEPER),
  );
}

async function write(tx: Tx, { day, kind, name, source }: HolidayRow): Promise<void> {
  await tx
    .insertInto('holiday')
    .values({ day, kind, name, source })
    .onConflict((conflict) =>
      conflict.column('day').doUpdateSet((eb) => ({
        kind,
        name,
        source,
        version: eb('holiday.version', '+', 1),
      })),
    )
    .execute();
}

async function keptOn(tx: Tx, day: Day): Promise<KeptHoliday | undefined> {
  return (await holidaysOf(tx, yearOf(day))).find((row) => row.day === day);
}

const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** A day as a number, to be found in the audit: 2018-09-02 → 20180902. */
export const numberOf = (day: Day): number => Number(day.replaceAll('-', ''));
