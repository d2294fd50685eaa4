/** Without marks, case and signs, as the database's `search_key` makes it: 'Nguyễn  Thuý Hoà' → 'nguyen thuy hoa'. */
export const plainSpelling = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The very same name, but for case, spaces and the spelling of Unicode; marks tell names apart. */
export const sameSpelling = (one: string, other: string): boolean => tidied(one) === tidied(other);

const tidied = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
