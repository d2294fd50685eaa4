import { z } from 'zod';
import { openVoicesOf } from '../exemplars/open-voices.ts';
import { sharesOn } from '../plans/allocations.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { id as idField, optionalDay } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { applyList } from './apply.ts';
import { loadCandidates } from './candidates.ts';
import { dropPrepared } from './drop.ts';
import { listPath } from './field-query.ts';
import { ListPage } from './list-page.tsx';
import { type DecisionList, decisionsOf, findList, type KeptDecision } from './lists.ts';
import { officesTold, printedList } from './print.ts';
import { type Candidate, inOrder, type JudgedDecision, judgeTogether, refusalToDecide } from './rules.ts';

const PATH = '/quyet-dinh-lua-chon/:id';

const applyForm = z.object({ onDay: optionalDay('ngày quyết định') });
const dropForm = z.object({ e: idField('hồ sơ') });

export const listRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) => showList(visit, FRESH)),
  post(`${PATH}/ap-dung`, 'signed_in', async (visit) => {
    const listId = idParam(visit);
    if (listId === null) return notFoundPage(visit);
    const form = await readForm(visit, applyForm);
    const again = (errors: FieldErrors, refused: readonly Reason[] = []) =>
      showList(visit, { errors, refused, typed: form.typed });
    if (!form.ok) return again(form.errors);
    const { version } = form;
    const outcome = await applyList(acting(visit, form.key), { listId, version, ...form.value });
    const backTo = listPath(listId);
    if (!outcome.ok) {
      const thing = { kind: 'decision_list' as const, id: listId, version };
      return answerRefusal(visit, outcome.refusal, { again, backTo, thing, sent: form });
    }
    const { choose, wait, decline } = outcome.value;
    return redirectWith(visit, backTo, `Đã áp dụng: chọn ${choose}, chờ ${wait}, không chọn ${decline}.`);
  }),
  post(`${PATH}/bo`, 'signed_in', async (visit) => {
    const listId = idParam(visit);
    if (listId === null) return notFoundPage(visit);
    const backTo = listPath(listId);
    const form = await readForm(visit, dropForm);
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo });
    const { version } = form;
    const outcome = await dropPrepared(acting(visit, form.key), {
      listId,
      exemplarId: form.value.e,
      version,
    });
    if (outcome.ok) return redirectWith(visit, backTo, 'Đã bỏ khỏi danh sách.');
    const thing = { kind: 'decision_list' as const, id: listId, version };
    return answerRefusal(visit, outcome.refusal, { backTo, thing });
  }),
];

interface Again {
  errors: FieldErrors;
  refused: readonly Reason[];
  typed: Typed;
}
const FRESH: Again = { errors: {}, refused: [], typed: {} };

async function showList(visit: Visit, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const actor = actorOf(visit);
  const today = clock.today();
  const listId = idParam(visit);
  const found = listId === null ? null : await findList(db, actor, listId);
  if (!found) return notFoundPage(visit);
  const { list, field } = found;
  const kept = await decisionsOf(db, list.id);
  const ids = kept.map(({ exemplarId }) => exemplarId);
  const [candidates, printed, shares, voices] = await Promise.all([
    loadCandidates(db, actor, field, ids),
    printedList(db, actor, list.id, today),
    sharesOn(db, field.planId, today),
    list.state === 'open' ? openVoicesOf(db, ids) : [],
  ]);
  const wrong = Object.keys(again.errors).length > 0 || again.refused.length > 0;
  return officePage(visit, {
    title: `Danh sách quyết định số ${list.id}`,
    status: wrong ? 422 : 200,
    children: (
      <ListPage
        list={list}
        field={field}
        voices={voices}
        judged={shown(list, kept, candidates, actor.accountId)}
        offices={printed ? officesTold(printed) : []}
        shares={shares.filter(({ fieldId }) => fieldId === field.id)}
        mayDecide={refusalToDecide(field.roles) === null}
        today={today}
        {...again}
      />
    ),
  });
}

/** What was applied is judged no more. */
function shown(
  list: DecisionList,
  kept: readonly KeptDecision[],
  candidates: ReadonlyMap<number, Candidate>,
  accountId: number | null,
): JudgedDecision<KeptDecision>[] {
  if (list.state === 'open') return judgeTogether(kept, candidates, accountId);
  return inOrder(kept).map((prepared) => ({
    prepared,
    candidate: candidates.get(prepared.exemplarId) ?? null,
    reasons: [],
    blocked: false,
  }));
}
