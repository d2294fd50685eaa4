import { strFromU8, unzipSync } from 'fflate';
import { examine, type GoodFile } from '../evidence/examine.ts';
import { DOCX } from '../evidence/media-types.ts';
import { readZipDirectory } from '../evidence/zip-directory.ts';
import { sentenceOf, wrongTags } from './template-check.ts';
import { fillTemplate, readTemplate, type TemplateData } from './template-engine.ts';
import type { TemplateField } from './template-fields.ts';

const MB = 1024 * 1024;
/** A template is a few pages: with its pictures it stays well below. */
export const TEMPLATE_MAX_BYTES = 5 * MB;
const MOST_XML = 12 * MB;
const MOST_UNPACKED = 40 * MB;

export type CheckedTemplate = { ok: true; file: GoodFile } | { ok: false; sentences: string[] };

/**
 * Looks at a Word template that an office sent, by its content alone: is it a whole Word file of a size that can be
 * filled in, does it fetch nothing from elsewhere, are all its fields known and all its loops closed? Every mistake is
 * one sentence that names the field. Nothing is stored here.
 */
export async function checkTemplate(
  name: string,
  bytes: Uint8Array,
  fields: readonly TemplateField[],
): Promise<CheckedTemplate> {
  const examined = await examine(name, bytes, TEMPLATE_MAX_BYTES);
  if (!examined.ok) return wrong(examined.sentence);
  if (examined.file.mediaType !== DOCX)
    return wrong(`Tệp “${name}” không phải là Word (.docx): hãy lưu mẫu bằng Word rồi tải lên.`);
  const parts = xmlParts(bytes);
  if (!parts) return wrong(`Tệp “${name}” quá lớn khi mở ra: hãy bỏ bớt hình và nội dung thừa trong mẫu.`);
  const danger = dangerIn(parts);
  if (danger) return wrong(`Tệp “${name}” ${danger}.`);
  const broken = brokenParagraph(parts);
  const read = await readTemplate(bytes);
  if (!read.ok) return wrong(sentenceOf(read.wrong, broken));
  // the library lets the last field of a document break off; on paper it would stand as it was typed
  if (broken !== null)
    return wrong(
      sentenceOf({ kind: broken.includes('{{') ? 'not_closed' : 'not_opened', text: broken }, broken),
    );
  const sentences = wrongTags(read.tags, fields);
  if (sentences.length > 0) return { ok: false, sentences };
  const tried = await fillTemplate(bytes, trialData(fields));
  return tried.ok ? { ok: true, file: examined.file } : wrong(sentenceOf(tried.wrong, null));
}

/** Every field with something in it, so that a template is filled in once before it is kept. */
const trialData = (fields: readonly TemplateField[]): TemplateData =>
  Object.fromEntries(
    fields.map(({ name, rows }) => {
      const row = Object.fromEntries((rows ?? []).map((one) => [one.name, one.meaning]));
      return [name, rows ? [row, row] : name];
    }),
  );

const wrong = (sentence: string): CheckedTemplate => ({ ok: false, sentences: [sentence] });

/** The XML of the document by the name of its part; null when there is too much of it. */
function xmlParts(bytes: Uint8Array): Map<string, string> | null {
  const entries = readZipDirectory(bytes) ?? [];
  const isXml = (name: string) => /\.(xml|rels)$/i.test(name);
  const size = (list: typeof entries) => list.reduce((sum, entry) => sum + entry.size, 0);
  if (size(entries) > MOST_UNPACKED || size(entries.filter((entry) => isXml(entry.name))) > MOST_XML)
    return null;
  const unpacked = unzipSync(bytes, { filter: (file) => isXml(file.name) });
  return new Map(Object.entries(unpacked).map(([name, part]) => [name, strFromU8(part)]));
}

/** What a file from outside may not do when somebody opens the paper made from it. */
function dangerIn(parts: ReadonlyMap<string, string>): string | null {
  for (const [name, xml] of parts) {
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return 'có khai báo DTD nên không được nhận; hãy lưu lại bằng Word';
    if (!name.endsWith('.rels')) continue;
    for (const [relation] of xml.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/gi)) {
      if (!/\/hyperlink"/i.test(relation))
        return 'lấy hình hoặc mẫu từ nơi khác; hãy chèn hẳn hình vào tệp và gỡ mẫu đính kèm';
    }
  }
  return null;
}

/** The text of the first paragraph whose braces do not pair, to name the field that it holds. */
export function brokenParagraph(parts: ReadonlyMap<string, string>): string | null {
  for (const [name, xml] of parts) {
    if (!/^word\/(document|header\d*|footer\d*)\.xml$/.test(name)) continue;
    for (const paragraph of xml.split('</w:p>')) {
      const text = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((run) => run[1]).join('');
      if (text.split('{{').length !== text.split('}}').length) return text;
    }
  }
  return null;
}
