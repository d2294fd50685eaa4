import { renderXlsx } from '../papers/xlsx.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { officePage } from '../web/page.tsx';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { decidesOverAll } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import { officeChoices } from './list-choices.ts';
import { readFilter, readPlace } from './list-filter.ts';
import { chipsOf, SubjectListPage } from './list-page.tsx';
import { countMatching, type ListRow, listForExport, listPage } from './list-query.ts';

export const subjectListRoutes: Route[] = [
  get('/chu-the', 'signed_in', showList),
  get('/chu-the/xuat.xlsx', 'signed_in', exportList),
];

async function showList(visit: Visit): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const query = visit.req.queries();
  const filter = readFilter(query);
  const [page, count, offices] = await Promise.all([
    listPage(db, actor, filter, readPlace(query)),
    countMatching(db, actor, filter),
    officeChoices(db, actor, filter.officeId),
  ]);
  const mayCompare = decidesOverAll(actor);
  return officePage(visit, {
    title: 'Chủ thể',
    children: (
      <SubjectListPage page={page} count={count} filter={filter} offices={offices} mayCompare={mayCompare} />
    ),
  });
}

/** More rows than this are for a report, not for a list that somebody goes through. */
const MOST_ROWS = 10_000;

const COLUMNS = [
  { label: 'Số' },
  { label: 'Tên' },
  { label: 'Tên khác' },
  { label: 'Loại' },
  { label: 'Năm sinh' },
  { label: 'Nơi ở, địa chỉ' },
  { label: 'Đơn vị' },
  { label: 'Số hồ sơ', kind: 'number' as const },
  { label: 'Khen thưởng của chương trình', kind: 'number' as const },
  { label: 'Khen thưởng đã có từ trước', kind: 'number' as const },
];

/** The list as it is filtered and sorted on the screen, as a workbook; it says by what it is filtered. */
async function exportList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readFilter(visit.req.queries());
  const [found, offices] = await Promise.all([
    listForExport(db, actor, filter, MOST_ROWS + 1),
    officeChoices(db, actor, filter.officeId),
  ]);
  const filters = chipsOf('', filter, offices).map(({ label }) => label);
  const note = [
    `Xuất ngày ${formatDate(today)} trong phạm vi của ${actor.displayName}.`,
    filters.length > 0 ? `Lọc theo: ${filters.join('; ')}.` : '',
    found.length > MOST_ROWS
      ? `Chỉ có ${formatCount(MOST_ROWS)} dòng đầu của danh sách: hãy lọc bớt để xuất đủ.`
      : '',
  ];
  const title = 'Danh sách chủ thể';
  const rows = found.slice(0, MOST_ROWS).map(toCells);
  const sheet = { name: 'Chủ thể', title, columns: COLUMNS, rows, note: note.filter(Boolean).join(' ') };
  const bytes = await renderXlsx({ title, sheets: [sheet] });
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="chu-the-${today}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
}

const toCells = (row: ListRow) => [
  row.id,
  row.isSample ? `${row.fullName} (mẫu)` : row.fullName,
  row.aliases.join('; ') || null,
  SUBJECT_KIND_NAMES[row.kind],
  row.birthYear === null ? null : String(row.birthYear),
  row.place,
  row.offices.join('; '),
  row.fileCount,
  row.awardCount,
  row.pastAwardCount,
];
