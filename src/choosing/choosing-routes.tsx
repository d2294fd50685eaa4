import { z } from 'zod';
import { sharesOn } from '../plans/allocations.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { optionalChoice, optionalText } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { answersFor } from './answer.ts';
import { candidatesOf, countTabs, loadCandidates, officesToFilter } from './candidates.ts';
import { ChoosingPage } from './choosing-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { compared } from './compare-queries.ts';
import { choosingPath, type FieldInChoice, findField, listPath, readField } from './field-query.ts';
import { MOST_COMPARED, readCandidateFilter, readIds } from './list-filter.ts';
import { decisionsOf, listsOfField } from './lists.ts';
import { mappedCandidates } from './map-view.tsx';
import { askedOffices, proposalDuties } from './offices-asked.ts';
import { prepareMarked } from './prepare.ts';
import { DECISIONS, judgeTogether, refusalToDecide } from './rules.ts';
import { waitingList } from './waiting.ts';

const PATH = '/ke-hoach/:id/linh-vuc/:item/lua-chon';

/** Several boxes of one name, whatever was sent under it. */
const marked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value ?? []].flat());

const MOST_MARKED = 100;

const markedForm = z.object({
  e: marked,
  viec: optionalChoice('việc', ['so_sanh', 'chuan_bi']),
  action: optionalChoice('quyết định', DECISIONS),
  reason: optionalText('lý do', 2_000),
});

export const choosingRoutes: Route[] = [
  get('/linh-vuc/:item/lua-chon', 'signed_in', leadToField),
  get(PATH, 'signed_in', (visit) => withField(visit, (field) => showChoosing(visit, field))),
  get(`${PATH}/so-sanh`, 'signed_in', (visit) => withField(visit, (field) => showComparison(visit, field))),
  post(`${PATH}/danh-dau`, 'signed_in', (visit) => withField(visit, (field) => sendMarked(visit, field))),
];

/** The field of the address as the actor sees it; of another plan or out of reach it is not found. */
export async function withField(
  visit: Visit,
  answer: (field: FieldInChoice) => Promise<Response>,
): Promise<Response> {
  const [planId, fieldId] = [idParam(visit), idParam(visit, 'item')];
  const field = fieldId === null ? null : await findField(visit.get('deps').db, actorOf(visit), fieldId);
  return field && field.planId === planId ? answer(field) : notFoundPage(visit);
}

/** From where only the field is known; whoever does not see how it chooses is led to its plan, which all may read. */
async function leadToField(visit: Visit): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit, 'item');
  const field = id === null ? null : await readField(db, id);
  if (!field) return notFoundPage(visit);
  const seen = await findField(db, actorOf(visit), field.id);
  return visit.redirect(seen ? choosingPath(field) : `/ke-hoach/${field.planId}#linh-vuc`, 303);
}

async function showChoosing(visit: Visit, field: FieldInChoice): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const filter = readCandidateFilter(visit.req.queries());
  const [counts, candidates, offices, allShares, lists, waiting, asked] = await Promise.all([
    countTabs(db, actor, field.id),
    candidatesOf(db, actor, field, filter),
    officesToFilter(db, field.id, filter.tab),
    sharesOn(db, field.planId, today),
    listsOfField(db, field.id),
    waitingList(db, field.id),
    askedOffices(db, field.id, today),
  ]);
  const open = lists.find(({ state }) => state === 'open');
  const kept = await decisionsOf(db, open?.id ?? 0);
  const prepared = new Map(kept.map((one) => [one.exemplarId, one]));
  const ofList = await loadCandidates(db, actor, field, [...prepared.keys()]);
  const officeIds = asked.map(({ id }) => id);
  const onMap = filter.tab === 'ung-vien';
  const [duties, map] = await Promise.all([
    proposalDuties(db, field.planId, officeIds, today),
    onMap ? mappedCandidates(db, candidates, prepared, field.leadOfficeId) : null,
  ]);
  return officePage(visit, {
    title: `Lựa chọn: ${field.name}`,
    pictures: true,
    children: (
      <ChoosingPage
        {...{ field, actor, today, filter, counts, candidates, offices, lists, prepared, waiting, asked }}
        shares={allShares.filter(({ fieldId }) => fieldId === field.id)}
        judged={judgeTogether(kept, ofList, actor.accountId)}
        duties={duties}
        own={new Set(asked.filter((office) => answersFor(actor, office)).map(({ id }) => id))}
        map={map}
        mayDecide={refusalToDecide(field.roles) === null}
      />
    ),
  });
}

async function showComparison(visit: Visit, field: FieldInChoice): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const ids = readIds(visit.req.queries('e') ?? [], MOST_COMPARED);
  const found = await loadCandidates(db, actor, field, ids);
  const candidates = ids.flatMap((id) => found.get(id) ?? []);
  return officePage(visit, {
    title: `So sánh: ${field.name}`,
    pictures: true,
    children: (
      <ComparePage
        field={field}
        all={await compared(db, actor, candidates, clock.today())}
        accountId={actor.accountId}
        mayDecide={refusalToDecide(field.roles) === null}
      />
    ),
  });
}

/** The boxes that were marked: laid side by side, or a decision prepared for all of them. */
async function sendMarked(visit: Visit, field: FieldInChoice): Promise<Response> {
  const base = choosingPath(field);
  const form = await readForm(visit, markedForm);
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: base });
  const { e, viec, action, reason } = form.value;
  const ids = readIds(e, MOST_MARKED);
  if (viec !== 'chuan_bi') {
    const chosen = ids.slice(0, MOST_COMPARED).map((id) => `e=${id}`);
    return visit.redirect(`${base}/so-sanh?${chosen.join('&')}`, 303);
  }
  if (!action) {
    const fields = { action: 'Hãy chọn quyết định cho các hồ sơ đã đánh dấu.' };
    return answerRefusal(visit, { kind: 'invalid', fields }, { backTo: base });
  }
  const outcome = await prepareMarked(acting(visit, form.key), { fieldId: field.id, ids, action, reason });
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: base, sent: form });
  return redirectWith(
    visit,
    listPath(outcome.value.listId),
    `Đã chuẩn bị quyết định cho ${ids.length} hồ sơ.`,
  );
}
