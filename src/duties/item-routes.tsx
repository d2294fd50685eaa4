import { z } from 'zod';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { findDuty } from './duty-queries.ts';
import { excuseItem, takeExcuseBack } from './excuse.ts';
import { excuseForm } from './forms.ts';
import { type ExcuseAgain, ItemPage } from './item-page.tsx';
import { type DutyItem, findItem } from './queries.ts';
import { itemName } from './words.ts';

export const itemRoutes: Route[] = [
  get('/nhiem-vu/muc/:id', 'signed_in', (visit) => withItem(visit, (item) => showPage(visit, item))),
  post('/nhiem-vu/muc/:id/mien', 'signed_in', (visit) =>
    withItem(visit, async (item) => {
      const form = await readForm(visit, excuseForm);
      const again = (errors: ExcuseAgain['errors'], reasons: ExcuseAgain['reasons']) =>
        showPage(visit, item, { errors, reasons, typed: form.typed });
      if (!form.ok) return again(form.errors, []);
      const outcome = await excuseItem(acting(visit, form.key), { id: item.id, ...form.value });
      if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: pageOf(item), again });
      return redirectWith(visit, pageOf(item), `Đã miễn cho ${item.officeName}.`);
    }),
  ),
  post('/nhiem-vu/muc/:id/bo-mien', 'signed_in', (visit) =>
    withItem(visit, async (item) => {
      const form = await readForm(visit, z.object({}));
      const outcome = await takeExcuseBack(acting(visit, form.key), { id: item.id });
      if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: pageOf(item) });
      return redirectWith(visit, pageOf(item), 'Đã bỏ việc miễn.');
    }),
  ),
  // the journal leads to a duty by its number alone
  get('/nhiem-vu/dinh-ky/:id', 'signed_in', async (visit) => {
    const id = idParam(visit);
    const duty = id === null ? null : await findDuty(visit.get('deps').db, id);
    return duty
      ? visit.redirect(`/ke-hoach/${duty.planId}/nhiem-vu#nv-${duty.id}`, 303)
      : notFoundPage(visit);
  }),
];

const pageOf = (item: DutyItem) => `/nhiem-vu/muc/${item.id}`;

async function withItem(
  visit: Visit,
  answer: (item: DutyItem) => Promise<Response> | Response,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const id = idParam(visit);
  const item = id === null ? null : await findItem(db, actorOf(visit), id, clock.today());
  return item ? answer(item) : notFoundPage(visit);
}

function showPage(visit: Visit, item: DutyItem, again?: ExcuseAgain): Promise<Response> {
  return officePage(visit, {
    title: itemName(item),
    status: again ? 422 : 200,
    children: (
      <ItemPage item={item} actor={actorOf(visit)} today={visit.get('deps').clock.today()} again={again} />
    ),
  });
}
