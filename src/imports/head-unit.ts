/** 'Diện tích đất hiến (m2)' → the words and the unit; a year is taken out of the words. */
export function headUnit(head: string): { statement: string; unit: string | null } {
  const found = /^(.*\S)\s*\(([^()]{1,40})\)\s*(.*)$/u.exec(head.trim());
  const words = (found ? `${found[1]} ${found[3]}` : head).replace(YEAR, '').trim().slice(0, 300);
  const unit = found?.[2]?.replace(/^(?:đvt|đơn vị tính|đơn vị)\s*:?\s*/iu, '').trim();
  return { statement: words || 'Số liệu', unit: unit || null };
}

const YEAR = /\s*[–-]?\s*(?:năm\s+)?(?<!\d)((?:19|20)\d{2})(?!\d)/iu;

/** 'Thu nhập năm 2017 (triệu đồng)' → 2017; null where the head names none. */
export function headYear(head: string): number | null {
  const year = YEAR.exec(head)?.[1];
  return year ? Number(year) : null;
}
