import { periodInWords } from '../calendar/periods.ts';
import { formatCount, formatDate } from '../ui/format.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice, queryText } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { STATE_NAMES } from './duty-state.tsx';
import { itemsAsked, LIST_PATH, readListFilter, SHOWN_NAMES, STATES_SHOWN } from './list-filter.ts';
import { chipsOf, ItemListPage } from './list-page.tsx';
import { listChoices, listItems } from './list-queries.ts';
import { MonthPage } from './month-page.tsx';
import { daysMarked, firstOf, lastOf, MONTH, MONTH_VIEW, monthInWords, readMonth, VIEW } from './months.ts';
import { countsByDay, dutyItems } from './queries.ts';
import { xlsxAnswer } from './xlsx-answer.ts';

/** More rows than this are for the ledger, not for a list that somebody goes through. */
const MOST_ROWS = 10_000;

export const itemListRoutes: Route[] = [
  get(LIST_PATH, 'signed_in', (visit) =>
    queryChoice(visit, VIEW, [MONTH_VIEW]) ? monthPage(visit) : listPage(visit),
  ),
  get('/nhiem-vu/xlsx', 'signed_in', exportList),
];

async function listPage(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readListFilter(visit);
  const [listed, choices] = await Promise.all([listItems(db, actor, filter, today), listChoices(db, actor)]);
  return officePage(visit, {
    title: 'Nhiệm vụ',
    children: <ItemListPage {...{ filter, listed, choices, actor, today }} />,
  });
}

/** What is due in one month, day by day; a month that is none is the present one. Three queries. */
async function monthPage(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readListFilter(visit);
  const month = readMonth(queryText(visit, MONTH, 10)) ?? today.slice(0, 7);
  const span = { dueFrom: firstOf(month), dueTo: lastOf(month) };
  const [counts, choices, marks] = await Promise.all([
    countsByDay(db, { ...itemsAsked({ ...filter, year: 'all' }, actor, today), ...span }, today),
    listChoices(db, actor),
    daysMarked(db, span),
  ]);
  return officePage(visit, {
    title: `Nhiệm vụ ${monthInWords(month)}`,
    pictures: true,
    children: <MonthPage {...{ filter, month, counts, choices, marks, today }} />,
  });
}

/** The list as it is filtered on the screen, as a workbook; it says by what it is filtered. */
async function exportList(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readListFilter(visit);
  const asked = { ...itemsAsked(filter, actor, today), states: STATES_SHOWN[filter.shown] };
  const [found, choices] = await Promise.all([
    dutyItems(db, asked, today, { limit: MOST_ROWS + 1 }),
    listChoices(db, actor),
  ]);
  const filters = [SHOWN_NAMES[filter.shown], ...chipsOf(filter, choices).map(({ label }) => label)];
  const note = [
    `Tính đến ngày ${formatDate(today)}, trong phạm vi của ${actor.displayName}.`,
    `Lọc theo: ${filters.join('; ')}.`,
    found.length > MOST_ROWS ? `Chỉ có ${formatCount(MOST_ROWS)} dòng đầu: hãy lọc bớt để xuất đủ.` : '',
  ];
  const sheet = {
    name: 'Nhiệm vụ',
    title: 'Việc đến hạn',
    columns: COLUMNS,
    rows: found
      .slice(0, MOST_ROWS)
      .map((item) => [
        item.dutyName,
        periodInWords({ from: item.periodFrom, to: item.periodTo }),
        item.planNumber,
        item.officeName,
        item.dueOn,
        STATE_NAMES[item.state],
        item.doneOn,
        item.receiverName,
        item.excuse,
      ]),
    note: note.filter(Boolean).join(' '),
  };
  return xlsxAnswer({ title: 'Việc đến hạn', sheets: [sheet] }, `nhiem-vu-${today}`);
}

const COLUMNS = [
  { label: 'Nhiệm vụ' },
  { label: 'Kỳ' },
  { label: 'Kế hoạch' },
  { label: 'Đơn vị' },
  { label: 'Hạn', kind: 'date' as const },
  { label: 'Tình trạng' },
  { label: 'Ngày xong', kind: 'date' as const },
  { label: 'Nơi nhận' },
  { label: 'Lý do miễn' },
];
