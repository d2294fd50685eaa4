import { historyOf } from '../audit/timeline.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField, TextField } from '../ui/field.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { fieldOf } from '../web/field-of.ts';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { CATALOGUE_PATH, MeasureCataloguePage } from './catalogue-page.tsx';
import { changeMeasure, createMeasure, endMeasure, keepsMeasures } from './edit-measure.ts';
import { MeasureFields } from './measure-fields.tsx';
import { endMeasureForm, measureForm, typedMeasure } from './measure-form.ts';
import { findMeasure, listMeasures, type Measure } from './queries.ts';
import { MeasurePage } from './show-page.tsx';

const NEW = `${CATALOGUE_PATH}/moi`;
const ONE = `${CATALOGUE_PATH}/:id`;

/** The catalogue of measures: read by everybody, kept by the standing body and the administrators. */
export const measureRoutes: Route[] = [
  get(CATALOGUE_PATH, 'signed_in', async (visit) => {
    const { db, clock } = visit.get('deps');
    const props = {
      measures: await listMeasures(db),
      today: clock.today(),
      mayEdit: keepsMeasures(actorOf(visit)),
    };
    return officePage(visit, { title: 'Chỉ số', children: <MeasureCataloguePage {...props} /> });
  }),
  get(NEW, ['standing', 'admin'], (visit) => formPage(visit, null, FRESH)),
  post(NEW, ['standing', 'admin'], async (visit) => {
    const form = await readForm(visit, measureForm);
    const again = (errors: FieldErrors, reasons: Reason[]) =>
      formPage(visit, null, { errors, reasons, typed: form.typed });
    if (!form.ok) return again(form.errors, []);
    const outcome = await createMeasure(acting(visit, form.key), form.value);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: CATALOGUE_PATH, again });
    return redirectWith(visit, `${CATALOGUE_PATH}/${outcome.value.id}`, 'Đã thêm chỉ số.');
  }),
  get(ONE, 'signed_in', (visit) =>
    withMeasure(visit, async (measure) => {
      const { db, clock } = visit.get('deps');
      const history = await historyOf(db, 'measure', measure.id);
      const mayEdit = keepsMeasures(actorOf(visit));
      return officePage(visit, {
        title: measure.name,
        children: <MeasurePage measure={measure} history={history} today={clock.today()} mayEdit={mayEdit} />,
      });
    }),
  ),
  get(`${ONE}/sua`, ['standing', 'admin'], (visit) =>
    withMeasure(visit, (measure) => formPage(visit, measure, { ...FRESH, typed: typedMeasure(measure) })),
  ),
  post(`${ONE}/sua`, ['standing', 'admin'], (visit) =>
    withMeasure(visit, (measure) => change(visit, measure)),
  ),
  get(`${ONE}/thoi-dung`, ['standing', 'admin'], (visit) =>
    withMeasure(visit, (measure) => endPage(visit, measure, FRESH)),
  ),
  post(`${ONE}/thoi-dung`, ['standing', 'admin'], (visit) =>
    withMeasure(visit, (measure) => end(visit, measure)),
  ),
];

interface Again {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
}
const FRESH: Again = { errors: {}, reasons: [], typed: {} };
const isWrong = ({ errors, reasons }: Again): boolean => Object.keys(errors).length + reasons.length > 0;

async function withMeasure(visit: Visit, answer: (measure: Measure) => Promise<Response>): Promise<Response> {
  const id = idParam(visit);
  const measure = id === null ? null : await findMeasure(visit.get('deps').db, id);
  return measure ? answer(measure) : notFoundPage(visit);
}

async function change(visit: Visit, { id }: Measure): Promise<Response> {
  const form = await readForm(visit, measureForm);
  const again = async (errors: FieldErrors, reasons: Reason[]) => {
    const measure = await findMeasure(visit.get('deps').db, id);
    return formPage(visit, measure, { errors, reasons, typed: form.typed });
  };
  if (!form.ok) return again(form.errors, []);
  const outcome = await changeMeasure(acting(visit, form.key), { ...form.value, id, version: form.version });
  const backTo = `${CATALOGUE_PATH}/${id}`;
  const thing = { kind: 'measure' as const, id, version: form.version };
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, again, thing, sent: form });
  return redirectWith(visit, backTo, 'Đã sửa chỉ số.');
}

async function end(visit: Visit, measure: Measure): Promise<Response> {
  const form = await readForm(visit, endMeasureForm);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    endPage(visit, measure, { errors, reasons, typed: form.typed });
  if (!form.ok) return again(form.errors, []);
  const { id } = measure;
  const outcome = await endMeasure(acting(visit, form.key), { ...form.value, id, version: form.version });
  const backTo = `${CATALOGUE_PATH}/${id}`;
  const thing = { kind: 'measure' as const, id, version: form.version };
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo, again, thing, sent: form });
  return redirectWith(visit, backTo, 'Đã ghi ngày thôi dùng.');
}

const formPage = (visit: Visit, measure: Measure | null, again: Again): Promise<Response> =>
  plainForm(visit, measure, again, {
    title: measure ? 'Sửa chỉ số' : 'Thêm chỉ số',
    fields: <MeasureFields field={fieldOf(again.typed, again.errors)} typed={again.typed} />,
  });

function endPage(visit: Visit, measure: Measure, again: Again): Promise<Response> {
  const field = fieldOf(again.typed, again.errors);
  return plainForm(visit, measure, again, {
    title: 'Thôi dùng chỉ số',
    fields: (
      <>
        <p>Số liệu đã ghi theo chỉ số này vẫn giữ nguyên; từ hôm sau ngày dưới đây không chọn được nữa.</p>
        <DateField
          {...field('validTo', visit.get('deps').clock.today())}
          label="Ngày cuối cùng còn dùng"
          required
        />
        <TextField {...field('reason')} label="Lý do" required maxlength={500} />
      </>
    ),
  });
}

function plainForm(
  visit: Visit,
  measure: Measure | null,
  again: Again,
  { title, fields }: { title: string; fields: unknown },
): Promise<Response> {
  const here = measure
    ? [{ label: measure.name, href: `${CATALOGUE_PATH}/${measure.id}` }, { label: title }]
    : [{ label: title }];
  return officePage(visit, {
    title,
    status: isWrong(again) ? 422 : 200,
    children: (
      <>
        <PageHead title={title} crumbs={[{ label: 'Chỉ số', href: CATALOGUE_PATH }, ...here]} />
        <form method="post" class="form">
          <ErrorSummary errors={again.errors} />
          <RefusalList title="Chưa lưu được" reasons={again.reasons} />
          <HiddenFields typed={again.typed} version={measure?.version ?? null} />
          {fields}
          <ButtonRow>
            <Button kind="primary">Lưu</Button>
            <ButtonLink kind="quiet" href={measure ? `${CATALOGUE_PATH}/${measure.id}` : CATALOGUE_PATH}>
              Không lưu, quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}
