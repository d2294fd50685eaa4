import { z } from 'zod';
import { sentFiles } from '../evidence/sent-files.ts';
import { renderFillIn } from '../papers/fill-in.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { day, text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { stoppedByVirusCheck } from '../web/upload-check.ts';
import { acting, type Visit } from '../web/visit.ts';
import { indicatorsOf } from './merged-indicators.ts';
import type { AboveReport } from './merged-report.ts';
import { expectedOf, type OutsideBelow, outsideOffice, recordOutside } from './outside-commands.ts';
import { outsideChanges } from './outside-difference.ts';
import { outsideFiles } from './outside-files.ts';
import { outsideForm } from './outside-form.ts';
import { FILE_FIELD, OutsideListPage, OutsidePreviewPage, OutsideUploadPage } from './outside-pages.tsx';
import { OUTSIDE_MAX_BYTES, readOutside } from './outside-read.ts';
import { partsOfReport } from './queries.ts';
import { belowOf } from './rollup-below.ts';
import { withAbove } from './rollup-routes.tsx';

const LIST = '/bao-cao/:id/ngoai-he-thong';
const ONE = `${LIST}/:office`;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The file comes back with the page that showed the difference, so that it is stored only when it is confirmed. */
const MOST_BASE64 = Math.ceil(OUTSIDE_MAX_BYTES / 3) * 4;
export const recordForm = z.object({
  ten: text('tên tệp', 200),
  tep: z
    .string('Hãy chọn lại tệp.')
    .min(1, 'Hãy chọn lại tệp.')
    .max(MOST_BASE64, 'Tệp quá lớn; hãy chọn lại tệp.')
    .regex(/^[A-Za-z0-9+/]+={0,2}$/, 'Tệp bị hỏng trên đường truyền; hãy chọn lại tệp.'),
  receivedOn: day('ngày nhận báo cáo'),
});
const noFields = z.object({});

/** Offices that work outside of the program: their form to download, and reading in what they sent. */
export const outsideRoutes: Route[] = [
  get(LIST, 'signed_in', (visit) =>
    withAbove(visit, async (report) => {
      if (!report.mayWrite) return notFoundPage(visit);
      const { db, clock } = visit.get('deps');
      const below = await belowOf(db, report);
      const outside = below.filter((office) => office.reportId === null || office.isOutside);
      return officePage(visit, {
        title: 'Đơn vị gửi báo cáo ngoài hệ thống',
        children: <OutsideListPage report={report} below={outside} today={clock.today()} />,
      });
    }),
  ),
  get(`${ONE}/bieu.xlsx`, 'signed_in', (visit) =>
    withOutside(visit, async (report, office) => {
      const parts = await partsOfReport(visit.get('deps').db, report);
      const form = outsideForm(report, office, indicatorsOf(report.figureKeys), parts);
      const name = `bieu-${report.formKey}-${report.periodFrom}-${office.officeId}.xlsx`;
      return fileAnswer(await renderFillIn(form), name);
    }),
  ),
  get(ONE, 'signed_in', (visit) =>
    withOutside(visit, (report, office) => uploadPage(visit, report, office, [], {})),
  ),
  post(ONE, 'signed_in', async (visit) => {
    const form = await readForm(visit, noFields);
    if (!form.ok)
      return withOutside(visit, (report, office) => uploadPage(visit, report, office, [], form.errors));
    const [file] = await sentFiles(visit, FILE_FIELD);
    return withOutside(visit, (report, office) =>
      file
        ? previewPage(visit, report, office, { file, errors: {}, typed: form.typed })
        : uploadPage(visit, report, office, [], { [FILE_FIELD]: 'Hãy chọn biểu đã điền.' }),
    );
  }),
  post(`${ONE}/ghi`, 'signed_in', (visit) => recordPost(visit)),
  get(`${ONE}/tep/:file`, 'signed_in', (visit) =>
    withOutside(visit, async (_report, office) => {
      const { db, files } = visit.get('deps');
      const kept = await outsideFiles(db, office.reportId);
      const file = kept.find((one) => one.id === idParam(visit, 'file'));
      return file ? fileAnswer(await files.get(file.sha256), `bieu-${file.id}.xlsx`) : notFoundPage(visit);
    }),
  ),
];

