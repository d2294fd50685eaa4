import { z } from 'zod';
import { sentFiles } from '../evidence/sent-files.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed, textAsSent } from '../web/form.ts';
import { checkbox, optionalId } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { queryNumber } from '../web/query.ts';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { listBatches } from './batch.ts';
import { RECORDERS } from './exemplar-judge.ts';
import { ImportListPage } from './list-page.tsx';
import { openBatch } from './open-batch.ts';
import { IMPORTS_PATH, matchPath, TEMPLATE_PATH } from './paths.ts';
import { type ListFile, readListFile, readPasted } from './read-file.ts';
import { TARGETS, targetOf } from './targets.ts';
import { templateFile } from './template-file.ts';
import { xlsxAnswer } from './xlsx-answer.ts';

const uploadForm = z.object({
  text: z.string('Nội dung dán vào không hợp lệ; hãy dán lại.').default(''),
  target: z
    .string()
    .max(40)
    .default(TARGETS[0]?.key ?? ''),
  officeId: optionalId('đơn vị'),
  again: checkbox,
});

/** Sending a list, and the lists that were sent. */
export const uploadRoutes: Route[] = [
  get(IMPORTS_PATH, RECORDERS, (visit) => showList(visit, {}, [], {})),
  post(IMPORTS_PATH, RECORDERS, upload),
  get(TEMPLATE_PATH, RECORDERS, async (visit) => {
    const target = targetOf(visit.req.query('loai') ?? '') ?? TARGETS[0];
    if (!target) throw new Error('There is no target to import for.');
    return xlsxAnswer(await templateFile(target), 'mau-danh-sach.xlsx');
  }),
];

async function upload(visit: Visit): Promise<Response> {
  const form = await readForm(visit, uploadForm);
  if (!form.ok) return showList(visit, form.errors, [], form.typed);
  const sent = await listSent(visit);
  if (!sent.ok) return showList(visit, sent.errors, [], form.typed);
  const officeId = form.value.officeId ?? ownOffices(visit)[0]?.id ?? 0;
  const { target, again } = form.value;
  const { list, name } = sent;
  const outcome = await openBatch(acting(visit, form.key), { target, officeId, list, name, again });
  if (outcome.ok) return redirectWith(visit, matchPath(outcome.value.id), 'Đã đọc danh sách; mời ghép cột.');
  return answerRefusal(visit, outcome.refusal, {
    backTo: IMPORTS_PATH,
    again: (errors, reasons) => showList(visit, errors, reasons, form.typed),
  });
}

type Sent = { ok: true; list: ListFile; name: string | null } | { ok: false; errors: FieldErrors };

/** The file when one was sent, else what was pasted, as it came: ư of TCVN3 is a sign that forms take away. */
async function listSent(visit: Visit): Promise<Sent> {
  const [file, ...more] = await sentFiles(visit, 'file');
  if (more.length > 0) return { ok: false, errors: { file: 'Mỗi lần chỉ đọc một tệp; hãy chọn một tệp.' } };
  const pasted = await textAsSent(visit, 'text');
  if (!file && pasted.trim() === '')
    return { ok: false, errors: { file: 'Hãy chọn tệp danh sách, hoặc dán bảng vào ô bên dưới.' } };
  const read = file ? await readListFile(file.name, file.bytes) : await readPasted(pasted);
  if (!read.ok) return { ok: false, errors: { [file ? 'file' : 'text']: read.sentence } };
  return { ok: true, list: read.list, name: file?.name ?? null };
}

/** Offices at which the person holds a role that records. */
function ownOffices(visit: Visit): { id: number; name: string }[] {
  const grants = actorOf(visit).grants.filter(({ role }) => RECORDERS.includes(role));
  return [...new Map(grants.map(({ officeId, officeName }) => [officeId, officeName]))].map(([id, name]) => ({
    id,
    name,
  }));
}

async function showList(
  visit: Visit,
  errors: FieldErrors,
  reasons: readonly Reason[],
  typed: Typed,
): Promise<Response> {
  const page = Math.min(queryNumber(visit, 'trang') ?? 1, 10_000);
  const found = await listBatches(visit.get('deps').db, actorOf(visit), page);
  return officePage(visit, {
    title: 'Nhập danh sách',
    status: Object.keys(errors).length + reasons.length > 0 ? 422 : 200,
    children: <ImportListPage {...found} {...{ errors, reasons, typed, page }} offices={ownOffices(visit)} />,
  });
}
