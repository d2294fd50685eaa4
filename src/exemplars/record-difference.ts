import type { AuditFields } from '../audit/record.ts';

export interface Difference {
  before: AuditFields;
  after: AuditFields;
}

/** The named fields that differ, as they were and as they are; both are empty when nothing changed. */
export function difference(was: AuditFields, is: AuditFields): Difference {
  const changed = Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]));
  const pick = (fields: AuditFields): AuditFields =>
    Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]));
  return { before: pick(was), after: pick(is) };
}