function fileAnswer(bytes: Uint8Array, name: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': XLSX,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}

/** Only the people of the receiving office type in for others. */
function withOutside(
  visit: Visit,
  answer: (report: AboveReport, office: OutsideBelow) => Promise<Response>,
): Promise<Response> {
  return withAbove(visit, async (report) => {
    const officeId = idParam(visit, 'office');
    const office = officeId === null ? null : await outsideOffice(visit.get('deps').db, report, officeId);
    return office && report.mayWrite ? answer(report, office) : notFoundPage(visit);
  });
}

async function uploadPage(
  visit: Visit,
  report: AboveReport,
  office: OutsideBelow,
  reasons: readonly Reason[],
  errors: FieldErrors,
): Promise<Response> {
  const files = await outsideFiles(visit.get('deps').db, office.reportId);
  return officePage(visit, {
    title: `Nhập báo cáo của ${office.officeName}`,
    status: reasons.length > 0 || Object.keys(errors).length > 0 ? 422 : 200,
    children: <OutsideUploadPage {...{ report, office, files, reasons, errors }} />,
  });
}

interface Sent {
  file: { name: string; bytes: Uint8Array };
  errors: FieldErrors;
  typed: Typed;
}

async function previewPage(
  visit: Visit,
  report: AboveReport,
  office: OutsideBelow,
  { file, errors, typed }: Sent,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const expected = await expectedOf(db, report, office);
  const read = await readOutside(file.name, file.bytes, expected);
  if (!read.ok) {
    const reasons = read.sentences.map((sentence, n) => ({ rule: `wrong_form_${n}`, sentence }));
    return uploadPage(visit, report, office, reasons, {});
  }
  const changes = outsideChanges(office, read.content, expected.indicators, expected.parts);
  const base64 = Buffer.from(file.bytes).toString('base64');
  const receivedOn = typeof typed.receivedOn === 'string' ? typed.receivedOn : clock.today();
  return officePage(visit, {
    title: `Xem trước báo cáo của ${office.officeName}`,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <OutsidePreviewPage
        {...{ report, office, changes, receivedOn, errors, typed }}
        file={{ name: file.name, base64 }}
      />
    ),
  });
}

async function recordPost(visit: Visit): Promise<Response> {
  const [id, officeId] = [idParam(visit), idParam(visit, 'office')];
  if (id === null || officeId === null) return notFoundPage(visit);
  const form = await readForm(visit, recordForm);
  const name = typeof form.typed.ten === 'string' ? form.typed.ten.slice(0, 200) : 'tệp không tên';
  const sent = typeof form.typed.tep === 'string' ? form.typed.tep : '';
  const bytes = new Uint8Array(Buffer.from(sent.slice(0, MOST_BASE64), 'base64'));
  const backTo = `/bao-cao/${id}/ngoai-he-thong/${officeId}`;
  // the file is large and told by its name: it is not shown again among what was typed
  const { tep: _file, ...shown } = form.typed;
  const how = {
    backTo,
    thing: { kind: 'report' as const, id, version: form.version },
    sent: { ...form, typed: shown },
    again: (errors: FieldErrors, reasons: Reason[]) =>
      withOutside(visit, (report, office) =>
        reasons.length > 0 || bytes.length === 0 || errors.tep
          ? uploadPage(visit, report, office, reasons, errors)
          : previewPage(visit, report, office, { file: { name, bytes }, errors, typed: shown }),
      ),
  };
  if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
  const { receivedOn } = form.value;
  // what the page gives back could have been changed on the way
  const stopped = await stoppedByVirusCheck(visit, name, async () => bytes);
  if (stopped)
    return withOutside(visit, (report, office) =>
      uploadPage(visit, report, office, [], { [FILE_FIELD]: stopped }),
    );
  const input = { id, officeId, version: form.version, name, bytes, receivedOn };
  const outcome = await recordOutside(acting(visit, form.key), input, visit.get('deps').files);
  if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
  return redirectWith(visit, `/bao-cao/${id}/tong-hop#don-vi`, 'Đã ghi báo cáo của đơn vị.');
}
