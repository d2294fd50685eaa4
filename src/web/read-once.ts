import type { Reader } from '../platform/db.ts';
import type { Visit } from './visit.ts';

type ReadOf<T> = (db: Reader, id: number) => Promise<T>;

const read = new WeakMap<Visit, Map<ReadOf<unknown>, Map<number, Promise<unknown>>>>();

/**
 * What several parts of one page show is asked of the database once for the request; each asks as if it were alone.
 * For pages that are read, never within a command: what it wrote would not be seen.
 */
export function readOnce<T>(visit: Visit, of: ReadOf<T>, id: number): Promise<T> {
  const ofVisit = read.get(visit) ?? new Map<ReadOf<unknown>, Map<number, Promise<unknown>>>();
  read.set(visit, ofVisit);
  const byId = ofVisit.get(of) ?? new Map<number, Promise<unknown>>();
  ofVisit.set(of, byId);
  const asked = byId.get(id) ?? of(visit.get('deps').db, id);
  byId.set(id, asked);
  // kept under the function that answers it
  return asked as Promise<T>;
}
