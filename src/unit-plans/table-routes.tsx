import { sidesOver } from '../desks/sides.ts';
import { desksOf } from '../desks/stay.ts';
import { mayRemindOf } from '../duties/rules.ts';
import { xlsxAnswer } from '../duties/xlsx-answer.ts';
import type { Actor } from '../identity/actor.ts';
import type { Workbook } from '../papers/workbook.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { queryChoice } from '../web/query.ts';
import { get, idParam, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { mayBeReminded, STANDING_WORDS, STANDINGS } from './standing.ts';
import { TablePage } from './table-page.tsx';
import { plannedTogether, type TableRow, unitPlanTable } from './table-query.ts';

/** What the office above sees of the plans of those below. */
export const tableRoutes: Route[] = [
  get('/ke-hoach/:id/don-vi', 'signed_in', (visit) => withTable(visit, showTable)),
  get('/ke-hoach/:id/don-vi.xlsx', 'signed_in', (visit) => withTable(visit, exportTable)),
];

interface Table {
  plan: { id: number; number: string; title: string };
  rows: TableRow[];
  shown: TableRow[];
}

async function withTable(
  visit: Visit,
  answer: (visit: Visit, table: Table) => Promise<Response>,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const plan =
    id === null
      ? undefined
      : await db.selectFrom('plan').select(['id', 'number', 'title']).where('id', '=', id).executeTakeFirst();
  if (!plan) return notFoundPage(visit);
  const rows = await unitPlanTable(db, actorOf(visit), plan.id, clock.today());
  const chosen = queryChoice(visit, 'tinh_trang', STANDINGS);
  const shown = chosen === null ? rows : rows.filter(({ standing }) => standing === chosen);
  return answer(visit, { plan, rows, shown });
}

async function showTable(visit: Visit, { plan, rows, shown }: Table): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const begun = shown.flatMap(({ unitPlanId }) => unitPlanId ?? []);
  const [desks, together] = await Promise.all([
    desksOf(db, 'unit_plan', begun),
    plannedTogether(db, actor, sentOf(rows)),
  ]);
  return officePage(visit, {
    title: 'Kế hoạch của các đơn vị',
    children: (
      <TablePage
        {...{ plan, rows, shown, desks, together }}
        chosen={queryChoice(visit, 'tinh_trang', STANDINGS)}
        mayRemind={remindable(actor, shown)}
        mayWrite={writable(actor, shown)}
        today={clock.today()}
      />
    ),
  });
}

/** What an office is still drafting is its own. */
const sentOf = (rows: readonly TableRow[]): number[] =>
  rows.flatMap(({ unitPlanId, firstSubmittedOn }) => (firstSubmittedOn && unitPlanId) || []);

const remindable = (actor: Actor, rows: readonly TableRow[]): ReadonlySet<number> =>
  new Set(
    rows.filter((row) => mayBeReminded(row.standing) && mayRemindOf(actor, row)).map(({ itemId }) => itemId),
  );

const writable = (actor: Actor, rows: readonly TableRow[]): ReadonlySet<number> =>
  new Set(
    rows
      .filter(({ officePath }) => sidesOver(actor, { officePath, deskPath: null }).has('author'))
      .map(({ itemId }) => itemId),
  );

/** Exactly what is shown, as a workbook. */
async function exportTable(visit: Visit, { plan, shown }: Table): Promise<Response> {
  const { registered } = await plannedTogether(visit.get('deps').db, actorOf(visit), sentOf(shown));
  const book: Workbook = {
    title: `Kế hoạch của các đơn vị theo ${plan.number}`,
    sheets: [
      {
        name: 'Kế hoạch đơn vị',
        title: `Kế hoạch của các đơn vị theo Kế hoạch ${plan.number}`,
        columns: [
          { label: 'Đơn vị', kind: 'text' },
          { label: 'Tình trạng', kind: 'text' },
          { label: 'Hạn', kind: 'date' },
          { label: 'Ngày gửi', kind: 'date' },
          { label: 'Ngày duyệt', kind: 'date' },
          { label: 'Lần ban hành', kind: 'number' },
          { label: 'Điển hình dự kiến', kind: 'number' },
          { label: 'Đã đăng ký', kind: 'number' },
        ],
        rows: shown.map((row) => [
          row.officeName,
          STANDING_WORDS[row.standing].word,
          row.dueOn,
          row.firstSubmittedOn,
          row.approvedOn,
          row.edition,
          registered.get(row.unitPlanId ?? 0)?.listed ?? null,
          registered.get(row.unitPlanId ?? 0)?.linked ?? null,
        ]),
      },
    ],
  };
  return xlsxAnswer(book, 'ke-hoach-don-vi');
}
