import { writeXlsx } from 'hucre/xlsx';
import type { Acting } from '../../identity/actor.ts';
import { exemplarTarget } from '../../imports/exemplar-target.ts';
import { matchAsProposed } from '../../imports/match-as-proposed.ts';
import { openBatch } from '../../imports/open-batch.ts';
import { readListFile } from '../../imports/read-file.ts';
import { applyBatch, undoBatch } from '../../imports/steps.ts';
import { SettableClock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db.ts';
import type { Outcome } from '../../platform/outcome.ts';
import type { Filled } from './fill.ts';
import { type Goal, queryFloor } from './goals.ts';

export const IMPORT_ROWS = 20_000;
/** From the upload to the last row written. */
const WITHIN_MS = 10_000;
const TODAY = '2018-11-15';

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Phùng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hà', 'Đinh'];
const MIDDLES = ['Văn', 'Thị', 'Đức', 'Thu', 'Minh', 'Ngọc', 'Xuân', 'Quang', 'Kim', 'Hữu'];
const GIVEN = [
  'An',
  'Bình',
  'Cường',
  'Dung',
  'Giang',
  'Hà',
  'Hòa',
  'Hưng',
  'Khánh',
  'Lan',
  'Linh',
  'Mai',
  'Nam',
];

const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';

/** A list of people as a province would send it: two lines of head, places, words, figures and days. */
function listOf(rows: number, offices: readonly string[]): Promise<Uint8Array> {
  const data = Array.from({ length: rows }, (_, n) => [
    n + 1,
    `${of(FAMILIES, n * 7)} ${of(MIDDLES, n * 3 + (n >> 5))} ${of(GIVEN, n + (n >> 4))}`,
    1950 + (n % 50),
    `Khu ${1 + (n % 17)}, ${of(offices, n * 5)}`,
    of(offices, n * 5),
    `Vận động ${n % 40} hộ hiến đất làm đường, đóng góp nhiều ngày công trong xây dựng nông thôn mới.`,
    200 + (n % 900),
    `${String(1 + (n % 28)).padStart(2, '0')}/0${1 + (n % 9)}/2018`,
  ]);
  const head = [
    'STT',
    'Họ và tên',
    'Năm sinh',
    'Địa chỉ',
    'Đơn vị',
    'Thành tích',
    'Diện tích (m2)',
    'Ngày phát hiện',
  ];
  return writeXlsx({ sheets: [{ name: 'Danh sách', rows: [['DANH SÁCH ĐIỂN HÌNH'], [], head, ...data] }] });
}

/** 20,000 rows of one Excel file among the exemplars of the bench: how long each part takes, all of them, and undoing it. */
export async function importGoals(db: Db, filled: Filled, rows = IMPORT_ROWS): Promise<Goal[]> {
  const acting = await somebody(db, filled);
  const offices = await db
    .selectFrom('office')
    .select('name')
    .where('kind_id', '=', 'c')
    .orderBy('id')
    .execute();
  const bytes = await listOf(rows, [...new Set(offices.map(({ name }) => name))]);
  const marks: [what: string, at: number][] = [['', performance.now()]];
  const mark = (what: string) => marks.push([what, performance.now()]);

  const read = await readListFile('danh-sach.xlsx', bytes);
  if (!read.ok) throw new Error(read.sentence);
  const officeId = acting.actor.grants[0]?.officeId ?? 0;
  const list = { target: exemplarTarget.key, officeId, list: read.list, name: 'danh-sach.xlsx' };
  const { id } = must(await openBatch(acting, { ...list, again: true }));
  mark('đọc');
  must(await matchAsProposed(acting, id));
  mark('xem trước');
  must(await applyBatch(acting, { id, version: null }));
  mark('ghi');
  must(await undoBatch(acting, { id, version: null, reason: 'đo' }));
  mark('hoàn tác');

  const name = `nhập ${rows.toLocaleString('vi-VN')} dòng Excel`;
  const took = marks.slice(1).map(([what, at], n) => ({ what, ms: at - (marks[n]?.[1] ?? at) }));
  const all = took.slice(0, -1).reduce((sum, { ms }) => sum + ms, 0);
  const floor = await queryFloor(db);
  return [...took, { what: 'cả việc, không kể hoàn tác', ms: all }].map(({ what, ms }) => ({
    name: `${name}: ${what}`,
    times: [ms],
    withinMs: WITHIN_MS,
    floor,
  }));
}

async function somebody(db: Db, { accountId }: Filled): Promise<Acting> {
  const grants = await db
    .selectFrom('account_grant as g')
    .innerJoin('office as o', 'o.id', 'g.office_id')
    .select(['g.role', 'g.reach', 'o.id as officeId', 'o.name as officeName'])
    .where('g.account_id', '=', accountId)
    .execute();
  return {
    db,
    clock: new SettableClock(TODAY),
    actor: { accountId, displayName: 'Đo', grants: grants as Acting['actor']['grants'] },
    ip: null,
    requestKey: null,
  };
}

/** @throws Error when a step is refused: the bench measures work, not refusals */
function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`The import of the bench was refused: ${JSON.stringify(outcome.refusal)}`);
}
