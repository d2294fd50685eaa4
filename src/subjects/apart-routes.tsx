import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { ApartPage, type ApartPageProps } from './apart-page.tsx';
import { decidesOverAll, holdsWhole, type SubjectInView } from './in-view.ts';
import { NOT_WHOLE } from './merge-against.ts';
import { apartForm } from './merge-form.ts';
import { mergePath, PAIRS_PATH, subjectPath } from './merge-paths.ts';
import { MERGING_ROLES } from './merge-sending.ts';
import { askAgain, tellApart } from './pairs-decide.ts';
import { withBoth } from './with-both.tsx';

type Way = ApartPageProps['way'];

const PATHS: Record<Way, string> = {
  apart: '/chu-the/:id/gop/:other/khac-nhau',
  again: '/chu-the/:id/gop/:other/xem-lai',
};

const COMMANDS = { apart: tellApart, again: askAgain };

const DONE: Record<Way, string> = {
  apart: 'Đã ghi là hai chủ thể khác nhau; cặp này không hỏi lại nữa.',
  again: 'Đã đưa cặp này lại vào danh sách có thể trùng.',
};

const routesOf = (way: Way): Route[] => [
  get(PATHS[way], MERGING_ROLES, (visit) =>
    withBoth(visit, (one, other) => apartPage(visit, way, one, other, { errors: {}, typed: {} })),
  ),
  post(PATHS[way], MERGING_ROLES, (visit) => sendApart(visit, way)),
];

export const apartRoutes: Route[] = [...routesOf('apart'), ...routesOf('again')];

async function sendApart(visit: Visit, way: Way): Promise<Response> {
  const [oneId, otherId] = [idParam(visit), idParam(visit, 'other')];
  if (oneId === null || otherId === null) return notFoundPage(visit);
  const form = await readForm(visit, apartForm);
  const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
    withBoth(
      visit,
      (one, other) => apartPage(visit, way, one, other, { errors, reasons, typed: form.typed }),
      form.typed,
    );
  if (!form.ok) return again(form.errors);
  const outcome = await COMMANDS[way](acting(visit, form.key), { oneId, otherId, ...form.value });
  const backTo = decidesOverAll(actorOf(visit)) ? PAIRS_PATH : subjectPath(oneId);
  if (outcome.ok) return redirectWith(visit, backTo, DONE[way]);
  return answerRefusal(visit, outcome.refusal, { again, backTo: mergePath(oneId, otherId) });
}

async function apartPage(
  visit: Visit,
  way: Way,
  one: SubjectInView,
  other: SubjectInView,
  { errors, typed, reasons = [] }: { errors: FieldErrors; typed: Typed; reasons?: readonly Reason[] },
): Promise<Response> {
  const actor = actorOf(visit);
  const may = holdsWhole(actor, one) && holdsWhole(actor, other);
  const standing = reasons.length > 0 || may ? reasons : [NOT_WHOLE];
  return officePage(visit, {
    title: `${one.fullName}: ${way === 'apart' ? 'hai chủ thể khác nhau' : 'xem lại'}`,
    status: Object.keys(typed).length > 0 ? 422 : 200,
    children: (
      <ApartPage way={way} one={one} other={other} reasons={standing} errors={errors} typed={typed} />
    ),
  });
}
