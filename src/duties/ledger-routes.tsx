import type { Actor } from '../identity/actor.ts';
import { chainOf, type OfficeInTree } from '../offices/tree.ts';
import { pngOf } from '../papers/picture-png.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { queryChoice, queryDay, queryNumber } from '../web/query.ts';
import { get, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { ledgerPicture } from './ledger-heat.tsx';
import { LedgerPage, type LedgerPageProps } from './ledger-page.tsx';
import { firstRoot, type Ledger, readLedger, sumOf, totalRow } from './ledger-query.ts';
import type { Promises } from './ledger-rules.ts';
import { xlsxAnswer } from './xlsx-answer.ts';

export const ledgerRoutes: Route[] = [
  get('/so-viec', 'signed_in', async (visit) => {
    const asked = await ledgerAsked(visit);
    if (asked === 'no plan') return noPlanPage(visit);
    return asked
      ? officePage(visit, { title: 'Sổ việc', pictures: true, children: <LedgerPage {...asked} /> })
      : notFoundPage(visit);
  }),
  get('/so-viec/xlsx', 'signed_in', async (visit) => {
    const asked = await ledgerAsked(visit);
    return asked && asked !== 'no plan' ? ledgerXlsx(asked, actorOf(visit)) : notFoundPage(visit);
  }),
  get('/so-viec/hinh.svg', 'signed_in', (visit) => withPicture(visit, 'svg', (svg) => svg)),
  get('/so-viec/hinh.png', 'signed_in', (visit) => withPicture(visit, 'png', pngOf)),
];

/** The table as a file of its own. */
async function withPicture(
  visit: Visit,
  kind: 'svg' | 'png',
  body: (svg: string) => Promise<Uint8Array> | string,
): Promise<Response> {
  const asked = await ledgerAsked(visit);
  if (!asked || asked === 'no plan' || asked.ledger.rows.length === 0) return notFoundPage(visit);
  const content = await body(await ledgerPicture(asked, actorOf(visit)));
  return new Response(typeof content === 'string' ? content : Buffer.from(content), {
    headers: {
      'content-type': kind === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
      'content-disposition': `attachment; filename="so-viec-${asked.day}.${kind}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** What the address asks for; null when its plan or office is not there. */
async function ledgerAsked(visit: Visit): Promise<LedgerPageProps | 'no plan' | null> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const plans = await plansWithDuties(db);
  const planId = queryNumber(visit, 'ke_hoach');
  const plan = planId === null ? presentOf(plans, today) : plans.find(({ id }) => id === planId);
  if (planId === null && !plan) return 'no plan';
  if (!plan) return null;
  const rootId = queryNumber(visit, 'don_vi') ?? firstRoot(actor);
  const day = queryDay(visit, 'ngay') ?? today;
  const [ledger, chain] = await Promise.all([
    readLedger(db, actor, { planId: plan.id, rootId, day }),
    wayTo(db, rootId),
  ]);
  const by = queryChoice(visit, 'theo', ['nam', 'viec']) ?? 'nam';
  return { plan, plans, ledger, by, day, today, chain };
}

interface PlanWithDuties {
  id: number;
  number: string;
  periodFrom: Day;
  periodTo: Day;
}

const plansWithDuties = (db: Reader): Promise<PlanWithDuties[]> =>
  db
    .selectFrom('plan as p')
    .select(['p.id', 'p.number', 'p.period_from as periodFrom', 'p.period_to as periodTo'])
    .where((eb) => eb.exists(eb.selectFrom('duty as d').select('d.id').whereRef('d.plan_id', '=', 'p.id')))
    .orderBy('p.period_from', 'desc')
    .orderBy('p.id')
    .execute();

/** The plan of the day, else the newest. */
const presentOf = (plans: readonly PlanWithDuties[], today: Day): PlanWithDuties | undefined =>
  plans.find(({ periodFrom, periodTo }) => periodFrom <= today && today <= periodTo) ?? plans[0];

async function wayTo(db: Reader, officeId: number | null): Promise<OfficeInTree[]> {
  if (officeId === null) return [];
  const office = await db.selectFrom('office').select('path').where('id', '=', officeId).executeTakeFirst();
  return office ? chainOf(db, office.path) : [];
}

function noPlanPage(visit: Visit): Promise<Response> {
  return officePage(visit, {
    title: 'Sổ việc',
    children: (
      <>
        <PageHead title="Sổ việc" />
        <EmptyState title="Chưa kế hoạch nào có nhiệm vụ">
          Khi một kế hoạch có nhiệm vụ, sổ việc ghi việc đã hứa và việc đã làm của từng đơn vị.
        </EmptyState>
      </>
    ),
  });
}

function ledgerXlsx({ plan, ledger, day, chain }: LedgerPageProps, actor: Actor): Promise<Response> {
  const where = chain.at(-1)?.name ?? 'toàn chương trình';
  const note = `Kế hoạch ${plan.number}, ${where}. Tính đến hết ngày ${formatDate(day)}, trong phạm vi của ${actor.displayName}.`;
  const book = {
    title: `Sổ việc – Kế hoạch ${plan.number}`,
    sheets: [
      {
        name: 'Theo đơn vị',
        title: 'Việc đã hứa và việc đã làm',
        columns: columns(['Đơn vị']),
        rows: byOffice(ledger),
        note,
      },
      {
        name: 'Theo đơn vị, việc và năm',
        title: 'Việc đã hứa và việc đã làm, theo nhiệm vụ và năm',
        columns: columns(['Đơn vị', 'Nhiệm vụ', 'Năm đến hạn']),
        rows: inFull(ledger),
        note,
      },
    ],
  };
  return xlsxAnswer(book, `so-viec-${day}`);
}

const FIGURES = ['Đã đến hạn', 'Đúng hạn', 'Xong muộn', 'Còn thiếu', 'Được miễn', 'Chưa đến hạn'];
const columns = (heads: readonly string[]) => [
  ...heads.map((label) => ({ label })),
  ...FIGURES.map((label) => ({ label, kind: 'number' as const })),
  { label: 'Tỷ lệ đúng hạn', kind: 'percent' as const },
];

const figures = ({ due, inTime, doneLate, missing, excused, ahead }: Promises): (number | null)[] => [
  ...[due, inTime, doneLate, missing, excused, ahead],
  due > 0 ? (inTime / due) * 100 : null,
];

const byOffice = (ledger: Ledger) =>
  [...ledger.rows, totalRow(ledger, 'Tất cả')].map((row) => [row.officeName, ...figures(sumOf(row))]);

function inFull(ledger: Ledger) {
  const names = new Map(ledger.duties.map(({ id, name }) => [id, name]));
  return ledger.rows.flatMap((row) =>
    row.cells.map(({ dutyId, year, promises }) => [
      row.officeName,
      names.get(dutyId) ?? null,
      String(year),
      ...figures(promises),
    ]),
  );
}
