import type { Block } from './read-blocks.ts';
import type { Found } from './read-found.ts';
import { findAll, type Passage, passageOf, type Source, trimmed, writtenIn } from './read-source.ts';

/** "Trong kế hoạch cần xác định rõ …", "Kế hoạch của đơn vị phải có các nội dung sau: …". */
export const UNIT_PLAN_PARTS =
  /(?:trong\s+)?ke hoach(?: cua (?:cac |moi )?(?:don vi|co quan|dia phuong)[^.;:]{0,60})?\s+(?:can|phai|gom)\s*(?:phai\s+)?(?:(?:xac dinh|neu|the hien|co|ghi|lam)\s*)?(?:ro\s+)?(?:du\s+)?(?:(?:cac|\d{1,2})\s+(?:noi dung|phan)(?: sau| chinh)?(?: day)?)?\s*:?\s*/d;

const MOST = 30;
/** Words with which a part begins; a comma before anything else belongs to the part itself. */
const HEADS =
  /^(?:va\s+)?(?:trach nhiem|cac hoat dong|hoat dong|cong tac|che do|viec|noi dung|bien phap|muc tieu|muc dich|kinh phi|tien do|danh sach|chi tieu|ket qua|giai phap|thoi gian|phan cong|nhiem vu|du kien|dieu kien|to chuc|nguon luc|hinh thuc|cach lam|doi tuong|yeu cau)\b/;

/** The parts that the plan of each unit must have. */
export function readUnitPlanParts(source: Source, blocks: readonly Block[]): Found<string>[] {
  for (const [n, block] of blocks.entries()) {
    for (const match of findAll(source, UNIT_PLAN_PARTS, { start: block.start, end: block.end })) {
      const lead = passageOf(match);
      if (!lead || !/(?:can|phai|gom)/.test(match[0])) continue;
      const parts = partsOf(source, blocks, n, lead);
      if (parts.length > 1) return parts.slice(0, MOST);
    }
  }
  return [];
}

function partsOf(source: Source, blocks: readonly Block[], n: number, lead: Passage): Found<string>[] {
  const block = blocks[n];
  if (!block) return [];
  const stop = source.plain.slice(lead.end, block.end).search(/\.(?=\s|$)/);
  const end = stop < 0 ? block.end : lead.end + stop;
  const inSentence = split(source, { start: lead.end, end });
  if (inSentence.length > 1) return inSentence.map((passage) => part(source, passage));
  const first = blocks[n + 1];
  const items: Passage[] = [];
  for (const item of blocks.slice(n + 1)) {
    if (!first || item.mark === 'none' || item.mark !== first.mark || item.end - item.start > 300) break;
    items.push({ start: item.from, end: item.end });
  }
  return items.map((passage) => part(source, trimmed(source, passage, /[\s|,;.]/)));
}

const part = (source: Source, passage: Passage): Found<string> => ({
  value: writtenIn(source, passage).slice(0, 300),
  passage,
  sure: 'sure',
});

/** By semicolons where they do it alone, else by commas before the words with which a part begins. */
function split(source: Source, within: Passage): Passage[] {
  const words = source.folded.slice(within.start, within.end);
  const onlySemicolons = words.split(';').length > 2;
  const parts: Passage[] = [];
  let from = within.start;
  for (const match of words.matchAll(
    onlySemicolons ? /;/g : /[,;]|\sva\s(?=(?:che do|cong tac|trach nhiem|viec)\b)/g,
  )) {
    const at = within.start + match.index;
    const rest = words.slice(match.index + match[0].length).trimStart();
    if (!onlySemicolons && match[0] !== ';' && !HEADS.test(rest)) continue;
    parts.push({ start: from, end: at });
    from = at + match[0].length;
  }
  parts.push({ start: from, end: within.end });
  return parts
    .map((passage) => trimmed(source, passage, /[\s|,;.:]/))
    .map((passage) =>
      /^va\s/.test(source.folded.slice(passage.start, passage.end))
        ? { ...passage, start: passage.start + 3 }
        : passage,
    )
    .filter(({ start, end }) => end - start > 3);
}
