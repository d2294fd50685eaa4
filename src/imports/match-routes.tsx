import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { queryChoice } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { contentOf } from './batch.ts';
import { type Choices, choicesShape, FONT_CHOICES } from './choices.ts';
import { unpackTables } from './content.ts';
import { RECORDERS } from './exemplar-judge.ts';
import { MatchPage } from './match-page.tsx';
import { batchPath, IMPORTS_PATH, matchPath } from './paths.ts';
import { planRows } from './plan-rows.ts';
import { type Chosen, type Proposal, proposeChoices } from './propose.ts';
import type { RawTable } from './raw-table.ts';
import { keepPlan } from './steps.ts';
import { type FoundBatch, withBatch } from './with-batch.ts';

const rowNumber = z.coerce.number().int().min(0).max(2_000_000).nullable().catch(null);
const matchForm = z.looseObject({
  bang: z.coerce.number().int().min(0).max(1_000).catch(0),
  phong: z.enum(FONT_CHOICES).catch('auto'),
  dau_tu: rowNumber,
  dau_den: rowNumber,
  muc: z.string().max(60).default(''),
});

/** Columns are matched by a person, once for each shape of list. */
export const matchRoutes: Route[] = [
  get(`${IMPORTS_PATH}/:id/ghep-cot`, RECORDERS, (visit) =>
    withOpen(visit, (found) => showMatch(visit, found, chosenIn(visit))),
  ),
  post(`${IMPORTS_PATH}/:id/ghep-cot`, RECORDERS, (visit) => withOpen(visit, (found) => match(visit, found))),
];

interface OpenBatch extends FoundBatch {
  tables: RawTable[];
}

/** A list that is still in work, with its tables. */
function withOpen(visit: Visit, work: (found: OpenBatch) => Promise<Response>): Promise<Response> {
  return withBatch(visit, async (found) => {
    const content = await contentOf(visit.get('deps').db, found.batch.id);
    if (!content)
      return redirectWith(
        visit,
        batchPath(found.batch.id),
        'Danh sách này đã xong, không ghép cột lại được.',
        'info',
      );
    return work({ ...found, tables: await unpackTables(content) });
  });
}

/** What the address asks for; what was kept of an earlier match holds where it asks nothing. */
function chosenIn(visit: Visit): Chosen | null {
  const numberIn = (name: string) => {
    const text = visit.req.query(name) ?? '';
    return /^\d{1,7}$/.test(text) ? Number(text) : null;
  };
  if (visit.req.query('bang') === undefined) return null;
  return {
    table: numberIn('bang'),
    font: queryChoice(visit, 'phong', FONT_CHOICES) ?? 'auto',
    headFrom: numberIn('dau_tu'),
    headTo: numberIn('dau_den'),
  };
}

async function proposalFor(visit: Visit, found: OpenBatch, chosen: Chosen | null): Promise<Proposal> {
  const { db, clock } = visit.get('deps');
  const kept = chosen ? null : found.batch.choices;
  const asked = chosen ?? {
    table: kept?.table ?? null,
    font: kept?.font ?? 'auto',
    headFrom: kept?.headFrom ?? null,
    headTo: kept?.headTo ?? null,
  };
  // another table was chosen: the head of the one before says nothing of it
  const other = chosen !== null && found.batch.choices !== null && chosen.table !== found.batch.choices.table;
  return proposeChoices(db, actorOf(visit), clock.today(), {
    ...found,
    chosen: other ? { ...asked, headFrom: null, headTo: null } : asked,
  });
}

async function showMatch(
  visit: Visit,
  found: OpenBatch,
  chosen: Chosen | null,
  again: { errors?: FieldErrors; reasons?: readonly Reason[]; typed?: Typed } = {},
): Promise<Response> {
  const proposal = await proposalFor(visit, found, chosen);
  const { errors = {}, reasons = [], typed = {} } = again;
  return officePage(visit, {
    title: 'Ghép cột',
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: (
      <MatchPage
        {...{ batch: found.batch, target: found.target, proposal, errors, reasons, typed }}
        tables={found.tables.map(({ name, rows }) => ({ name, rows: rows.length }))}
      />
    ),
  });
}

async function match(visit: Visit, found: OpenBatch): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const form = await readForm(visit, matchForm);
  if (!form.ok) return showMatch(visit, found, null, { errors: form.errors, typed: form.typed });
  const { bang, phong, dau_tu, dau_den, muc } = form.value;
  const chosen = { table: bang, font: phong, headFrom: dau_tu, headTo: dau_den };
  const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
    showMatch(visit, found, chosen, { errors, reasons, typed: form.typed });
  const proposal = await proposeChoices(db, actorOf(visit), clock.today(), { ...found, chosen });
  const choices = choicesIn(form.typed, muc, proposal);
  const errors = errorsOf(choices, found);
  if (!choices || Object.keys(errors).length > 0) return again(errors);
  const raw = found.tables[choices.table];
  if (!raw) return again({ _: 'Không có trang tính này trong tệp; hãy chọn lại.' });
  const plan = await planRows(db, actorOf(visit), clock.today(), found.target, raw, choices);
  const outcome = await keepPlan(acting(visit, form.key), {
    id: found.batch.id,
    version: form.version,
    choices,
    plan,
  });
  if (outcome.ok)
    return redirectWith(visit, batchPath(found.batch.id), 'Đã ghép cột; mời xem từng dòng sẽ làm gì.');
  return answerRefusal(visit, outcome.refusal, { backTo: matchPath(found.batch.id), sent: form, again });
}

/** What was chosen, held against what could be chosen; null where the form is nobody's honest one. */
function choicesIn(
  typed: Typed,
  section: string,
  { choices, head, settings, fields }: Proposal,
): Choices | null {
  const textOf = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  const known = new Set<string>(['stt', ...fields.map(({ key }) => key)]);
  const columns = head.labels.map((_, column) => {
    const field = textOf(`cot_${column}`);
    return known.has(field) ? field : null;
  });
  const chosen = settings.map(({ name, options, placeholder, value }) => {
    const text = textOf(`chung_${name}`);
    const may = options.some((option) => option.value === text) || (text === '' && placeholder !== null);
    return [name, may ? text : value];
  });
  const parsed = choicesShape.safeParse({
    ...choices,
    columns,
    sectionField: known.has(section) ? section : null,
    settings: Object.fromEntries(chosen),
  });
  return parsed.success ? parsed.data : null;
}

function errorsOf(choices: Choices | null, { target }: OpenBatch): FieldErrors {
  if (!choices) return { _: 'Biểu mẫu không hợp lệ; hãy tải lại trang.' };
  const missing = target.fields.filter(({ key, required }) => required && !choices.columns.includes(key));
  return missing.length === 0
    ? {}
    : { cot_0: `Hãy chọn cột nào là “${missing.map(({ label }) => label).join('”, “')}”.` };
}
