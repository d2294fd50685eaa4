import { sql } from 'kysely';
import { type ListedExemplar, recordExemplars } from '../exemplars/record-many.ts';
import { registrationInWords } from '../exemplars/record-registration.ts';
import { removeExemplars, touchedExemplars } from '../exemplars/remove-many.ts';
import { rolesOver } from '../identity/reach.ts';
import { measuresOn } from '../measures/queries.ts';
import type { Reader, Tx } from '../platform/db.ts';
import type { Reason } from '../platform/outcome.ts';
import { createSubjects, lockSubjects, removeSubjects } from '../subjects/create-many.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { whyNotRemoveSubjects } from '../subjects/why-not-remove.ts';
import { EXEMPLAR_FIELDS } from './exemplar-fields.ts';
import { judgeExemplar, RECORDERS } from './exemplar-judge.ts';
import { measureFields } from './exemplar-measures.ts';
import { exemplarSettings } from './exemplar-settings.ts';
import { type ExemplarValue, exemplarValue } from './exemplar-value.ts';
import { exemplarWorld } from './exemplar-world.ts';
import { subjectsOfRows } from './subjects-of-rows.ts';
import type { ImportTarget, RowToWrite, Value } from './target.ts';
import { keyOf } from './words.ts';

/** Lists of people, households and collectives become exemplars in `found`. */
export const exemplarTarget: ImportTarget = {
  key: 'exemplars',
  name: 'Điển hình mới phát hiện',
  about: 'Mỗi dòng là một cá nhân, tập thể hoặc hộ gia đình; thành hồ sơ ở trạng thái mới phát hiện.',
  templateName: 'Mẫu Excel: điển hình',
  fields: EXEMPLAR_FIELDS,
  moreFields: async (db, today) => measureFields(await measuresOn(db, today)),
  settings: exemplarSettings,
  async judging(db, actor, today, settings, styleOf) {
    const world = { ...(await exemplarWorld(db, actor, today, settings)), styleOf };
    return { judge: (row) => judgeExemplar(world, row) };
  },
  writtenAlready,
  writesSame(one, other) {
    const [first, second] = [exemplarValue(one), exemplarValue(other)];
    const field = fieldOf(second);
    if (field === null) return 'người này';
    return field === fieldOf(first)
      ? `người này trong lĩnh vực “${second.fieldName ?? second.fieldHint}”`
      : null;
  },
  async whyNotWrite(tx, acting, rows) {
    const values = rows.map(({ value }) => exemplarValue(value));
    return [...(await officesGone(tx, acting, values)), ...(await fieldsGone(tx, values))];
  },
  async write(tx, acting, batch, rows) {
    const known = rows.flatMap(({ subjectId }) => subjectId ?? []);
    await lockSubjects(tx, known);
    const subjects = await subjectsOfRows(
      rows,
      (fresh) => createSubjects(tx, fresh, batch.isSample),
      (value) => exemplarValue(value).subject,
    );
    const listed = ({ value }: RowToWrite, n: number) =>
      listedExemplar(exemplarValue(value), subjects[n] ?? 0, batch.sourceName);
    const ids = await recordExemplars(tx, acting, rows, listed, batch);
    return rows.map(({ no }, n) => ({ no, subjectId: subjects[n] ?? 0, thingId: ids[n] ?? 0 }));
  },
  async whyNotUndo(tx, batchId) {
    const { some, count } = await touchedExemplars(tx, batchId);
    const reasons = await whyNotRemoveSubjects(tx, batchId);
    if (count === 0) return reasons;
    const names = some.map(({ id, name }) => `${name} (số ${id})`).join(', ');
    const more = count > some.length ? ` và ${count - some.length} hồ sơ khác` : '';
    return [
      { rule: 'import_touched', sentence: `Không hoàn tác được: đã có việc làm tiếp với ${names}${more}.` },
      ...reasons,
    ];
  },
  async undo(tx, acting, batch, written, reason) {
    await removeExemplars(tx, acting, batch.id, reason);
    const made = written.filter(({ isNew }) => isNew).map(({ subjectId }) => subjectId);
    await removeSubjects(tx, made);
  },
  describe(value) {
    const { subject, officeName, fieldName, fieldHint, title } = exemplarValue(value);
    const about = [
      SUBJECT_KIND_NAMES[subject.kind],
      subject.birthYear === null ? null : `sinh ${subject.birthYear}`,
      subject.place,
      officeName,
      fieldName ?? fieldHint,
      title,
    ];
    return { name: subject.fullName, about: about.filter(Boolean).join(' · ') };
  },
  hrefOf: ({ thingId }) => `/dien-hinh/${thingId}`,
};

