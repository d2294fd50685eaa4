import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { renderDocx } from '../papers/docx.ts';
import type { Block, OfficialPaper, TableBlock } from '../papers/official-paper.ts';
import type { TemplateForm } from './template-fields.ts';

/** Stands where the built-in paper would print a day, until the field takes its place. */
const PLACE = '{{dia_danh_ngay}}';
/** Each line brings its own dash. */
const RECIPIENTS = '{{#noi_nhan}}{{dong}}{{/noi_nhan}}';

/**
 * A template to begin with: the layout of the built-in paper with a field in every place, all figures, tables and
 * parts of the form. An office downloads it, changes it in Word and sends it back.
 */
export async function exampleTemplate(form: TemplateForm): Promise<Uint8Array> {
  const file = unzipSync(await renderDocx(paperOf(form)));
  const document = file['word/document.xml'];
  if (!document) throw new Error('The built-in paper has no document.');
  const xml = strFromU8(document)
    .replace(`${PLACE}, ngày … tháng … năm 2000`, PLACE)
    .replace('Số: {{so_ky_hieu}}/', 'Số: {{so_ky_hieu}}')
    .replace(`- ${RECIPIENTS}.`, RECIPIENTS);
  return zipSync({ ...file, 'word/document.xml': strToU8(xml) });
}

function paperOf(form: TemplateForm): OfficialPaper {
  return {
    superior: '{{CAP_TREN}}',
    issuer: '{{TEN_DON_VI}}',
    number: '{{so_ky_hieu}}',
    symbol: '',
    place: PLACE,
    date: null,
    year: 2000,
    kind: 'BÁO CÁO',
    subject: 'Kết quả thực hiện Kế hoạch {{ke_hoach_so}} {{ky_bao_cao}}',
    body: [
      {
        type: 'paragraph',
        text: 'Thực hiện Kế hoạch {{ke_hoach_so}} ({{ke_hoach_ten}}), {{ten_don_vi}} báo cáo như sau (số liệu đến ngày {{ngay_chot}}):',
      },
      { type: 'heading', level: 1, text: 'I. SỐ LIỆU' },
      { type: 'paragraph', text: '{{muc_day_du}}' },
      ...(form.indicators.length > 0 ? [ALL_FIGURES] : []),
      ...form.tables.map(tableBlock),
      { type: 'heading', level: 1, text: 'II. NHẬN XÉT, ĐÁNH GIÁ' },
      ...form.parts.flatMap(({ key, name }, n): Block[] => [
        { type: 'heading', level: 2, text: `${n + 1}. ${name}` },
        { type: 'paragraph', text: `{{#doan.${key}}}{{noi_dung}}{{/doan.${key}}}` },
      ]),
      { type: 'paragraph', text: 'Trên đây là báo cáo của {{ten_don_vi}}' },
    ],
    signature: { authority: ['{{THAM_QUYEN_KY}}'], title: '{{CHUC_DANH}}', name: '{{nguoi_ky}}' },
    recipients: [RECIPIENTS],
  };
}

const ALL_FIGURES: TableBlock = {
  type: 'table',
  title: 'Các chỉ tiêu',
  columns: [
    { label: 'STT', width: 12, align: 'center' },
    { label: 'Chỉ tiêu', align: 'left' },
    { label: 'Đơn vị tính', width: 28, align: 'left' },
    { label: 'Số liệu', width: 28, align: 'right' },
  ],
  rows: [['{{#cac_so_lieu}}{{stt}}', '{{ten}}', '{{don_vi_tinh}}', '{{gia_tri}}{{/cac_so_lieu}}']],
};

/** One row that repeats: its first cell opens the loop, its last one closes it. */
function tableBlock({ key, title, columns }: TemplateForm['tables'][number]): TableBlock {
  const cells = columns.map((_, n) => `{{cot_${n + 1}}}`);
  const last = cells.length - 1;
  const row = cells.map(
    (text, n) => `${n === 0 ? `{{#bang.${key}}}` : ''}${text}${n === last ? `{{/bang.${key}}}` : ''}`,
  );
  return {
    type: 'table',
    title,
    columns: columns.map(({ label, kind }) => ({ label, align: kind === 'text' ? 'left' : 'right' })),
    rows: [row],
  };
}
