import type { Block } from './read-blocks.ts';
import { type Source, trimmed, writtenIn } from './read-source.ts';

/** Words before the name itself: "Điển hình tiên tiến trong phong trào thi đua …", "Mô hình, gương điển hình về …". */
const BEFORE =
  /^(?:(?:ve\s+)?linh vuc\s*:?\s+|(?:cac |nhung )?(?:(?:mo hinh|guong|dien hinh|tien tien|tap the|ca nhan|xuat sac|tieu bieu|,|va)[\s,]*)+(?:trong|ve)\s+(?:phong trao(?: thi dua)?\s+|linh vuc\s+|viec\s+|cuoc van dong\s+)?)/;

/** The name of a field: the words before its assignment, without those that every field has. */
export function fieldName(source: Source, block: Block, assignedAt: number): string {
  const end = assignedAt > block.from && assignedAt <= block.end ? assignedAt : block.end;
  const place = trimmed(source, { start: block.from, end }, /[\s|"(:,.;-]/);
  const folded = source.folded.slice(place.start, place.end);
  const before = BEFORE.exec(folded)?.[0].length ?? 0;
  const name = writtenIn(
    source,
    trimmed(source, { start: place.start + before, end: place.end }, /[\s|"(:,.;-]/),
  )
    .replace(/\s*\(.*$/, '')
    .slice(0, 200);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
