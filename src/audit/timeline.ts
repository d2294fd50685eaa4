import type { Reader } from '../platform/db.ts';
import { type AuditedThing, verbOf } from './kinds.ts';
import type { AuditFields } from './record.ts';

export interface HistoryEntry {
  id: number;
  at: Date;
  who: string;
  verb: string;
  reason: string | null;
  /** Named fields whose value changed: [name, before, after] as words. */
  changes: [name: string, before: string, after: string][];
  version: number | null;
}

/** The newest changes of a thing, newest first. The caller has made sure that the thing is within reach. */
export async function historyOf(
  db: Reader,
  thing: AuditedThing,
  thingId: number,
  options: { afterVersion?: number; limit?: number } = {},
): Promise<HistoryEntry[]> {
  let query = db
    .selectFrom('audit_event')
    .select(['id', 'at', 'actor_name', 'kind', 'reason', 'before', 'after', 'thing_version'])
    .where('thing', '=', thing)
    .where('thing_id', '=', thingId)
    .orderBy('id', 'desc')
    .limit(options.limit ?? 100);
  if (options.afterVersion !== undefined) query = query.where('thing_version', '>', options.afterVersion);
  return (await query.execute()).map((row) => ({
    id: row.id,
    at: row.at,
    who: row.actor_name,
    verb: verbOf(row.kind),
    reason: row.reason,
    changes: changedFields(row.before as AuditFields | null, row.after as AuditFields | null),
    version: row.thing_version,
  }));
}

/** What differs between the two states, in words. */
export function changedFields(
  before: AuditFields | null,
  after: AuditFields | null,
): HistoryEntry['changes'] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names
    .map((name): [string, string, string] => [name, inWords(before?.[name]), inWords(after?.[name])])
    .filter(([, was, is]) => was !== is);
}

function inWords(value: AuditFields[string] | undefined): string {
  if (value === null || value === undefined || value === '') return 'trống';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
