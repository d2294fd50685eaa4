import { record } from '../audit/record.ts';
import { sidesOver } from '../desks/sides.ts';
import { keepFile } from '../evidence/keep.ts';
import type { Acting } from '../identity/actor.ts';
import { act } from '../platform/act.ts';
import type { Tx } from '../platform/db.ts';
import type { FileStore } from '../platform/files.ts';
import { done, notFound, type Outcome, type Reason, refused } from '../platform/outcome.ts';
import { fieldsOf } from './template-fields.ts';
import { checkTemplate } from './template-file.ts';
import { findTemplate, templateForm, templateOffice } from './template-queries.ts';

const NOT_OF_OFFICE: Reason = {
  rule: 'wrong_role',
  sentence: 'Mẫu Word của một đơn vị do cán bộ của đơn vị đó thay; tài khoản của bạn chỉ được xem.',
};

export interface NewTemplate {
  officeId: number;
  formKey: string;
  /** The file as it was sent, with its name. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Puts an office's own Word template in the place of the built-in paper, for one form. A broken one is refused with
 * sentences that name its fields, and nothing of it is kept. The one before stays in the history.
 */
export function addTemplate(
  acting: Acting,
  input: NewTemplate,
  files: FileStore,
): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const office = await templateOffice(tx, input.officeId);
    const form = await templateForm(tx, input.formKey);
    if (!office || !form) return notFound();
    if (!sidesOver(acting.actor, { officePath: office.path, deskPath: null }).has('author'))
      return refused(NOT_OF_OFFICE);
    const fields = fieldsOf(form).flatMap((group) => group.fields);
    const checked = await checkTemplate(input.name, input.bytes, fields);
    if (!checked.ok)
      return refused(...checked.sentences.map((sentence, n) => ({ rule: `broken_template_${n}`, sentence })));
    const kept = await keepFile(tx, files, checked.file, { officeId: office.id, at: acting.clock.now() });
    if (!kept.ok) return kept;
    const fileId = kept.value;
    const before = await activeIn(tx, input);
    if (before?.file_id === fileId) {
      return refused({
        rule: 'same_file',
        sentence: `Tệp này giống hệt mẫu “${before.name}” đang dùng, nên không thêm lần nữa.`,
      });
    }
    await retire(tx, input);
    const made = await tx
      .insertInto('report_template')
      .values({
        office_id: office.id,
        form_key: input.formKey,
        file_id: fileId,
        name: input.name,
        added_by: acting.actor.accountId,
        added_at: acting.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await record(tx, acting, {
      kind: 'report_template.added',
      thingId: made.id,
      officeId: office.id,
      before: { 'Mẫu Word': before?.name ?? null },
      after: { 'Đơn vị': office.name, 'Mẫu báo cáo': form.name, 'Mẫu Word': input.name },
    });
    return done(made);
  });
}

/** Goes back to the built-in paper: the template stays in the history. */
export function retireTemplate(acting: Acting, input: { id: number }): Promise<Outcome<{ id: number }>> {
  return act(acting.db, acting.requestKey, acting.actor.accountId, async (tx) => {
    const template = await findTemplate(tx, acting.actor, input.id);
    if (!template) return notFound();
    if (!template.mayWrite) return refused(NOT_OF_OFFICE);
    if (!template.active)
      return refused({ rule: 'not_in_use', sentence: 'Mẫu này không còn được dùng; không cần bỏ nữa.' });
    await retire(tx, template);
    await record(tx, acting, {
      kind: 'report_template.retired',
      thingId: template.id,
      officeId: template.officeId,
      before: { 'Đơn vị': template.officeName, 'Mẫu Word': template.name },
      after: { 'Mẫu Word': 'mẫu có sẵn' },
    });
    return done({ id: template.id });
  });
}

interface Place {
  officeId: number;
  formKey: string;
}

const activeIn = (tx: Tx, { officeId, formKey }: Place) =>
  tx
    .selectFrom('report_template')
    .select(['name', 'file_id'])
    .where('office_id', '=', officeId)
    .where('form_key', '=', formKey)
    .where('active', '=', true)
    .executeTakeFirst();

async function retire(tx: Tx, { officeId, formKey }: Place): Promise<void> {
  await tx
    .updateTable('report_template')
    .set({ active: false })
    .where('office_id', '=', officeId)
    .where('form_key', '=', formKey)
    .where('active', '=', true)
    .execute();
}
