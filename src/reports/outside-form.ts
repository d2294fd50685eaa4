import type { FillIn } from '../papers/fill-in.ts';
import type { FormIndicator } from './merged-indicators.ts';
import type { AboveReport } from './merged-report.ts';
import { reportTitle } from './rules.ts';

/** Which office is to fill it in, and what has been recorded for it so far. */
export interface OutsideOffice {
  officeId: number;
  officeName: string;
  figures: ReadonlyMap<string, number | null>;
  words: Readonly<Record<string, string>>;
}

/** What tells a form apart when it comes back. */
export interface FormMarks {
  kind: 'guong-sang-bao-cao';
  plan: string;
  office: string;
  form: string;
  edition: string;
  period: string;
}

type Above = Pick<
  AboveReport,
  | 'planId'
  | 'formKey'
  | 'formEdition'
  | 'formName'
  | 'periodFrom'
  | 'periodWords'
  | 'planNumber'
  | 'officeName'
>;

export const marksOf = (report: Above, officeId: number): FormMarks => ({
  kind: 'guong-sang-bao-cao',
  plan: String(report.planId),
  office: String(officeId),
  form: report.formKey,
  edition: String(report.formEdition),
  period: report.periodFrom,
});

/** The form as a workbook for an office that works outside of the program, with what is known of it already. */
export function outsideForm(
  report: Above,
  office: OutsideOffice,
  indicators: readonly FormIndicator[],
  parts: readonly { key: string; name: string; hint: string | null }[],
): FillIn {
  return {
    title: reportTitle(report.formName, report.periodWords),
    facts: [
      { label: 'Đơn vị báo cáo', value: office.officeName },
      { label: 'Nơi nhận', value: report.officeName },
      { label: 'Theo Kế hoạch', value: report.planNumber },
      { label: 'Mẫu', value: `${report.formName}, bản ${report.formEdition}` },
    ],
    marks: { ...marksOf(report, office.officeId) },
    numbers: indicators.map(({ key, name, unit, definition }) => ({
      key,
      label: name,
      unit,
      hint: definition,
      value: office.figures.get(key) ?? null,
    })),
    texts: parts.map(({ key, name, hint }) => ({
      key,
      label: name,
      hint: hint ?? '',
      value: office.words[key] ?? '',
    })),
    help: [
      'Chỉ điền vào các ô màu vàng. Chưa có số liệu thì để trống, không ghi 0.',
      'Ghi số, không ghi công thức hoặc chữ. Điền xong, lưu lại và gửi tệp này về nơi nhận.',
    ],
  };
}
