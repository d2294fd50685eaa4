import type { z } from 'zod';
import type { Acting } from '../../identity/actor.ts';
import { changeOffice } from '../../offices/change-office.ts';
import { createOffice } from '../../offices/create-office.ts';
import { endOffice } from '../../offices/end-office.ts';
import { findOffice, type OfficeInView, officeKinds, searchOffices } from '../../offices/find.ts';
import { refusalToChangeOffices } from '../../offices/rules.ts';
import { setStandingBody } from '../../offices/standing-body.ts';
import { growTrees, officesOn } from '../../offices/tree.ts';
import type { Outcome } from '../../platform/outcome.ts';
import { formatDate } from '../../ui/format.ts';
import { answerRefusal } from '../answer.tsx';
import { notFoundPage } from '../error-pages.tsx';
import { redirectWith } from '../flash.ts';
import { readForm } from '../form.ts';
import { officePage } from '../page.tsx';
import { queryDay, queryNumber, queryText } from '../query.ts';
import { get, idParam, post, type Route } from '../route.ts';
import { acting, actorOf, type Visit } from '../visit.ts';
import { endForm, officeForm, standingBodyForm } from './forms.ts';
import type { ActionAgain } from './office-actions.tsx';
import { type Again, FRESH, isFresh, OfficeForm } from './office-form.tsx';
import { OfficePage } from './office-page.tsx';
import { aboutOffice, dayOf } from './queries.ts';
import { succeedPage, succeedPost } from './succeed-routes.tsx';
import { OfficesPage } from './tree-page.tsx';

const MOST_FOUND = 100;

export const officeRoutes: Route[] = [
  get('/don-vi', 'signed_in', listPage),
  get('/don-vi/moi', ['admin'], (visit) => newPage(visit, FRESH)),
  post('/don-vi/moi', ['admin'], async (visit) => {
    const form = await readForm(visit, officeForm);
    const again = (errors: Again['errors'], reasons: Again['reasons']) =>
      newPage(visit, { errors, reasons, typed: form.typed });
    if (!form.ok) return again(form.errors, []);
    const outcome = await createOffice(acting(visit, form.key), form.value);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: '/don-vi', again });
    return redirectWith(visit, `/don-vi/${outcome.value.id}`, 'Đã thêm đơn vị.');
  }),
  get('/don-vi/:id', 'signed_in', (visit) => withOffice(visit, (office) => showPage(visit, office, null))),
  get('/don-vi/:id/sua', ['admin'], (visit) => withOffice(visit, (office) => editPage(visit, office, FRESH))),
  post('/don-vi/:id/sua', ['admin'], (visit) =>
    change(visit, officeForm, changeOffice, 'Đã lưu đơn vị.', editPage),
  ),
  post('/don-vi/:id/ket-thuc', ['admin'], (visit) =>
    change(visit, endForm, endOffice, 'Đã ghi đơn vị ngừng hoạt động.', againOf('end')),
  ),
  post('/don-vi/:id/thuong-truc', ['admin'], (visit) =>
    change(visit, standingBodyForm, setStandingBody, 'Đã ghi vai trò cơ quan thường trực.', againOf('role')),
  ),
  get('/don-vi/:id/ke-thua', ['admin'], (visit) =>
    withOffice(visit, (office) => succeedPage(visit, office, FRESH)),
  ),
  post('/don-vi/:id/ke-thua', ['admin'], (visit) =>
    withOffice(visit, (office) => succeedPost(visit, office)),
  ),
];

const mayChange = (visit: Visit) => refusalToChangeOffices(actorOf(visit)) === null;

