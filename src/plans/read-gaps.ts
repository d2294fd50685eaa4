import { type Block, isCapitals } from './read-blocks.ts';
import type { PlanReading } from './read-found.ts';
import { hasSignature } from './read-head.ts';
import type { Source } from './read-source.ts';

/** What was looked for and is not in the text, or looks cut off: one sentence each, the gravest first. */
export function readGaps(
  source: Source,
  blocks: readonly Block[],
  reading: Omit<PlanReading, 'missing'>,
): string[] {
  return [
    ...cutOff(source, blocks),
    ...headingGaps(source, blocks),
    ...endGaps(source, blocks),
    ...headGaps(reading),
    ...contentGaps(reading),
  ];
}

/** The text ends inside a sentence, or behind words that announce more. */
function cutOff(source: Source, blocks: readonly Block[]): string[] {
  const last = blocks.at(-1);
  if (!last) return [];
  const words = source.plain.slice(last.from, last.end);
  const tail = words.slice(-60).replace(/\s+/g, ' ').trim();
  if (/[:,;]$/.test(words) && !hasEnding(source)) {
    return [
      `Văn bản kết thúc ở chỗ còn báo trước nội dung tiếp theo (“…${tail}”), nên có thể bị cắt ở giữa.`,
    ];
  }
  if (!/[.!?…)"”/]$/.test(words) && !hasEnding(source) && !isCapitals(source, last) && words.length > 40) {
    return [`Câu cuối chưa hết (“…${tail}”), nên văn bản có thể bị cắt ở giữa.`];
  }
  return [];
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

const hasEnding = (source: Source): boolean => hasSignature(source) || /\n\s*noi nhan/.test(source.folded);

/** Main headings that are numbered with gaps, and a paper that stops before it says how it is carried out. */
function headingGaps(source: Source, blocks: readonly Block[]): string[] {
  const romans = blocks.filter(({ mark, label }) => mark === 'roman' && ROMAN.includes(label));
  const seen = romans.map(({ label }) => ROMAN.indexOf(label));
  const gaps: string[] = [];
  const lost = ROMAN.slice(0, Math.max(-1, ...seen) + 1).filter((_, n) => !seen.includes(n));
  for (const label of lost) gaps.push(`Không thấy mục ${label.toUpperCase()} trong văn bản.`);
  const carried = blocks.some((block) => {
    const words = source.folded.slice(block.from, block.end);
    return (
      block.end - block.from < 160 &&
      /to chuc thuc hien|trach nhiem thuc hien|phan cong thuc hien|trach nhiem cua cac/.test(words)
    );
  });
  if (!carried) {
    const last = ROMAN[Math.max(-1, ...seen)];
    const where = placeOfEnd(blocks);
    gaps.push(
      last
        ? `Không thấy phần tổ chức thực hiện: sau mục ${last.toUpperCase()} không còn mục nào; văn bản dừng ở ${where}, có thể bị cắt ở giữa.`
        : 'Không thấy phần tổ chức thực hiện trong văn bản.',
    );
  }
  return gaps;
}

function placeOfEnd(blocks: readonly Block[]): string {
  const at = blocks.findLastIndex(({ mark }) => mark === 'number' || mark === 'roman');
  const block = blocks[at];
  if (!block) return 'đoạn cuối';
  const roman = blocks.slice(0, at + 1).findLast(({ mark }) => mark === 'roman');
  const label = block.mark === 'roman' ? '' : `.${block.label}`;
  return `mục ${roman ? roman.label.toUpperCase() : ''}${roman ? label : block.label}`;
}

function endGaps(source: Source, blocks: readonly Block[]): string[] {
  const gaps: string[] = [];
  if (!blocks.some((block) => /^noi nhan/.test(source.folded.slice(block.from, block.end)))) {
    gaps.push('Không thấy phần “Nơi nhận”.');
  }
  if (!hasSignature(source)) gaps.push('Không thấy phần chữ ký (TM., KT. …) ở cuối văn bản.');
  return gaps;
}

function headGaps({
  kind,
  title,
  issuedOn,
  issuedAt,
  issuer,
  signer,
  period,
}: Omit<PlanReading, 'missing'>): string[] {
  const looked: [found: unknown, what: string][] = [
    [kind, 'loại văn bản'],
    [title, 'tên kế hoạch'],
    [issuedOn, 'ngày ban hành'],
    [issuedAt, 'nơi ban hành'],
    [issuer, 'cơ quan ban hành'],
    [signer, 'người ký'],
    [period, 'giai đoạn thực hiện'],
  ];
  return looked.filter(([found]) => found === null).map(([, what]) => `Không tìm thấy ${what}.`);
}

function contentGaps(reading: Omit<PlanReading, 'missing'>): string[] {
  const gaps: string[] = [];
  if (reading.basis.length === 0) gaps.push('Không tìm thấy văn bản làm căn cứ.');
  if (reading.stages.length === 0) gaps.push('Không tìm thấy giai đoạn, mốc thời gian nào.');
  if (reading.unitPlanParts.length === 0) {
    gaps.push('Không tìm thấy câu nói kế hoạch của đơn vị phải có những phần nào.');
  }
  if (reading.fields.length === 0)
    gaps.push('Không tìm thấy lĩnh vực điểm nào được giao cho cơ quan chủ trì.');
  if (!reading.reportsTo) gaps.push('Không tìm thấy câu nói báo cáo gửi cho ai.');
  for (const { value } of reading.fields) {
    if (value.quota.percentOf) {
      gaps.push(`Chỉ tiêu “${value.quota.percentOf}” của “${value.name}” là tỷ lệ; hãy đổi ra số khi soạn.`);
    }
    if (value.criteria.length === 0) gaps.push(`Không tìm thấy tiêu chí của lĩnh vực “${value.name}”.`);
  }
  return gaps;
}
