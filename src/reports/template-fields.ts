import type { ReportTable } from './report-table.ts';

/** A field that a template may use. */
export interface TemplateField {
  name: string;
  /** What stands in its place. */
  meaning: string;
  /** A loop: `{{#name}} … {{/name}}` repeats what is between for each row; these are the fields within. */
  rows?: { name: string; meaning: string }[];
}

export interface FieldGroup {
  title: string;
  fields: TemplateField[];
}

/** What fields are made of: one form with its indicators, tables and parts. */
export interface TemplateForm {
  indicators: readonly { key: string; name: string; unit: string }[];
  tables: readonly Pick<ReportTable, 'key' | 'title' | 'columns'>[];
  parts: readonly { key: string; name: string }[];
}

export const GENERAL: readonly TemplateField[] = [
  { name: 'ten_don_vi', meaning: 'Tên đơn vị lập báo cáo' },
  { name: 'TEN_DON_VI', meaning: 'Tên đơn vị, chữ in hoa' },
  { name: 'cap_tren', meaning: 'Tên cơ quan cấp trên' },
  { name: 'CAP_TREN', meaning: 'Tên cơ quan cấp trên, chữ in hoa' },
  { name: 'so_ky_hieu', meaning: 'Số và ký hiệu, ví dụ 05/BC-BTĐKT' },
  { name: 'dia_danh_ngay', meaning: 'Nơi ký và ngày, ví dụ Phú Thọ, ngày 05 tháng 12 năm 2018' },
  { name: 'ten_bao_cao', meaning: 'Tên mẫu báo cáo' },
  { name: 'ky_bao_cao', meaning: 'Kỳ báo cáo, ví dụ năm 2018' },
  { name: 'ngay_chot', meaning: 'Ngày chốt số liệu' },
  { name: 'ke_hoach_so', meaning: 'Số kế hoạch' },
  { name: 'ke_hoach_ten', meaning: 'Trích yếu kế hoạch' },
  { name: 'muc_day_du', meaning: 'Tổng hợp từ bao nhiêu báo cáo; trống nếu không tổng hợp' },
  { name: 'THAM_QUYEN_KY', meaning: 'Dòng thẩm quyền ký, chữ in hoa, ví dụ KT. TRƯỞNG BAN' },
  { name: 'CHUC_DANH', meaning: 'Chức danh người ký, chữ in hoa' },
  { name: 'nguoi_ky', meaning: 'Họ tên người ký' },
  {
    name: 'noi_nhan',
    meaning: 'Nơi nhận, mỗi nơi một dòng',
    rows: [{ name: 'dong', meaning: 'Một nơi nhận' }],
  },
];

/** All fields that a template for this form may use, in groups as they are listed on screen. */
export function fieldsOf(form: TemplateForm): FieldGroup[] {
  return [
    { title: 'Chung', fields: [...GENERAL] },
    { title: 'Số liệu', fields: [...form.indicators.map(figureField), ALL_FIGURES, CORRECTIONS] },
    { title: 'Bảng', fields: form.tables.map(tableField) },
    { title: 'Lời văn', fields: form.parts.flatMap(partFields) },
  ].filter((group) => group.fields.length > 0);
}

const figureField = ({ key, name, unit }: TemplateForm['indicators'][number]): TemplateField => ({
  name: `so_lieu.${key}`,
  meaning: unit ? `${name} (${unit})` : name,
});

const ALL_FIGURES: TemplateField = {
  name: 'cac_so_lieu',
  meaning: 'Tất cả số liệu, mỗi chỉ tiêu một dòng',
  rows: [
    { name: 'stt', meaning: 'Số thứ tự' },
    { name: 'ten', meaning: 'Tên chỉ tiêu' },
    { name: 'don_vi_tinh', meaning: 'Đơn vị tính' },
    { name: 'gia_tri', meaning: 'Số liệu' },
  ],
};

const CORRECTIONS: TemplateField = {
  name: 'dinh_chinh',
  meaning:
    'Đính chính do báo cáo cấp dưới đến muộn, hoặc trả lại rồi nộp lại sau khi tổng hợp; mỗi số một dòng, không có thì không in dòng nào',
  rows: [
    { name: 'chi_tieu', meaning: 'Tên chỉ tiêu' },
    { name: 'do_don_vi', meaning: 'Do báo cáo của đơn vị nào' },
    { name: 'vi_sao', meaning: 'Đến muộn hay nộp lại, ngày nào' },
    { name: 'truoc', meaning: 'Số trước khi đính chính' },
    { name: 'sau', meaning: 'Số sau khi đính chính' },
  ],
};

const tableField = ({ key, title, columns }: TemplateForm['tables'][number]): TemplateField => ({
  name: `bang.${key}`,
  meaning: title,
  rows: [
    { name: 'stt', meaning: 'Số thứ tự' },
    ...columns.map(({ label }, n) => ({ name: `cot_${n + 1}`, meaning: label })),
  ],
});

const partFields = ({ key, name }: TemplateForm['parts'][number]): TemplateField[] => [
  { name: `phan.${key}`, meaning: `${name}, cả mục trong một đoạn` },
  {
    name: `doan.${key}`,
    meaning: `${name}, mỗi đoạn văn một lần`,
    rows: [{ name: 'noi_dung', meaning: 'Một đoạn văn' }],
  },
];
