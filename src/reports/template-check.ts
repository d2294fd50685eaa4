import type { TemplateTag, TemplateWrong } from './template-engine.ts';
import type { TemplateField } from './template-fields.ts';

/** More fields than any template of an office has. */
const MOST_TAGS = 800;

const shown = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
};

/** A sentence for what could not be read; `broken` is the paragraph that it stands in, where it was found. */
export function sentenceOf({ kind, text }: TemplateWrong, broken: string | null): string {
  const field = shown(fromLastOpening(broken?.includes('{{') ? broken : text));
  switch (kind) {
    case 'not_closed':
      return `Trường “${field}” chưa đóng bằng “}}”, hoặc bị ngắt sang đoạn khác: hãy gõ lại liền trong một đoạn.`;
    case 'not_opened':
      return `Có “}}” mà không có “{{” ở trước, tại “${shown(text)}”: hãy gõ lại cả trường.`;
    case 'options':
      return `Trường “${shown(text)}” có dấu “[” không dùng được: hãy chép đúng tên trường trong danh sách.`;
    case 'loop_not_closed':
      return `Vòng lặp “${shown(text)}” chưa được đóng: hãy thêm “${shown(text).replace('#', '/')}” ở cuối phần cần lặp.`;
    case 'loop_not_opened':
      return `“${shown(text)}” đóng một vòng lặp chưa mở: hãy thêm “${shown(text).replace('/', '#')}” ở trước.`;
    case 'syntax':
      return `Trường ${tagsIn(text)} đặt ở chỗ không dùng được: trường mở và đóng phải cùng ở trong một ô, một dòng bảng hoặc cùng ở ngoài bảng, không đặt trong khung điều khiển nội dung.`;
    case 'too_long':
      return 'Mẫu quá lớn hoặc quá phức tạp nên không đọc được: hãy bớt hình, bảng và vòng lặp.';
    case 'file':
      return 'Không đọc được nội dung của tệp: hãy mở bằng Word, lưu lại thành .docx rồi tải lên.';
  }
}

/** The fields that a message of the library is about. */
const tagsIn = (text: string): string =>
  (text.match(/\{\{[^{}]{0,80}\}\}/g) ?? []).map((tag) => `“${shown(tag)}”`).join(', ') || 'trong mẫu';

const fromLastOpening = (text: string): string => text.slice(Math.max(0, text.lastIndexOf('{{')));

/** What is wrong with the fields of a template, one sentence each that names the field; empty when nothing is. */
export function wrongTags(tags: readonly TemplateTag[], fields: readonly TemplateField[]): string[] {
  if (tags.length > MOST_TAGS) return [`Mẫu có hơn ${MOST_TAGS} trường; hãy bớt đi.`];
  if (tags.length === 0)
    return [
      'Tệp không có trường nào: hãy đặt các trường như “{{ten_don_vi}}” vào chỗ cần điền, theo danh sách ở trang này.',
    ];
  const wrong: string[] = [];
  let open: { tag: TemplateTag; field: TemplateField | undefined } | null = null;
  for (const tag of tags) {
    const sentence = wrongTag(tag, open, fields);
    if (sentence) wrong.push(sentence);
    if (tag.disposition === 'Open') open ??= { tag, field: fields.find((field) => field.name === tag.name) };
    if (tag.disposition === 'Close') open = null;
  }
  if (open) wrong.push(sentenceOf({ kind: 'loop_not_closed', text: open.tag.rawText }, null));
  return [...new Set(wrong)].slice(0, 20);
}

type Opened = { tag: TemplateTag; field: TemplateField | undefined } | null;

function wrongTag(tag: TemplateTag, open: Opened, fields: readonly TemplateField[]): string | null {
  if (tag.disposition === 'Open') return wrongLoop(tag, open, fields);
  if (tag.disposition === 'Close') return wrongEnd(tag, open);
  if (tag.name === '') return 'Có trường trống “{{}}”: hãy ghi tên trường hoặc xóa đi.';
  const within = open?.field?.rows?.some((row) => row.name === tag.name) ?? false;
  if (within) return null;
  const field = fields.find((one) => one.name === tag.name);
  if (field?.rows)
    return `“${shown(tag.rawText)}” là một vòng lặp: hãy dùng “{{#${tag.name}}} … {{/${tag.name}}}”.`;
  return field ? null : unknownField(tag, open, fields);
}

function wrongLoop(tag: TemplateTag, open: Opened, fields: readonly TemplateField[]): string | null {
  const field = fields.find((one) => one.name === tag.name);
  if (open)
    return `Vòng lặp “${shown(tag.rawText)}” nằm trong vòng lặp “${shown(open.tag.rawText)}” chưa đóng: mỗi vòng lặp phải đóng trước khi mở vòng khác.`;
  if (!field) return unknownField(tag, null, fields);
  return field.rows
    ? null
    : `“${shown(tag.rawText)}” không phải là vòng lặp: hãy dùng “{{${tag.name}}}” ở chỗ cần điền.`;
}

function wrongEnd(tag: TemplateTag, open: Opened): string | null {
  if (!open) return sentenceOf({ kind: 'loop_not_opened', text: tag.rawText }, null);
  if (tag.name === '' || tag.name === open.tag.name) return null;
  return `Vòng lặp “${shown(open.tag.rawText)}” được đóng bằng “${shown(tag.rawText)}”: hai tên phải giống nhau.`;
}

function unknownField(tag: TemplateTag, open: Opened, fields: readonly TemplateField[]): string {
  const loop = fields.find((field) => field.rows?.some((row) => row.name === tag.name));
  if (loop && !open)
    return `Trường “${shown(tag.rawText)}” chỉ dùng được trong vòng lặp, ví dụ “{{#${loop.name}}} … {{/${loop.name}}}”.`;
  const names = [...(open?.field?.rows ?? []), ...fields].map((field) => field.name);
  const near = nearest(tag.name, names);
  const hint = near ? `: có phải “{{${near}}}”?` : ': hãy chép đúng tên trong danh sách trường.';
  return `Mẫu báo cáo này không có trường “${shown(tag.rawText)}”${hint}`;
}

/** The name that differs by the fewest letters, when it is near enough to be what was meant. */
export function nearest(name: string, names: readonly string[]): string | null {
  let best: { name: string; distance: number } | null = null;
  for (const candidate of names) {
    const distance = lettersApart(name.toLowerCase().slice(0, 80), candidate.toLowerCase());
    if (!best || distance < best.distance) best = { name: candidate, distance };
  }
  return best && best.distance <= Math.max(2, Math.floor(name.length / 4)) ? best.name : null;
}

/** Letters to put in, take out or change (Levenshtein). */
function lettersApart(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
