import { z } from 'zod';
import { ROLE_NAMES } from '../identity/actor.ts';
import type { Outcome } from '../platform/outcome.ts';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { WorkflowPage } from '../web/workflow-page.tsx';
import { refusalToEdit, type SetTarget, writesCriteria } from './changing-set.ts';
import { criterionRoutes } from './criterion-form.tsx';
import { dropDraftSet, openEdition } from './draft-set.ts';
import { moveCriterion, removeCriterion } from './edit-criterion.ts';
import { factsRoutes } from './facts-form.tsx';
import { KindPage } from './kind-page.tsx';
import { CriteriaListPage } from './list-page.tsx';
import { normNames } from './norm-queries.ts';
import { normRoutes } from './norm-routes.tsx';
import { type CriteriaSet, editionInForce, normKeysIn } from './queries.ts';
import { withSet } from './set-form.tsx';
import { DropDraftForm, SetPage } from './set-page.tsx';
import { editionsOf, listSets } from './set-queries.ts';
import { SETS_CRUMBS, SETS_PATH } from './set-words.tsx';
import { stepRoutes } from './step-form.tsx';
import { setStep } from './step-set.ts';
import { tryRoutes } from './try-routes.tsx';
import { SET_GUARD_NAMES, setWorkflow } from './workflow.ts';

/** The criteria in the catalogue; assessing by them stands with the exemplars. */
export const criteriaRoutes: Route[] = [
  get(SETS_PATH, 'signed_in', async (visit) => {
    const { db, clock } = visit.get('deps');
    const sets = await listSets(db);
    return officePage(visit, {
      title: 'Bộ tiêu chí',
      children: (
        <CriteriaListPage sets={sets} today={clock.today()} mayWrite={writesCriteria(actorOf(visit))} />
      ),
    });
  }),
  get('/danh-muc/quy-trinh-tieu-chi', 'signed_in', (visit) =>
    officePage(visit, { title: 'Quy trình bộ tiêu chí', children: <SetWorkflowPage /> }),
  ),
  ...factsRoutes,
  // the first question of a new criterion is of which kind it is
  get(`${SETS_PATH}/:id/chon-loai`, 'signed_in', (visit) => chooseKind(visit)),
  ...criterionRoutes,
  ...stepRoutes,
  ...tryRoutes,
  get(`${SETS_PATH}/:id`, 'signed_in', (visit) =>
    withSet(visit, async (set) => (set ? setPage(visit, set) : notFoundPage(visit))),
  ),
  get(`${SETS_PATH}/:id/bo-nhap`, 'signed_in', (visit) => askToDrop(visit)),
  post(`${SETS_PATH}/:id/bo-nhap`, 'signed_in', (visit) =>
    change(visit, dropDraftSet, 'Đã bỏ bản nháp.', () => SETS_PATH),
  ),
  post(`${SETS_PATH}/:id/lan-moi`, 'signed_in', (visit) =>
    change(
      visit,
      openEdition,
      'Đã mở bản nháp của lần mới; hãy ghi ngày áp dụng.',
      ({ id }) => `${SETS_PATH}/${id}`,
    ),
  ),
  post(`${SETS_PATH}/:id/muc/:item/bo`, 'signed_in', (visit) =>
    changeOne(visit, removeCriterion, 'Đã bỏ tiêu chí.'),
  ),
  post(`${SETS_PATH}/:id/muc/:item/len`, 'signed_in', (visit) =>
    changeOne(visit, (who, target) => moveCriterion(who, { ...target, up: true }), 'Đã chuyển lên.'),
  ),
  post(`${SETS_PATH}/:id/muc/:item/xuong`, 'signed_in', (visit) =>
    changeOne(visit, (who, target) => moveCriterion(who, { ...target, up: false }), 'Đã chuyển xuống.'),
  ),
  ...normRoutes,
];

async function setPage(visit: Visit, set: CriteriaSet): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const [editions, inForce, names, publish] = await Promise.all([
    editionsOf(db, set.chain),
    editionInForce(db, set.id, clock.today()),
    normKeysIn(set.criteria).length > 0 ? normNames(db) : new Map<string, { name: string }>(),
    setStep(db, actor, set, 'publish'),
  ]);
  const mayWrite = writesCriteria(actor);
  return officePage(visit, {
    title: set.name,
    children: (
      <SetPage
        {...{ set, editions, inForce, mayWrite }}
        around={{
          groupings: set.groupings,
          normNames: new Map([...names].map(([key, { name }]) => [key, name])),
        }}
        today={clock.today()}
        missing={publish.verdict.allowed ? [] : publish.verdict.reasons}
      />
    ),
  });
}

const chooseKind = (visit: Visit) =>
  withSet(visit, async (set) => {
    if (!set || refusalToEdit(actorOf(visit), set)) return notFoundPage(visit);
    return officePage(visit, { title: 'Thêm tiêu chí', children: <KindPage set={set} /> });
  });

const askToDrop = (visit: Visit) =>
  withSet(visit, async (set) => {
    if (!set || refusalToEdit(actorOf(visit), set)) return notFoundPage(visit);
    const title = 'Bỏ bản nháp';
    return officePage(visit, {
      title,
      children: (
        <>
          <PageHead
            title={title}
            crumbs={[...SETS_CRUMBS, { label: set.name, href: `${SETS_PATH}/${set.id}` }, { label: title }]}
          />
          <DropDraftForm set={set} />
        </>
      ),
    });
  });

async function change(
  visit: Visit,
  command: (who: ReturnType<typeof acting>, target: SetTarget) => Promise<Outcome<{ id: number }>>,
  said: string,
  leadsTo: (made: { id: number }) => string,
): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form = await readForm(visit, z.object({}));
  const outcome = await command(acting(visit, form.key), { id, version: form.version });
  if (outcome.ok) return redirectWith(visit, leadsTo(outcome.value), said);
  const thing = { kind: 'criteria_set' as const, id, version: form.version };
  return answerRefusal(visit, outcome.refusal, { backTo: `${SETS_PATH}/${id}`, thing, sent: form });
}

/** One of the buttons beside a criterion. */
async function changeOne(
  visit: Visit,
  command: (
    who: ReturnType<typeof acting>,
    target: SetTarget & { criterionId: number },
  ) => Promise<Outcome<{ id: number }>>,
  said: string,
): Promise<Response> {
  const criterionId = idParam(visit, 'item');
  if (criterionId === null) return notFoundPage(visit);
  const back = `${SETS_PATH}/${visit.req.param('id')}#cac-tieu-chi`;
  return change(
    visit,
    (who, target) => command(who, { ...target, criterionId }),
    said,
    () => back,
  );
}

/** The life of a criteria set, drawn from its table. */
function SetWorkflowPage() {
  return (
    <WorkflowPage
      title="Quy trình bộ tiêu chí"
      lead="Bản nháp được sửa và thử tự do; bộ đang dùng không sửa nữa, thay đổi là một lần mới với ngày áp dụng riêng. Mỗi ngày chỉ một lần được áp dụng."
      things="bộ tiêu chí"
      table={setWorkflow}
      roleNames={ROLE_NAMES}
      guardNames={SET_GUARD_NAMES}
    />
  );
}
