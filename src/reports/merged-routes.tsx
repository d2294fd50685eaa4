import { z } from 'zod';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { optionalText, text } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { queryNumber, queryText, withQuery } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, type Visit } from '../web/visit.ts';
import { withFigures } from './figure-words.ts';
import { type Ticked, takePassages } from './merged-commands.ts';
import { wordedValues } from './merged-figures.ts';
import { PassagesPage } from './merged-passages-page.tsx';
import type { AboveReport } from './merged-report.ts';
import { textsBelow } from './merged-words.ts';
import { partsOfReport } from './queries.ts';
import { withAbove } from './rollup-routes.tsx';

const PATH = '/bao-cao/:id/tong-hop/loi-van';
const TICK = /^([1-9]\d{0,14})\.([1-9]\d{0,8})\.(\d{1,5})$/;

/** Passages come as `report.version.paragraph`, at most so many at once. */
const MOST_TICKED = 400;

export const passagesForm = z.object({
  phan: text('mục của báo cáo', 40),
  q: optionalText('lời cần tìm', 100),
  doan: z
    .union([z.string(), z.array(z.string())], 'Hãy chọn ít nhất một đoạn.')
    .transform((value) => [value].flat())
    .pipe(
      z
        .array(z.string().regex(TICK, 'Đoạn đã chọn không hợp lệ; hãy tải lại trang.'))
        .max(MOST_TICKED, `Mỗi lần lấy không quá ${MOST_TICKED} đoạn.`),
    )
    .transform((values) => values.map(tickedIn)),
});

function tickedIn(value: string): Ticked {
  const [, reportId, version, index] = TICK.exec(value) ?? [];
  return { reportId: Number(reportId), version: Number(version), index: Number(index) };
}

/** The written parts of those below side by side, and taking passages from them. */
export const mergedRoutes: Route[] = [
  get(PATH, 'signed_in', (visit) =>
    withAbove(visit, (report) => passagesPage(visit, report, asked(visit), [])),
  ),
  post(PATH, 'signed_in', async (visit) => {
    const id = idParam(visit);
    if (id === null) return notFoundPage(visit);
    const form = await readForm(visit, passagesForm);
    const part = typeof form.typed.phan === 'string' ? form.typed.phan : '';
    const search = typeof form.typed.q === 'string' ? form.typed.q.slice(0, 100) : '';
    const backTo = withQuery(`/bao-cao/${id}/tong-hop/loi-van`, { phan: part, q: search });
    const how = {
      backTo,
      thing: { kind: 'report' as const, id, version: form.version },
      sent: form,
      again: (errors: FieldErrors, reasons: Reason[]) =>
        withAbove(visit, (report) =>
          passagesPage(visit, report, { part, search, page: 1 }, [
            ...reasons,
            ...Object.entries(errors).map(([rule, sentence]) => ({ rule, sentence })),
          ]),
        ),
    };
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, how);
    const outcome = await takePassages(acting(visit, form.key), {
      id,
      version: form.version,
      part,
      ticked: form.value.doan,
    });
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, how);
    const { added, already } = outcome.value;
    const again = already > 0 ? `; ${already} đoạn đã có từ trước nên không chép lại` : '';
    return redirectWith(visit, `${backTo}#ban-nhap`, `Đã chép ${added} đoạn vào báo cáo${again}.`);
  }),
];

interface Asked {
  part: string;
  search: string;
  page: number;
}

const asked = (visit: Visit): Asked => ({
  part: queryText(visit, 'phan', 40),
  search: queryText(visit, 'q', 100),
  page: Math.min(queryNumber(visit, 'trang') ?? 1, 1000),
});

async function passagesPage(
  visit: Visit,
  report: AboveReport,
  { part: key, search, page }: Asked,
  reasons: Reason[],
): Promise<Response> {
  const { db } = visit.get('deps');
  const parts = await partsOfReport(db, report);
  const part = parts.find((one) => one.key === key) ?? parts[0];
  if (!part) return notFoundPage(visit);
  const below = await textsBelow(db, report, { part: part.key, search, page });
  const own = withFigures(report.words[part.key] ?? '', await wordedValues(db, report));
  return officePage(visit, {
    title: `Lời văn cấp dưới: ${part.name}`,
    status: reasons.length > 0 ? 422 : 200,
    children: <PassagesPage {...{ report, parts, part, search, page, below, own, reasons }} />,
  });
}
