import type { PaperFields } from '../papers/paper-fields.ts';
import { placeAndDate, recipientLines } from '../papers/wording.ts';
import { formatDate, formatNumber, UNKNOWN } from '../ui/format.ts';
import type { ReportTable } from './report-table.ts';
import type { TemplateData } from './template-engine.ts';

/** A report as words and figures, for a template. */
export interface TemplateReport {
  officeName: string;
  superiorName: string | null;
  formName: string;
  periodWords: string;
  year: number;
  closingOn: string;
  planNumber: string;
  planTitle: string;
  /** How complete the roll-up is; empty when nothing was rolled up. */
  completeness: string;
  paper: PaperFields;
  figures: readonly { key: string; name: string; unit: string; value: number | null }[];
  /** What came late or was sent again after it was merged, figure by figure. */
  corrections: readonly TemplateCorrection[];
  tables: readonly ReportTable[];
  parts: readonly { key: string }[];
  words: Readonly<Record<string, string>>;
}

export interface TemplateCorrection {
  figure: string;
  officeName: string;
  why: string;
  before: number | null;
  after: number;
}

/** What stands in the place of each field of `fieldsOf`: words are printed, null is "chưa rõ" in figures. */
export function templateData(report: TemplateReport): TemplateData {
  const { paper } = report;
  const capitals = (text: string) => text.toLocaleUpperCase('vi');
  const data: TemplateData = {
    ten_don_vi: report.officeName,
    TEN_DON_VI: capitals(report.officeName),
    cap_tren: report.superiorName ?? '',
    CAP_TREN: capitals(report.superiorName ?? ''),
    so_ky_hieu: `${paper.number ?? '\u00a0\u00a0\u00a0\u00a0'}/${paper.symbol}`,
    dia_danh_ngay: placeAndDate({ place: paper.place, date: paper.date, year: report.year }),
    ten_bao_cao: report.formName,
    ky_bao_cao: lowerFirst(report.periodWords),
    ngay_chot: formatDate(report.closingOn),
    ke_hoach_so: report.planNumber,
    ke_hoach_ten: report.planTitle,
    muc_day_du: report.completeness,
    THAM_QUYEN_KY: capitals(paper.authority ?? ''),
    CHUC_DANH: capitals(paper.signerTitle),
    nguoi_ky: paper.signerName ?? '',
    noi_nhan: recipientLines(paper.recipients).map((dong) => ({ dong })),
    cac_so_lieu: report.figures.map(({ name, unit, value }, n) => ({
      stt: String(n + 1),
      ten: name,
      don_vi_tinh: unit,
      gia_tri: figure(value),
    })),
  };
  data.dinh_chinh = report.corrections.map(({ figure: name, officeName, why, before, after }) => ({
    chi_tieu: name,
    do_don_vi: officeName,
    vi_sao: why,
    truoc: figure(before),
    sau: figure(after),
  }));
  for (const { key, value } of report.figures) data[`so_lieu.${key}`] = figure(value);
  for (const table of report.tables) data[`bang.${table.key}`] = rowsOf(table);
  for (const { key } of report.parts) {
    const words = report.words[key]?.trim() ?? '';
    data[`phan.${key}`] = words;
    data[`doan.${key}`] = paragraphs(words).map((noi_dung) => ({ noi_dung }));
  }
  return data;
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

const figure = (value: number | null): string => (value === null ? UNKNOWN : formatNumber(value));

const cell = (value: string | number | null): string =>
  typeof value === 'number' ? formatNumber(value) : (value ?? '');

/** The rows with their number; the totals follow as one more, without a number. */
function rowsOf(table: ReportTable): Record<string, string>[] {
  const line = (row: readonly (string | number | null)[], stt: string) => ({
    stt,
    ...Object.fromEntries(table.columns.map((_, n) => [`cot_${n + 1}`, cell(row[n] ?? null)])),
  });
  const rows = table.rows.map((row, n) => line(row, String(n + 1)));
  return table.totals && table.rows.length > 0 ? [...rows, line(table.totals, '')] : rows;
}

const paragraphs = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
