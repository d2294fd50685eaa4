import { returnsOf } from '../desks/returns.ts';
import type { Reader } from '../platform/db.ts';
import { ButtonLink } from '../ui/button.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { dropDraft, saveDraft } from '../web/drafts.ts';
import { readForm } from '../web/form.ts';
import { type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
import { rowMove, withRowMoved } from '../web/move-rows.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { refusalToWork } from './changing.ts';
import { exemplarsOf, targetsOf } from './content-queries.ts';
import { ROWS, rowPrefix, stepForm, writeForm } from './forms.ts';
import { changeUnitPlan, withUnitPlan } from './on-plan.ts';
import { partsOfPlan, type UnitPlanInView } from './queries.ts';
import { ADD_ROW } from './row-fields.tsx';
import { writeUnitPlan } from './write.ts';
import { type Again, draftNameOf, WriteUnitPlanPage } from './write-page.tsx';

const NOTHING_ADDED = { targets: 0, exemplars: 0 };

export const writeRoutes: Route[] = [
  get('/ke-hoach-don-vi/:id/soan', 'signed_in', (visit) =>
    withUnitPlan(visit, async (plan) => {
      const draft = await draftFor(visit, draftNameOf(plan.id), plan.version);
      return writePage(visit, plan, { errors: {}, reasons: [], typed: draft.typed ?? {} }, { draft });
    }),
  ),
  post('/ke-hoach-don-vi/:id/soan', 'signed_in', (visit) =>
    withUnitPlan(visit, async (plan) => {
      const { typed } = await readForm(visit, stepForm);
      if (typed[ADD_ROW] !== undefined) return addRow(visit, plan, typed);
      const move = rowMove(typed, Object.keys(ROWS));
      if (move) return showRows(visit, plan, withRowMoved(typed, move, rowPrefix), NOTHING_ADDED);
      const asked = await partsOfPlan(visit.get('deps').db, plan.planId);
      return changeUnitPlan(visit, {
        schema: writeForm(asked),
        command: writeUnitPlan,
        said: 'Đã lưu kế hoạch.',
        draft: draftNameOf(plan.id),
        again: (now, again) => writePage(visit, now, again),
        afterwards: () =>
          dropDraft(visit.get('deps').db, actorOf(visit).accountId ?? 0, draftNameOf(plan.id)),
      });
    }),
  ),
];

/** Shows the form again with one more row. */
async function addRow(visit: Visit, plan: UnitPlanInView, all: Again['typed']): Promise<Response> {
  const { [ADD_ROW]: kind, ...typed } = all;
  const added = { targets: kind === 'targets' ? 1 : 0, exemplars: kind === 'exemplars' ? 1 : 0 };
  return showRows(visit, plan, typed, added);
}

/** Shows the form again with its rows changed. What was typed is kept as a draft too, so that nothing is lost on the way. */
async function showRows(
  visit: Visit,
  plan: UnitPlanInView,
  typed: Again['typed'],
  added: typeof NOTHING_ADDED,
): Promise<Response> {
  const { accountId } = actorOf(visit);
  if (accountId !== null && refusalToWork(plan) === null)
    await saveDraft(visit.get('deps'), accountId, draftNameOf(plan.id), typed);
  return writePage(visit, plan, { errors: {}, reasons: [], typed }, { added });
}

async function writePage(
  visit: Visit,
  plan: UnitPlanInView,
  again: Again,
  { draft = NO_DRAFT, added = NOTHING_ADDED }: { draft?: DraftShown; added?: typeof NOTHING_ADDED } = {},
): Promise<Response> {
  const refusal = refusalToWork(plan);
  if (refusal) return lockedPage(visit, plan, refusal);
  const { db } = visit.get('deps');
  const [asked, targets, exemplars, fields, returns] = await Promise.all([
    partsOfPlan(db, plan.planId),
    targetsOf(db, plan.id),
    exemplarsOf(db, plan.id),
    fieldsOf(db, plan.planId),
    returnsOf(db, 'unit_plan', plan.id),
  ]);
  return officePage(visit, {
    title: `Viết kế hoạch của ${plan.officeName}`,
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: (
      <WriteUnitPlanPage
        {...{ plan, asked, targets, exemplars, fields, draft, added, ...again }}
        returns={plan.state === 'returned' ? returns : []}
      />
    ),
  });
}

const fieldsOf = (db: Reader, planId: number) =>
  db.selectFrom('pilot_field').select(['id', 'name']).where('plan_id', '=', planId).orderBy('ord').execute();

/** Why the form is not offered now. */
export function lockedPage(
  visit: Visit,
  plan: UnitPlanInView,
  refusal: { rule: string; sentence: string },
): Promise<Response> {
  const title = `Kế hoạch của ${plan.officeName}`;
  return officePage(visit, {
    title,
    status: 422,
    children: (
      <>
        <PageHead
          title={title}
          crumbs={[{ label: title, href: `/ke-hoach-don-vi/${plan.id}` }, { label: 'Viết' }]}
        />
        <RefusalList title="Chưa thực hiện được" reasons={[refusal]}>
          <ButtonLink href={`/ke-hoach-don-vi/${plan.id}`}>Về kế hoạch</ButtonLink>
        </RefusalList>
      </>
    ),
  });
}
