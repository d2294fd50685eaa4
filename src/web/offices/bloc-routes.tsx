import { z } from 'zod';
import {
  type Bloc,
  blocMembers,
  blocsIn,
  blocYears,
  findBloc,
  mayBeMembers,
} from '../../offices/bloc-queries.ts';
import { refusalToKeepBlocs } from '../../offices/bloc-rules.ts';
import { copyBlocYear, createBloc, writeBloc } from '../../offices/blocs.ts';
import { answerRefusal } from '../answer.tsx';
import { notFoundPage } from '../error-pages.tsx';
import { redirectWith } from '../flash.ts';
import { readForm } from '../form.ts';
import { optionalId, text } from '../form-fields.ts';
import { officePage } from '../page.tsx';
import { queryNumber } from '../query.ts';
import { get, idParam, post, type Route } from '../route.ts';
import { acting, actorOf, type Visit } from '../visit.ts';
import { BlocPage } from './bloc-page.tsx';
import { BLOCS_PATH, type BlocAgain, BlocsPage } from './blocs-page.tsx';

const newBlocForm = z.object({ name: text('tên khối', 200) });
const blocForm = z.object({
  name: text('tên khối', 200),
  members: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]))
    .pipe(
      z.array(
        z
          .string()
          .regex(/^[1-9]\d{0,14}$/, 'Hãy chọn đơn vị trong danh sách.')
          .transform(Number),
      ),
    ),
  headId: optionalId('khối trưởng'),
});

const KEEPERS = ['standing', 'admin'] as const;
const FRESH: BlocAgain = { errors: {}, reasons: [], typed: {} };

export const blocRoutes: Route[] = [
  get(BLOCS_PATH, 'signed_in', (visit) => listPage(visit, FRESH)),
  post(BLOCS_PATH, KEEPERS, async (visit) => {
    const form = await readForm(visit, newBlocForm);
    const again = (errors: BlocAgain['errors'], reasons: BlocAgain['reasons']) =>
      listPage(visit, { errors, reasons, typed: form.typed });
    if (!form.ok) return again(form.errors, []);
    const outcome = await createBloc(acting(visit, form.key), form.value);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: BLOCS_PATH, again });
    return redirectWith(
      visit,
      `${BLOCS_PATH}/${outcome.value.id}?nam=${yearOf(visit)}`,
      'Đã lập khối thi đua.',
    );
  }),
  get(`${BLOCS_PATH}/:id`, 'signed_in', (visit) => withBloc(visit, (bloc) => showPage(visit, bloc, FRESH))),
  post(`${BLOCS_PATH}/:id`, KEEPERS, (visit) =>
    withBloc(visit, async (bloc) => {
      const form = await readForm(visit, blocForm);
      const year = yearOf(visit);
      const again = (errors: BlocAgain['errors'], reasons: BlocAgain['reasons']) =>
        showPage(visit, bloc, { errors, reasons, typed: form.typed });
      if (!form.ok) return again(form.errors, []);
      const { name, members: memberIds, headId } = form.value;
      const input = { id: bloc.id, version: form.version, name, year, memberIds, headId };
      const outcome = await writeBloc(acting(visit, form.key), input);
      const backTo = `${BLOCS_PATH}/${bloc.id}?nam=${year}`;
      const thing = { kind: 'bloc' as const, id: bloc.id, version: form.version };
      if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, again, thing, sent: form });
      return redirectWith(visit, backTo, `Đã lưu khối năm ${year}.`);
    }),
  ),
  post(`${BLOCS_PATH}/:id/chep`, KEEPERS, (visit) =>
    withBloc(visit, async (bloc) => {
      const form = await readForm(visit, z.object({}));
      const year = yearOf(visit);
      const outcome = await copyBlocYear(acting(visit, form.key), {
        id: bloc.id,
        version: form.version,
        year,
      });
      const backTo = `${BLOCS_PATH}/${bloc.id}?nam=${year}`;
      const thing = { kind: 'bloc' as const, id: bloc.id, version: form.version };
      if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, thing, sent: form });
      return redirectWith(visit, backTo, `Đã chép khối sang năm ${year}.`);
    }),
  ),
];

/** The year of the address, the present one without; years that no bloc can have are read as the present one. */
function yearOf(visit: Visit): number {
  const asked = queryNumber(visit, 'nam');
  const present = Number(visit.get('deps').clock.today().slice(0, 4));
  return asked !== null && asked >= 2000 && asked <= 2200 ? asked : present;
}

async function withBloc(visit: Visit, answer: (bloc: Bloc) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const bloc = id === null ? null : await findBloc(visit.get('deps').db, id);
  return bloc ? answer(bloc) : notFoundPage(visit);
}

const mayKeep = (visit: Visit) => refusalToKeepBlocs(actorOf(visit)) === null;
const statusOf = ({ errors, reasons }: BlocAgain) =>
  Object.keys(errors).length + reasons.length > 0 ? (422 as const) : (200 as const);

async function listPage(visit: Visit, again: BlocAgain): Promise<Response> {
  const { db } = visit.get('deps');
  const year = yearOf(visit);
  const [blocs, years] = await Promise.all([blocsIn(db, year), blocYears(db)]);
  return officePage(visit, {
    title: `Khối thi đua năm ${year}`,
    status: statusOf(again),
    children: <BlocsPage {...{ blocs, year, years, again }} mayKeep={mayKeep(visit)} />,
  });
}

async function showPage(visit: Visit, bloc: Bloc, again: BlocAgain): Promise<Response> {
  const { db } = visit.get('deps');
  const year = yearOf(visit);
  const [members, years, offered] = await Promise.all([
    blocMembers(db, bloc.id, year),
    blocYears(db),
    mayBeMembers(db, bloc.id, year),
  ]);
  return officePage(visit, {
    title: bloc.name,
    status: statusOf(again),
    children: <BlocPage {...{ bloc, year, years, members, offered, again }} mayKeep={mayKeep(visit)} />,
  });
}