async function listPage(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const typedDay = queryText(visit, 'ngay', 30);
  const day = queryDay(visit, 'ngay');
  const text = queryText(visit, 'q', 100);
  const found = text ? await searchOffices(db, text, MOST_FOUND + 1) : null;
  return officePage(visit, {
    title: text ? `Tìm đơn vị: ${text}` : day && day !== today ? `Đơn vị ngày ${formatDate(day)}` : 'Đơn vị',
    children: (
      <OfficesPage
        day={day ?? today}
        today={today}
        wrongDay={typedDay !== '' && day === null ? typedDay : null}
        text={text}
        found={found?.slice(0, MOST_FOUND) ?? null}
        more={found !== null && found.length > MOST_FOUND}
        trees={text ? [] : growTrees(await officesOn(db, day ?? today))}
        mayChange={mayChange(visit)}
      />
    ),
  });
}

async function withOffice(
  visit: Visit,
  answer: (office: OfficeInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const office = id === null ? null : await findOffice(visit.get('deps').db, id);
  return office ? answer(office) : notFoundPage(visit);
}

async function showPage(visit: Visit, office: OfficeInView, again: ActionAgain): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const today = clock.today();
  const day = queryDay(visit, 'ngay') ?? dayOf(office, today);
  const about = await aboutOffice(db, actorOf(visit), office, { today, day });
  return officePage(visit, {
    title: office.name,
    status: again ? 422 : 200,
    children: <OfficePage {...{ office, about, today, day, again }} mayChange={mayChange(visit)} />,
  });
}

/** A form that stands on the page of the office itself comes back there. */
const againOf =
  (action: 'end' | 'role') =>
  (visit: Visit, office: OfficeInView, again: Again): Promise<Response> =>
    showPage(visit, office, { ...again, action });

async function newPage(visit: Visit, again: Again): Promise<Response> {
  const parentId = queryNumber(visit, 'thuoc');
  const office = {
    name: null,
    shortName: null,
    code: null,
    kindId: null,
    parentId,
    validFrom: null,
    validTo: null,
  };
  return formPage(
    visit,
    { title: 'Thêm đơn vị', action: '/don-vi/moi', backTo: '/don-vi', office, version: null },
    again,
  );
}

const editPage = (visit: Visit, office: OfficeInView, again: Again): Promise<Response> => {
  const backTo = `/don-vi/${office.id}`;
  const form = {
    title: `Sửa ${office.name}`,
    action: `${backTo}/sua`,
    backTo,
    office,
    version: office.version,
  };
  return formPage(visit, form, again);
};

type FormOf = Pick<Parameters<typeof OfficeForm>[0], 'title' | 'action' | 'backTo' | 'office' | 'version'>;

async function formPage(visit: Visit, form: FormOf, again: Again): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const typedParent = again.typed.parentId;
  const parentId =
    typeof typedParent === 'string' && /^[1-9]\d{0,14}$/.test(typedParent)
      ? Number(typedParent)
      : form.office.parentId;
  const [kinds, valid, present] = await Promise.all([
    officeKinds(db),
    officesOn(db, clock.today()),
    parentId === null ? null : findOffice(db, parentId),
  ]);
  // the parent that is written stays to be chosen, also when it is not valid today
  const parents = present && !valid.some((office) => office.id === parentId) ? [present, ...valid] : valid;
  return officePage(visit, {
    title: form.title,
    status: isFresh(again) ? 200 : 422,
    children: <OfficeForm {...form} kinds={kinds} parents={parents} {...again} />,
  });
}

/** One change of one office: read the form, call the command, answer. */
async function change<T>(
  visit: Visit,
  schema: z.ZodType<T>,
  command: (acting: Acting, input: T & { id: number; version: number }) => Promise<Outcome<{ id: number }>>,
  sentence: string,
  again: (visit: Visit, office: OfficeInView, again: Again) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form = await readForm(visit, schema);
  const backTo = `/don-vi/${id}`;
  const how = {
    backTo,
    thing: { kind: 'office' as const, id, version: form.version },
    sent: form,
    again: (errors: Again['errors'], reasons: Again['reasons']) =>
      withOffice(visit, (office) => again(visit, office, { errors, reasons, typed: form.typed })),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const outcome = await command(acting(visit, form.key), { ...form.value, id, version: form.version ?? 0 });
  return outcome.ok ? redirectWith(visit, backTo, sentence) : answerRefusal(visit, outcome.refusal, how);
}
