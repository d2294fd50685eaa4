import { sql } from 'kysely';
import { type AuditFields, record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Day } from '../platform/clock.ts';
import type { Tx } from '../platform/db.ts';
import {
  done,
  type FieldErrors,
  invalid,
  notFound,
  type Outcome,
  type Reason,
  refused,
  stale,
} from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { writesCriteria } from './changing-set.ts';
import { keyOf } from './grouping.ts';
import { findNorm, type NormRow } from './norm-queries.ts';

export interface NormInput {
  /** Norms of one name are one norm at different times and places. */
  name: string;
  unit: string;
  region: string | null;
  value: number | null;
  validFrom: Day;
  validTo: Day | null;
  source: string;
  note: string | null;
}

const NOT_YOURS: Reason = {
  rule: 'wrong_role',
  sentence: 'Định mức do cơ quan thường trực (phạm vi toàn chương trình) hoặc quản trị viên ghi.',
};

type NormTarget = NormInput & { id: number | null; version: number | null };

/**
 * Records a norm for a time and perhaps a region, or corrects one (`id`). A later change of the law is another row with
 * its own days; what was assessed keeps the words of its day.
 */
export function saveNorm(acting: Acting, input: NormTarget): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!writesCriteria(acting.actor)) return refused(NOT_YOURS);
    const before = input.id === null ? null : await findNorm(tx, input.id);
    if (input.id !== null && !before) return notFound();
    if (before && input.version !== null && input.version !== before.version) return stale(before.version);
    const key = before?.key ?? keyOf(input.name).slice(0, 60);
    // norms of one key queue, so that none slips in between asking and writing
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`norm:${key}`}))`.execute(tx);
    const errors = await normErrors(tx, input, key);
    if (Object.keys(errors).length > 0) return invalid(errors);
    return done({ id: await saved(tx, acting, input, key, before) });
  });
}

async function saved(
  tx: Tx,
  acting: Acting,
  input: NormTarget,
  key: string,
  before: NormRow | null,
): Promise<number> {
  const version = (before?.version ?? 0) + 1;
  const id = await write(tx, input, key, version);
  await record(tx, acting, {
    kind: before ? 'norm.changed' : 'norm.set',
    thingId: id,
    thingVersion: version,
    ...(before ? { before: inWords(before) } : {}),
    after: inWords(input),
  });
  return id;
}

async function write(tx: Tx, input: NormInput & { id: number | null }, key: string, version: number) {
  const { name, unit, region, value, source, note } = input;
  const days = { valid_from: input.validFrom, valid_to: input.validTo };
  const row = { key, name, unit, region, value, source, note, ...days, version };
  if (input.id !== null) {
    await tx.updateTable('norm').set(row).where('id', '=', input.id).execute();
    return input.id;
  }
  return (await tx.insertInto('norm').values(row).returning('id').executeTakeFirstOrThrow()).id;
}

async function normErrors(
  tx: Tx,
  input: NormInput & { id: number | null },
  key: string,
): Promise<FieldErrors> {
  const errors: FieldErrors = {};
  if (!key) errors.name = 'Tên định mức phải có chữ hoặc số.';
  if (input.validTo !== null && input.validTo < input.validFrom)
    errors.validTo = 'Ngày cuối không được trước ngày đầu.';
  if (Object.keys(errors).length > 0) return errors;
  const other = await tx
    .selectFrom('norm')
    .select(['valid_from as validFrom', 'valid_to as validTo'])
    .where('key', '=', key)
    .where(sql<boolean>`lower(coalesce(region, '')) = lower(${input.region ?? ''})`)
    .where(
      sql<boolean>`daterange(valid_from, valid_to, '[]') && daterange(${input.validFrom}::date, ${input.validTo}::date, '[]')`,
    )
    .where('id', '<>', input.id ?? 0)
    .executeTakeFirst();
  if (!other) return {};
  const until = other.validTo ? `đến ${formatDate(other.validTo)}` : 'chưa ghi ngày cuối';
  return {
    validFrom: `Đã có định mức này cho cùng nơi từ ${formatDate(other.validFrom)}, ${until}: hãy ghi ngày cuối của định mức cũ trước.`,
  };
}

const inWords = (norm: NormInput): AuditFields => ({
  'Định mức': norm.name,
  'Nơi áp dụng': norm.region,
  'Giá trị': norm.value,
  'Đơn vị': norm.unit,
  'Áp dụng từ': norm.validFrom,
  'Áp dụng đến': norm.validTo,
  Nguồn: norm.source,
  'Ghi chú': norm.note,
});
