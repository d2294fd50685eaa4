/**
 * The key under which a name is searched: what the database's `search_key` makes of it (a test holds the two
 * together). 'Nguyễn  Thuý Hoà' and 'nguyen thuy hoa' have the same key.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
