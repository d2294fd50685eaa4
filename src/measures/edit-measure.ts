import { sql } from 'kysely';
import { record } from '../audit/record.ts';
import type { Acting, Actor } from '../identity/actor.ts';
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
import { MEASURE_KIND_NAMES } from './kinds.ts';
import type { MeasureFacts } from './measure-form.ts';
import { inWords } from './measure-words.ts';
import { findMeasure, type Measure } from './queries.ts';
import { keepableUnits } from './units.ts';

/** Who keeps the catalogue: the standing body of the whole programme, and its administrators. */
export const keepsMeasures = (actor: Actor): boolean =>
  actor.grants.some(({ role, reach }) => (role === 'standing' || role === 'admin') && reach === 'all');

const NOT_KEEPER: Reason = {
  rule: 'wrong_role',
  sentence: 'Danh mục chỉ số do cơ quan thường trực hoặc quản trị viên (phạm vi toàn chương trình) giữ.',
};

type Made = Promise<Outcome<{ id: number }>>;

/** Puts a measure into the catalogue. Two of one name would part what belongs together. */
export function createMeasure(acting: Acting, facts: MeasureFacts): Made {
  return keeping(acting, async (tx) => {
    const errors = { ...wrongFacts(facts), ...(await nameTaken(tx, facts.name, null)) };
    if (Object.keys(errors).length > 0) return invalid(errors);
    const made = await tx
      .insertInto('measure')
      .values({ ...columnsOf(facts), key: await freeKey(tx, facts.name) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await writeRanges(tx, made.id, facts);
    await record(tx, acting, {
      kind: 'measure.created',
      thingId: made.id,
      thingVersion: 1,
      after: inWords(facts),
    });
    return done(made);
  });
}

/**
 * Changes a measure. Its kind and unit stay once figures are kept in them: all of them would mean something else.
 */
export function changeMeasure(
  acting: Acting,
  input: MeasureFacts & { id: number; version: number | null },
): Made {
  return onMeasure(acting, input, async (tx, kept) => {
    const { id, version: _version, ...facts } = input;
    const errors = { ...wrongFacts(facts), ...(await nameTaken(tx, facts.name, id)) };
    const moved = facts.unit !== kept.unit || facts.kind !== kept.kind;
    if (moved && (await isUsed(tx, id)))
      errors.unit = `Đã có số liệu ghi theo ${kept.unit}: không đổi loại và đơn vị được nữa; hãy thêm chỉ số khác.`;
    if (facts.validFrom && kept.validTo && facts.validFrom > kept.validTo)
      errors.validFrom = `Chỉ số này đã thôi dùng từ sau ngày ${formatDate(kept.validTo)}.`;
    if (Object.keys(errors).length > 0) return invalid(errors);
    await tx
      .updateTable('measure')
      .set({ ...columnsOf(facts), version: kept.version + 1 })
      .where('id', '=', id)
      .execute();
    await tx.deleteFrom('measure_range').where('measure_id', '=', id).execute();
    await writeRanges(tx, id, facts);
    await record(tx, acting, {
      kind: 'measure.changed',
      thingId: id,
      thingVersion: kept.version + 1,
      before: inWords(kept),
      after: inWords(facts),
    });
    return done({ id });
  });
}

/** From the day after, nobody chooses it any more; figures that have it keep it. */
export function endMeasure(
  acting: Acting,
  input: { id: number; version: number | null; validTo: Day; reason: string },
): Made {
  return onMeasure(acting, input, async (tx, kept) => {
    const { id, validTo, reason } = input;
    if (kept.validFrom && validTo < kept.validFrom)
      return invalid({ validTo: `Không được trước ngày bắt đầu dùng (${formatDate(kept.validFrom)}).` });
    await tx
      .updateTable('measure')
      .set({ valid_to: validTo, end_reason: reason, version: kept.version + 1 })
      .where('id', '=', id)
      .execute();
    await record(tx, acting, {
      kind: 'measure.ended',
      thingId: id,
      thingVersion: kept.version + 1,
      before: { 'Dùng đến': kept.validTo && formatDate(kept.validTo) },
      after: { 'Dùng đến': formatDate(validTo) },
      reason,
    });
    return done({ id });
  });
}

const keeping = <T>(acting: Acting, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
  act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) =>
    keepsMeasures(acting.actor) ? work(tx) : refused(NOT_KEEPER),
  );

const onMeasure = (
  acting: Acting,
  { id, version }: { id: number; version: number | null },
  work: (tx: Tx, kept: Measure) => Made,
): Made =>
  keeping(acting, async (tx) => {
    await tx.selectFrom('measure').select('id').where('id', '=', id).forUpdate().execute();
    const kept = await findMeasure(tx, id);
    if (!kept) return notFound();
    return version !== null && version !== kept.version ? stale(kept.version) : work(tx, kept);
  });

function wrongFacts({ kind, unit }: MeasureFacts): FieldErrors {
  const units = keepableUnits(kind);
  return units && !units.includes(unit)
    ? { unit: `Chỉ số loại “${MEASURE_KIND_NAMES[kind]}” được giữ theo ${units.join(' hoặc ')}.` }
    : {};
}

async function nameTaken(tx: Tx, name: string, but: number | null): Promise<FieldErrors> {
  const other = await tx
    .selectFrom('measure')
    .select('name')
    .where(sql<boolean>`search_key(name) = search_key(${name})`)
    .where(sql<boolean>`id IS DISTINCT FROM ${but}::bigint`)
    .where('valid_to', 'is', null)
    .executeTakeFirst();
  return other ? { name: `Đã có chỉ số “${other.name}”.` } : {};
}

async function isUsed(tx: Tx, id: number): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`
    SELECT EXISTS (SELECT 1 FROM achievement WHERE measure_id = ${id})
      OR EXISTS (SELECT 1 FROM contribution WHERE measure_id = ${id}) AS used`.execute(tx);
  return rows[0]?.used ?? false;
}

async function freeKey(tx: Tx, name: string): Promise<string> {
  const { rows } = await sql<{ key: string }>`
    WITH base AS (SELECT coalesce(nullif(btrim(left(regexp_replace(search_key(${name}), '[^a-z0-9]+', '-', 'g'), 50), '-'), ''),
      'chi-so') AS key)
    SELECT CASE WHEN n = 0 THEN base.key ELSE base.key || '-' || n + 1 END AS key
    FROM base, generate_series(0, 1000) n
    WHERE NOT EXISTS (SELECT 1 FROM measure
      WHERE measure.key = CASE WHEN n = 0 THEN base.key ELSE base.key || '-' || n + 1 END)
    ORDER BY n LIMIT 1`.execute(tx);
  if (!rows[0]) throw new Error(`No free key for the measure “${name}”.`);
  return rows[0].key;
}

const columnsOf = ({
  name,
  kind,
  unit,
  adding,
  decimals,
  shown,
  contribution,
  synonyms,
  validFrom,
}: MeasureFacts) => ({
  ...{ name, kind, unit, adding, decimals, shown, contribution, synonyms },
  valid_from: validFrom,
});

async function writeRanges(tx: Tx, measureId: number, { ranges }: MeasureFacts): Promise<void> {
  if (ranges.length === 0) return;
  const rows = ranges.map(({ subjectKind, ...range }) => ({
    ...range,
    measure_id: measureId,
    subject_kind: subjectKind,
  }));
  await tx.insertInto('measure_range').values(rows).execute();
}
