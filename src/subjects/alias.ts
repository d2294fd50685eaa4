import { record } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, notFound, type Outcome } from '../platform/outcome.ts';
import { changingSubject, homeOffice } from './changing-subject.ts';
import { tidyName } from './facts.ts';
import type { SubjectInView } from './in-view.ts';
import { sameSpelling } from './spelling.ts';

export interface AliasInput {
  id: number;
  version: number | null;
  name: string;
  /** When or where it is used. */
  note: string | null;
}

/** More names than this are a mistake, and would slow down the search for the same one. */
const MOST_ALIASES = 20;

/** Adds another name under which the subject is or was known. Wrong input comes back under `name`. */
export function addAlias(acting: Acting, input: AliasInput): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const name = tidyName(input.name);
    const note = tidyName(input.note ?? '') || null;
    const known = await aliasNames(tx, subject.id);
    const errors = aliasErrors(name, subject.fullName, known) ?? noteErrors(note);
    if (errors) return invalid(errors);
    const { id } = await tx
      .insertInto('subject_alias')
      .values({ subject_id: subject.id, name, note })
      .returning('id')
      .executeTakeFirstOrThrow();
    await recordAlias(tx, acting, subject, 'subject.alias_added', {
      after: { 'tên khác': name, ...(note ? { 'ghi chú': note } : {}) },
    });
    return done({ id });
  });
}

function aliasErrors(name: string, fullName: string, known: readonly string[]): FieldErrors | null {
  if (name === '') return { name: 'Hãy ghi tên khác.' };
  if (!/\p{L}/u.test(name)) return { name: 'Tên khác phải có chữ.' };
  if (name.length > 200) return { name: 'Tên dài quá 200 ký tự; hãy viết gọn lại.' };
  if ([fullName, ...known].some((one) => sameSpelling(one, name))) return { name: 'Tên này đã có.' };
  if (known.length >= MOST_ALIASES)
    return { name: `Đã có ${MOST_ALIASES} tên khác; hãy bỏ bớt tên không dùng.` };
  return null;
}

const noteErrors = (note: string | null): FieldErrors | null =>
  (note?.length ?? 0) > 300 ? { note: 'Ghi chú dài quá 300 ký tự; hãy viết gọn lại.' } : null;

async function aliasNames(tx: Tx, subjectId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('subject_alias')
    .select('name')
    .where('subject_id', '=', subjectId)
    .execute();
  return rows.map(({ name }) => name);
}

/** Takes a name away that was written by mistake; it stays in the history. */
export function removeAlias(
  acting: Acting,
  input: { id: number; version: number | null; aliasId: number },
): Promise<Outcome<{ id: number }>> {
  return changingSubject(acting, input.id, input.version, async (tx, subject) => {
    const gone = await tx
      .deleteFrom('subject_alias')
      .where('id', '=', input.aliasId)
      .where('subject_id', '=', subject.id)
      .returning('name')
      .executeTakeFirst();
    if (!gone) return notFound();
    await recordAlias(tx, acting, subject, 'subject.alias_removed', { before: { 'tên khác': gone.name } });
    return done({ id: subject.id });
  });
}

function recordAlias(
  tx: Tx,
  acting: Acting,
  subject: SubjectInView,
  kind: 'subject.alias_added' | 'subject.alias_removed',
  told: { before?: Record<string, string>; after?: Record<string, string> },
): Promise<void> {
  return record(tx, acting, {
    kind,
    thingId: subject.id,
    thingVersion: subject.version + 1,
    officeId: homeOffice(subject),
    ...told,
  });
}
