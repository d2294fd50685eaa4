/** Where somebody lands after signing in. */
export const HOME = '/viec-cua-toi';

/**
 * A path of this site that was handed to us, or null when it would lead elsewhere: an address such as
 * `//evil.example` or `/\evil.example` must never be followed after signing in.
 */
export function localPath(given: string | null | undefined): string | null {
  if (!given || given.length > 2000 || !/^\/(?![/\\])/.test(given) || /[\p{Cc}\\]/u.test(given)) return null;
  const ours = 'http://localhost';
  if (!URL.canParse(given, ours)) return null;
  const { origin, pathname, search } = new URL(given, ours);
  return origin === ours && !pathname.startsWith('//') ? pathname + search : null;
}
