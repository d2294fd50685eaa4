import { renderDocx } from '../papers/docx.ts';
import { renderPdf } from '../papers/pdf.ts';
import { renderXlsx } from '../papers/xlsx.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { reportPaper } from './paper.ts';
import { findReport, type ReportInView, reportParts } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { type CountedReport, countReport } from './view.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type PaperFormat = keyof typeof MEDIA_TYPES;

/** Answers the report as a file. A report that is still being written can be printed as well: it says so in its name. */
export async function downloadReport(visit: Visit, format: PaperFormat): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit);
  const report = id === null ? null : await findReport(db, actorOf(visit), id);
  if (!report) return notFoundPage(visit);
  const counted = await countReport(db, report);
  const bytes =
    format === 'xlsx'
      ? await renderXlsx(workbook(report, counted.tables))
      : await paperBytes(visit, report, counted, format);
  const draft = report.state === 'draft' ? '-du-thao' : '';
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="bao-cao-${report.year}${draft}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function paperBytes(
  visit: Visit,
  report: ReportInView,
  { figures, tables }: CountedReport,
  format: 'docx' | 'pdf',
): Promise<Uint8Array> {
  const parts = await reportParts(visit.get('deps').db);
  const paper = reportPaper(report, figures, tables, parts);
  return format === 'docx' ? renderDocx(paper) : renderPdf(paper);
}

function workbook(report: ReportInView, tables: readonly ReportTable[]) {
  return {
    title: `Báo cáo năm ${report.year} – Kế hoạch ${report.planNumber}`,
    sheets: tables.map((table, index) => ({
      name: `${index + 1}. ${table.title}`,
      title: table.title,
      columns: table.columns.map(({ label, kind }) => ({
        label,
        kind: kind === 'text' ? ('text' as const) : ('number' as const),
      })),
      rows: table.totals ? [...table.rows, table.totals] : table.rows,
      ...(table.note ? { note: table.note } : {}),
    })),
  };
}
