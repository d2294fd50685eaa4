import { z } from 'zod';
import type { FieldErrors, Outcome, Reason } from '../platform/outcome.ts';
import { tellSame } from '../subjects/same-tell.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type SentForm, type Typed } from '../web/form.ts';
import { text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice, queryNumber, withQuery } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { rolesAt } from './batch.ts';
import { OUTCOMES } from './choices.ts';
import { decideRows } from './decide-rows.ts';
import { RECORDERS } from './exemplar-judge.ts';
import { leftRowsFile } from './left-file.ts';
import { batchPath, IMPORTS_PATH, matchPath } from './paths.ts';
import { PreviewPage } from './preview-page.tsx';
import { pageOfRows } from './rows.ts';
import { applyBatch, dropBatch, undoBatch } from './steps.ts';
import { type FoundBatch, withBatch } from './with-batch.ts';
import { xlsxAnswer } from './xlsx-answer.ts';

const nothing = z.object({});
const undoForm = z.object({ reason: text('lý do hoàn tác', 2_000) });
const decideForm = z.object({
  tat_ca: z.enum(['chac', 'khac']).optional(),
  loai: z.union([z.literal(''), z.enum(OUTCOMES)]).default(''),
  trang: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** One list: what it will do or did, and its steps. */
export const batchRoutes: Route[] = [
  get(`${IMPORTS_PATH}/:id`, RECORDERS, (visit) => withBatch(visit, (found) => showBatch(visit, found, {}))),
  post(`${IMPORTS_PATH}/:id/quyet-dinh`, RECORDERS, (visit) =>
    withBatch(visit, (found) => decide(visit, found)),
  ),
  post(`${IMPORTS_PATH}/:id/nhap`, RECORDERS, (visit) =>
    withBatch(visit, async (found) => {
      const form = await readForm(visit, nothing);
      const outcome = await applyBatch(acting(visit, form.key), {
        id: found.batch.id,
        version: form.version,
      });
      return answer(visit, found, form, outcome, batchPath(found.batch.id), 'Đã nhập danh sách.');
    }),
  ),
  post(`${IMPORTS_PATH}/:id/hoan-tac`, RECORDERS, (visit) =>
    withBatch(visit, async (found) => {
      const form = await readForm(visit, undoForm);
      if (!form.ok) return showBatch(visit, found, { errors: form.errors, typed: form.typed });
      const input = { id: found.batch.id, version: form.version, reason: form.value.reason };
      const outcome = await undoBatch(acting(visit, form.key), input);
      return answer(visit, found, form, outcome, batchPath(found.batch.id), 'Đã hoàn tác cả danh sách.');
    }),
  ),
  post(`${IMPORTS_PATH}/:id/bo`, RECORDERS, (visit) =>
    withBatch(visit, async (found) => {
      const form = await readForm(visit, nothing);
      const outcome = await dropBatch(acting(visit, form.key), { id: found.batch.id, version: form.version });
      return answer(visit, found, form, outcome, IMPORTS_PATH, 'Đã bỏ danh sách, chưa có gì được nhập.');
    }),
  ),
  get(`${IMPORTS_PATH}/:id/chua-nhap.xlsx`, RECORDERS, (visit) =>
    withBatch(visit, async ({ batch }) => {
      const { db } = visit.get('deps');
      const bytes = await leftRowsFile(db, batch);
      return xlsxAnswer(bytes, `danh-sach-${batch.id}-chua-nhap.xlsx`);
    }),
  ),
];

async function answer(
  visit: Visit,
  found: FoundBatch,
  form: SentForm,
  outcome: Outcome<unknown>,
  to: string,
  said: string,
): Promise<Response> {
  if (outcome.ok) return redirectWith(visit, to, said);
  return answerRefusal(visit, outcome.refusal, {
    backTo: batchPath(found.batch.id),
    sent: form,
    again: (errors, reasons) => showBatch(visit, found, { errors, reasons, typed: form.typed }),
  });
}

async function decide(visit: Visit, found: FoundBatch): Promise<Response> {
  const form = await readForm(visit, decideForm);
  if (!form.ok) return showBatch(visit, found, { errors: form.errors });
  const { tat_ca, loai, trang } = form.value;
  const outcome = await decideRows(acting(visit, form.key), {
    id: found.batch.id,
    version: form.version,
    rows: decisionsIn(form.typed, /^\d{1,15}$/),
    joins: decisionsIn(form.typed, /^d(?=\d{1,9}$)/),
    allSure: tat_ca === 'chac',
    allDoubtful: tat_ca === 'khac',
  });
  const to = withQuery(batchPath(found.batch.id), { loai, trang: trang > 1 ? trang : null });
  return answer(visit, found, form, outcome, to, 'Đã ghi quyết định.');
}

/** Rows of one page with the number that was chosen, a known subject's or (after a d) a row's; rows left open are not in it. */
function decisionsIn(typed: Typed, form: RegExp): Map<number, number> {
  const rows = new Map<number, number>();
  for (const [name, value] of Object.entries(typed)) {
    const no = /^dong_([1-9]\d{0,8})$/.exec(name)?.[1];
    if (no && typeof value === 'string' && form.test(value))
      rows.set(Number(no), Number(value.replace('d', '')));
  }
  return rows;
}

interface Again {
  errors?: FieldErrors;
  reasons?: readonly Reason[];
  typed?: Typed;
}

async function showBatch(visit: Visit, { batch, target }: FoundBatch, again: Again): Promise<Response> {
  if (batch.state === 'read') return visit.redirect(matchPath(batch.id), 303);
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const outcome = queryChoice(visit, 'loai', OUTCOMES);
  const page = Math.min(queryNumber(visit, 'trang') ?? 1, 100_000);
  const rows = await pageOfRows(db, batch.id, outcome, page);
  const told = await tellSame(
    db,
    actor,
    rows.map(({ found }) => found),
  );
  const { errors = {}, reasons = [], typed = {} } = again;
  const roles = rolesAt(actor, batch.officePath);
  return officePage(visit, {
    title: `Danh sách số ${batch.id}`,
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <PreviewPage
        {...{ batch, target, rows, told, outcome, page, errors, reasons, typed }}
        mayUndo={RECORDERS.some((role) => roles.has(role))}
      />
    ),
  });
}
