import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { day, optionalDay, optionalNumber, optionalText, text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { writesCriteria } from './changing-set.ts';
import { readGroupings } from './grouping.ts';
import { saveNorm } from './norm-commands.ts';
import { NormFormPage, NormsPage } from './norm-pages.tsx';
import { findNorm, listNorms, type NormRow } from './norm-queries.ts';
import { NORMS_PATH } from './set-words.tsx';

const WRITERS = ['standing', 'admin'] as const;

const normForm = z.object({
  name: text('tên định mức', 200),
  unit: text('đơn vị tính', 50),
  region: optionalText('nơi áp dụng', 200),
  value: optionalNumber('mức', -1e12, 1e12),
  validFrom: day('ngày bắt đầu áp dụng'),
  validTo: optionalDay('ngày cuối áp dụng'),
  source: text('nguồn', 500),
  note: optionalText('ghi chú', 2_000),
});

export const normRoutes: Route[] = [
  get(NORMS_PATH, 'signed_in', async (visit) => {
    const { db, clock } = visit.get('deps');
    const norms = await listNorms(db);
    return officePage(visit, {
      title: 'Định mức',
      children: <NormsPage norms={norms} today={clock.today()} mayWrite={writesCriteria(actorOf(visit))} />,
    });
  }),
  get(`${NORMS_PATH}/moi`, [...WRITERS], (visit) => form(visit, null)),
  post(`${NORMS_PATH}/moi`, [...WRITERS], (visit) => save(visit, null)),
  get(`${NORMS_PATH}/:id`, [...WRITERS], (visit) => withNorm(visit, (norm) => form(visit, norm))),
  post(`${NORMS_PATH}/:id`, [...WRITERS], (visit) => withNorm(visit, (norm) => save(visit, norm))),
];

async function withNorm(visit: Visit, answer: (norm: NormRow) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const norm = id === null ? null : await findNorm(visit.get('deps').db, id);
  return norm ? answer(norm) : notFoundPage(visit);
}

interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}

async function form(
  visit: Visit,
  norm: NormRow | null,
  again: Again = { errors: {}, reasons: [], typed: {} },
): Promise<Response> {
  const sets = await visit.get('deps').db.selectFrom('criteria_set').select('groupings').distinct().execute();
  const options = sets.flatMap((set) => readGroupings(set.groupings)).flatMap((grouping) => grouping.options);
  return officePage(visit, {
    title: norm ? 'Sửa định mức' : 'Ghi định mức',
    status: Object.keys(again.errors).length + again.reasons.length > 0 ? 422 : 200,
    children: <NormFormPage norm={norm} regions={[...new Set(options.map(({ name }) => name))]} {...again} />,
  });
}

async function save(visit: Visit, norm: NormRow | null): Promise<Response> {
  const sent = await readForm(visit, normForm);
  const again = (errors: FieldErrors, reasons: readonly Reason[]) =>
    form(visit, norm, { errors, reasons, typed: sent.typed });
  if (!sent.ok) return again(sent.errors, []);
  const target = { id: norm?.id ?? null, version: sent.version };
  const outcome = await saveNorm(acting(visit, sent.key), { ...sent.value, ...target });
  if (outcome.ok) return redirectWith(visit, NORMS_PATH, 'Đã lưu định mức.');
  return answerRefusal(visit, outcome.refusal, {
    again,
    backTo: visit.req.path,
    sent,
    ...(norm && { thing: { kind: 'norm' as const, id: norm.id, version: sent.version } }),
  });
}
