import { renderDocx } from '../papers/docx.ts';
import { renderPdf } from '../papers/pdf.ts';
import { renderXlsx } from '../papers/xlsx.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import { type FigureGroup, figureGroups, isFrozen } from './figures-view.ts';
import { correctionTables } from './gap-table.ts';
import { rollupOf } from './merged-report.ts';
import { type PrintedReport, reportPaper } from './paper.ts';
import { findReport, partsOfReport, type ReportInView } from './queries.ts';
import { slug } from './report-form-schema.ts';
import type { ReportTable } from './report-table.ts';
import { allCorrections } from './resent.ts';
import { completenessInWords } from './rollup-rules.ts';
import { reportTitle } from './rules.ts';
import { paperByTemplate } from './template-paper.ts';
import { tablesOf } from './view.ts';

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

export type PaperFormat = keyof typeof MEDIA_TYPES;

/**
 * Answers the report as a file; the Word file by the office's own template where it has one. A report that is still
 * being written can be printed as well: its name says so.
 */
export async function downloadReport(visit: Visit, format: PaperFormat): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit);
  const report = id === null ? null : await findReport(db, actorOf(visit), id);
  if (!report) return notFoundPage(visit);
  const bytes = await bytesOf(visit, report, format);
  const draft = isFrozen(report) ? '' : '-du-thao';
  const name = slug(reportTitle(report.formName, report.periodWords)) || 'bao-cao';
  return new Response(Buffer.from(bytes), {
    headers: {
      'content-type': MEDIA_TYPES[format],
      'content-disposition': `attachment; filename="${name}${draft}.${format}"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function bytesOf(visit: Visit, report: ReportInView, format: PaperFormat): Promise<Uint8Array> {
  const { db, files } = visit.get('deps');
  if (format === 'docx') {
    const own = await paperByTemplate(db, files, report);
    if (own) return own;
  }
  const printed = await printedReport(visit, report);
  if (format === 'xlsx') return renderXlsx(workbook(report, printed));
  const paper = reportPaper(printed);
  return format === 'docx' ? renderDocx(paper) : renderPdf(paper);
}

async function printedReport(visit: Visit, report: ReportInView): Promise<PrintedReport> {
  const { db } = visit.get('deps');
  const [parts, groups, tables, rollup, corrections] = await Promise.all([
    partsOfReport(db, report),
    figureGroups(db, report),
    tablesOf(db, report),
    rollupOf(db, report.id),
    allCorrections(db, report),
  ]);
  const completeness = rollup ? `Tổng hợp từ ${completenessInWords(rollup.completeness)}.` : null;
  return { report, parts, groups, tables: [...tables, ...correctionTables(corrections)], completeness };
}

function workbook(report: ReportInView, { groups, tables }: PrintedReport) {
  return {
    title: `${reportTitle(report.formName, report.periodWords)} – Kế hoạch ${report.planNumber}`,
    sheets: [...figureSheet(groups), ...tables.map(tableSheet(groups.length > 0 ? 1 : 0))],
  };
}

/** All figures on the first sheet; what is not known is left blank. */
function figureSheet(groups: readonly FigureGroup[]) {
  if (groups.length === 0) return [];
  const text = (label: string) => ({ label, kind: 'text' as const });
  const figures = (label: string) => ({ label, kind: 'figures' as const });
  return [
    {
      name: '1. Số liệu',
      title: 'Số liệu',
      columns: [
        text('Nhóm'),
        text('Số liệu'),
        text('Đơn vị tính'),
        figures('Kỳ này'),
        figures('Cùng kỳ năm trước'),
        figures('Kế hoạch'),
        text('Cách tính'),
      ],
      rows: groups.flatMap(({ name, figures }) =>
        figures.map((figure) => [
          name,
          figure.name,
          figure.unit,
          figure.value,
          figure.lastYear ?? null,
          figure.target?.value ?? null,
          figure.definition,
        ]),
      ),
    },
  ];
}

const tableSheet = (before: number) => (table: ReportTable, index: number) => ({
  name: `${index + 1 + before}. ${table.title}`,
  title: table.title,
  columns: table.columns.map(({ label, kind }) => ({
    label,
    kind: kind === 'text' ? ('text' as const) : ('number' as const),
  })),
  rows: table.totals ? [...table.rows, table.totals] : table.rows,
  ...(table.note ? { note: table.note } : {}),
});
