import { desksOf, type Stay } from '../desks/stay.ts';
import { renderXlsx } from '../papers/xlsx.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { assistedInWordsOf } from './assisted.ts';
import { listChoices } from './list-choices.ts';
import { readFilter } from './list-filter.ts';
import { chipsOf } from './list-filters.tsx';
import { type ListRow, listForExport } from './list-query.ts';
import { LEVEL_NAMES } from './show-words.ts';
import { exemplarWorkflow } from './workflow.ts';

/** More rows than this are for a report, not for a list that somebody goes through. */
const MOST_ROWS = 10_000;

const COLUMNS = [
  { label: 'Số hồ sơ' },
  { label: 'Tên' },
  { label: 'Loại' },
  { label: 'Tiêu đề' },
  { label: 'Lĩnh vực' },
  { label: 'Đơn vị' },
  { label: 'Trạng thái' },
  { label: 'Cấp công nhận' },
  { label: 'Ngày phát hiện', kind: 'date' as const },
  { label: 'Đang ở bàn của' },
  { label: 'Từ ngày', kind: 'date' as const },
  { label: 'Hạn', kind: 'date' as const },
  { label: 'Còn chờ' },
  { label: 'Ghi hộ' },
];

/** The list as it is filtered and sorted on the screen, as a workbook; it says by what it is filtered. */
export async function exportList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readFilter(visit.req.queries());
  const [found, choices] = await Promise.all([
    listForExport(db, actor, filter, today, MOST_ROWS + 1),
    listChoices(db, actor, filter, today),
  ]);
  const ids = found.map(({ id }) => id);
  const [desks, assisted] = await Promise.all([desksOf(db, 'exemplar', ids), assistedInWordsOf(db, ids)]);
  const cut = found.length > MOST_ROWS;
  const filters = chipsOf('', filter, choices).map((chip) => chip.label);
  const note = [
    `Xuất ngày ${formatDate(today)} trong phạm vi của ${actor.displayName}.`,
    filters.length > 0 ? `Lọc theo: ${filters.join('; ')}.` : '',
    cut ? `Chỉ có ${formatCount(MOST_ROWS)} dòng đầu của danh sách: hãy lọc bớt để xuất đủ.` : '',
  ];
  const bytes = await renderXlsx({
    title: 'Danh sách điển hình',
    sheets: [
      {
        name: 'Điển hình',
        title: 'Danh sách điển hình',
        columns: COLUMNS,
        rows: found.slice(0, MOST_ROWS).map((row) => toCells(row, desks.get(row.id), assisted.get(row.id))),
        note: note.filter(Boolean).join(' '),
      },
    ],
  });
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="dien-hinh-${today}.xlsx"`,
      'cache-control': 'private, no-store',
    },
  });
}

const toCells = (row: ListRow, stay: Stay | undefined, assisted: string | undefined) => [
  row.id,
  row.isSample ? `${row.fullName} (mẫu)` : row.fullName,
  SUBJECT_KIND_NAMES[row.kind],
  row.title,
  row.fieldName ?? row.fieldHint,
  row.officeName,
  exemplarWorkflow.states[row.state].name,
  row.level ? LEVEL_NAMES[row.level] : null,
  row.foundOn,
  stay?.officeName ?? null,
  stay?.since ?? null,
  stay?.dueOn ?? null,
  stay?.waitsFor ?? null,
  assisted ?? null,
];
