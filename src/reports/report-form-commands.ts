import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import { done, invalid, notFound, type Outcome, type Reason, refused, stale } from '../platform/outcome.ts';
import { indicator } from './indicators/registry.ts';
import { findForm, mayWriteForms, type ReportForm } from './report-form-queries.ts';
import { type FormInput, slug } from './report-form-schema.ts';
import { TABLE_NAMES } from './tables.ts';

const NOT_YOURS: Reason = {
  rule: 'wrong_role',
  sentence:
    'Mẫu báo cáo do cơ quan thường trực hoặc quản trị của toàn chương trình sửa; tài khoản của bạn chỉ được xem.',
};

/**
 * Makes a new edition of a form, for reports that are opened from now on. Reports that were opened before stay with the
 * edition that they were made with.
 */
export function makeEdition(
  acting: Acting,
  input: FormInput & { id: number; version: number | null },
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    await tx.selectFrom('report_form').select('id').where('id', '=', input.id).forUpdate().execute();
    const before = await findForm(tx, input.id);
    if (!before) return notFound();
    if (!mayWriteForms(acting.actor)) return refused(NOT_YOURS);
    if (input.version !== null && input.version !== before.version) return stale(before.version);
    if (!before.isCurrent) {
      return refused({
        rule: 'old_edition',
        sentence: `Lần ${before.edition} của mẫu này đã được thay; hãy mở lần mới nhất để sửa.`,
      });
    }
    if (JSON.stringify(inWords(before)) === JSON.stringify(inWords(input))) {
      return refused({
        rule: 'no_change',
        sentence: 'Mẫu báo cáo không có gì thay đổi so với lần đang dùng.',
      });
    }
    await tx
      .updateTable('report_form')
      .set({ is_current: false, version: before.version + 1 })
      .where('id', '=', before.id)
      .execute();
    const id = await insertForm(tx, input, before.key, before.edition + 1);
    await record(tx, acting, {
      kind: 'report_form.edition_made',
      thingId: id,
      thingVersion: 1,
      before: inWords(before),
      after: inWords(input),
    });
    return done({ id });
  });
}

/** Makes a form of its own; its key is made from its name and never changes. */
export function makeForm(acting: Acting, input: FormInput): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    if (!mayWriteForms(acting.actor)) return refused(NOT_YOURS);
    const key = slug(input.name).slice(0, 40).replace(/-+$/, '');
    if (!key) return invalid({ name: 'Tên mẫu báo cáo cần có chữ cái hoặc chữ số.' });
    const taken = await tx
      .selectFrom('report_form')
      .select('name')
      .where('key', '=', key)
      .limit(1)
      .executeTakeFirst();
    if (taken) return invalid({ name: `Đã có mẫu “${taken.name}”; hãy sửa mẫu đó, hoặc đặt tên khác.` });
    const id = await insertForm(tx, input, key, 1);
    await record(tx, acting, {
      kind: 'report_form.edition_made',
      thingId: id,
      thingVersion: 1,
      after: inWords(input),
    });
    return done({ id });
  });
}

async function insertForm(tx: Tx, input: FormInput, key: string, edition: number): Promise<number> {
  const { name, kind, basis, figures, tables } = input;
  const { id } = await tx
    .insertInto('report_form')
    .values({ key, edition, name, kind, basis, figures, tables })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('report_form_part')
    .values(input.parts.map((part, n) => ({ form_id: id, ord: n + 1, ...part })))
    .execute();
  return id;
}

/** What an edition asks for, by names. */
const inWords = (form: FormInput | ReportForm) => ({
  Tên: form.name,
  Loại: form.kind,
  'Căn cứ': form.basis,
  'Số liệu': form.figures.map((key) => indicator(key)?.name ?? key),
  Phần: form.parts.map((part) => (part.hint ? `${part.name} (${part.hint})` : part.name)),
  Bảng: form.tables.map((key) => TABLE_NAMES[key] ?? key),
});
