import type { Route } from './route.ts';

/**
 * The routes in the order in which they must be tried: where a word and a parameter stand at the same place, the word
 * first, so that `/dien-hinh/moi` is never read as the exemplar numbered "moi", whichever was listed first.
 *
 * @throws Error when two routes answer the same method and path
 */
export function inOrder(routes: readonly Route[]): Route[] {
  const taken = new Map<string, string>();
  for (const { method, path } of routes) {
    const shape = `${method} ${path.replace(/:[^/]+/g, ':')}`;
    const earlier = taken.get(shape);
    if (earlier)
      throw new Error(
        `Two routes answer ${method} ${path}${earlier === path ? '' : ` (also as ${earlier})`}.`,
      );
    taken.set(shape, path);
  }
  return [...routes].sort((one, other) => compare(one.path.split('/'), other.path.split('/')));
}

/** A total order: segment by segment, the less free first, words by their letters, the shorter path before the longer. */
function compare(one: string[], other: string[]): number {
  for (let place = 0; place < Math.min(one.length, other.length); place++) {
    const [mine = '', theirs = ''] = [one[place], other[place]];
    const difference = freedom(mine) - freedom(theirs);
    if (difference !== 0) return difference;
    if (freedom(mine) === 0 && mine !== theirs) return mine < theirs ? -1 : 1;
  }
  return one.length - other.length;
}

/** How much a segment leaves open: a word nothing, a parameter one segment, a star the rest. */
function freedom(segment: string): number {
  if (segment === '*') return 2;
  return segment.startsWith(':') ? 1 : 0;
}