/** A field of the plan, or the words of the list where it is none of the plan's. */
const fieldOf = ({ fieldId, fieldHint }: ExemplarValue): string | number | null =>
  fieldId ?? (fieldHint === null ? null : keyOf(fieldHint));

const listedExemplar = (
  value: ExemplarValue,
  subjectId: number,
  sourceName: string | null,
): ListedExemplar => ({
  ...value,
  subjectId,
  told: {
    'đơn vị': value.officeName,
    ...registrationInWords(
      value.subject,
      { ...value, breadth: null, origin: 'office', novelty: null, interest: null },
      { planNumber: null, fieldName: value.fieldName, movementName: value.movementName },
    ),
    'tệp danh sách': sourceName,
  },
});

/** A living file of the subject in the same field; where the row has no field, any living file. */
async function writtenAlready(
  db: Reader,
  pairs: readonly { subjectId: number; value: Value }[],
): Promise<(string | null)[]> {
  const ids = [...new Set(pairs.map(({ subjectId }) => subjectId))];
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('exemplar as e')
    .leftJoin('pilot_field as f', 'f.id', 'e.field_id')
    .select(['e.id', 'e.subject_id as subjectId', 'e.field_id as fieldId', 'f.name as fieldName'])
    .where(sql<boolean>`e.subject_id = ANY (${ids}::bigint[])`)
    .where('e.state', 'not in', ['declined', 'withdrawn', 'lapsed'])
    .orderBy('e.id')
    .execute();
  const bySubject = new Map<number, typeof rows>();
  for (const row of rows) bySubject.set(row.subjectId, [...(bySubject.get(row.subjectId) ?? []), row]);
  return pairs.map(({ subjectId, value }) => {
    const { fieldId } = exemplarValue(value);
    const living = bySubject.get(subjectId) ?? [];
    const same = fieldId === null ? living[0] : living.find((one) => one.fieldId === fieldId);
    if (!same) return null;
    const where = same.fieldName ? ` trong lĩnh vực “${same.fieldName}”` : '';
    return `Đã có hồ sơ số ${same.id}${where}: bỏ qua, hãy bổ sung vào hồ sơ đó.`;
  });
}

/** Offices may end and grants be revoked between the preview and the applying. */
async function officesGone(
  tx: Tx,
  { actor, clock }: Parameters<ImportTarget['whyNotWrite']>[1],
  values: readonly ExemplarValue[],
): Promise<Reason[]> {
  const ids = [...new Set(values.map(({ officeId }) => officeId))];
  const offices = await tx
    .selectFrom('office')
    .select(['id', 'name', 'path', 'valid_to'])
    .where(sql<boolean>`id = ANY (${ids}::bigint[])`)
    .execute();
  const byId = new Map(offices.map((office) => [office.id, office]));
  const gone = new Set<string>();
  for (const { officeId, officeName, leadOfficeId } of values) {
    const office = byId.get(officeId);
    const roles = rolesOver(actor, { officePath: office?.path ?? [], leadOfficeId });
    const ended = office?.valid_to ? office.valid_to < clock.today() : !office;
    if (ended || !RECORDERS.some((role) => roles.has(role))) gone.add(officeName);
  }
  return [...gone].slice(0, 5).map((name) => ({
    rule: 'office_changed',
    sentence: `${name} đã ngừng hoạt động hoặc không còn trong phạm vi của bạn: hãy xem trước lại.`,
  }));
}

async function fieldsGone(tx: Tx, values: readonly ExemplarValue[]): Promise<Reason[]> {
  const ids = [...new Set(values.flatMap(({ planId }) => planId ?? []))];
  if (ids.length === 0) return [];
  const closed = await tx
    .selectFrom('plan')
    .select('number')
    .where('id', 'in', ids)
    .where('state', '<>', 'in_force')
    .execute();
  return closed.map(({ number }) => ({
    rule: 'plan_closed',
    sentence: `Kế hoạch ${number} không còn hiệu lực: hãy ghép cột lại và chọn kế hoạch khác.`,
  }));
}
