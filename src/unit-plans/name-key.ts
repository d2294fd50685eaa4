/**
 * One key for names that differ in marks, case, numbering or punctuation: 'II. Công tác tuyên truyền, nhân rộng:' and
 * 'công tác tuyên truyền nhân rộng' are both 'cong tac tuyen truyen nhan rong'.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/^[\s(]*(phan\s+)?([ivx]{1,6}|\d{1,2}(\.\d{1,2}){0,3}|[a-h])\s*[.):\-–/]\s*/u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
