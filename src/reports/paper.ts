import type { Block, OfficialPaper } from '../papers/official-paper.ts';
import { formatDate } from '../ui/format.ts';
import type { YearFigures } from './figure-types.ts';
import type { PaperFields, ReportInView } from './queries.ts';
import type { ReportTable } from './report-table.ts';
import { countIn, sum } from './tables.ts';

/** What the paper says where nobody has typed anything yet. */
export function paperDefaults(report: ReportInView): PaperFields {
  return {
    number: report.paper.number ?? null,
    symbol: report.paper.symbol ?? 'BC',
    place: report.paper.place ?? report.planPlace ?? '',
    date: report.paper.date ?? null,
    authority: report.paper.authority ?? null,
    signerTitle: report.paper.signerTitle ?? 'THỦ TRƯỞNG ĐƠN VỊ',
    signerName: report.paper.signerName ?? null,
    recipients: report.paper.recipients ?? ['Như trên', 'Lưu: VT'],
  };
}

/** The yearly report as an official paper: figures first, in tables, then what a person wrote. */
export function reportPaper(
  report: ReportInView,
  figures: YearFigures,
  tables: readonly ReportTable[],
  parts: readonly { key: string; name: string }[],
): OfficialPaper {
  const fields = paperDefaults(report);
  return {
    superior: report.superiorName?.toLocaleUpperCase('vi') ?? null,
    issuer: report.officeName.toLocaleUpperCase('vi'),
    number: fields.number,
    symbol: fields.symbol,
    place: fields.place,
    date: fields.date,
    year: report.year,
    kind: 'BÁO CÁO',
    subject: `Kết quả thực hiện Kế hoạch ${report.planNumber} năm ${report.year}`,
    body: [
      {
        type: 'paragraph',
        text: `Thực hiện Kế hoạch ${report.planNumber} (${report.planTitle}), ${report.officeName} báo cáo kết quả năm ${report.year} như sau:`,
      },
      { type: 'heading', level: 1, text: 'I. SỐ LIỆU' },
      { type: 'paragraph', text: inWords(figures) },
      ...tables.filter((table) => table.rows.length > 0).map(tableBlock),
      ...tables
        .filter((table) => table.rows.length === 0)
        .map((table): Block => ({ type: 'note', text: `${table.title}: không có.` })),
      { type: 'heading', level: 1, text: 'II. NHẬN XÉT, ĐÁNH GIÁ' },
      ...parts.flatMap((part, index) => writtenPart(`${index + 1}. ${part.name}`, report.words[part.key])),
    ],
    signature: {
      authority: fields.authority ? [fields.authority] : [],
      title: fields.signerTitle,
      name: fields.signerName,
    },
    recipients: fields.recipients,
  };
}

/** The figures in one sentence, as a reader wants them first. */
function inWords(figures: YearFigures): string {
  const all = sum(figures.standing.map((cell) => cell.count));
  const count = (state: string) => countIn(figures.standing, [state]).toLocaleString('vi-VN');
  const { due, done } = figures.checks;
  return (
    `Tính đến ngày ${formatDate(figures.closingOn)}, có ${all.toLocaleString('vi-VN')} điển hình được ghi nhận, ` +
    `trong đó ${count('nurtured')} đang bồi dưỡng, ${count('recognised')} đã công nhận, ${count('honoured')} đã tôn vinh. ` +
    `Trong năm đã kiểm tra ${done.toLocaleString('vi-VN')} trên ${due.toLocaleString('vi-VN')} điển hình phải kiểm tra.`
  );
}

function tableBlock(table: ReportTable): Block {
  return {
    type: 'table',
    title: table.title,
    columns: table.columns.map(({ label, kind }) => ({ label, align: kind === 'text' ? 'left' : 'right' })),
    rows: table.rows,
    ...(table.totals ? { totals: table.totals } : {}),
    ...(table.note ? { note: table.note } : {}),
  };
}

/** Lines that begin with a dash are a list, as people type it; other lines are paragraphs. */
function writtenPart(heading: string, words: string | undefined): Block[] {
  const lines = (words ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const blocks: Block[] = [{ type: 'heading', level: 2, text: heading }];
  for (const line of lines) {
    const item = /^[-–+•]\s*(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item && last?.type === 'list') last.items.push(item);
    else if (item) blocks.push({ type: 'list', items: [item] });
    else blocks.push({ type: 'paragraph', text: line });
  }
  if (lines.length === 0) blocks.push({ type: 'note', text: '(Chưa có nội dung)' });
  return blocks;
}
