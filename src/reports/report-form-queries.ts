import type { Actor } from '../identity/actor.ts';
import type { Reader } from '../platform/db.ts';

export const FORM_KINDS = ['periodic', 'interim', 'final', 'statistics'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

export const FORM_KIND_NAMES: Record<FormKind, string> = {
  periodic: 'định kỳ',
  interim: 'sơ kết',
  final: 'tổng kết',
  statistics: 'thống kê',
};

export interface FormPart {
  key: string;
  name: string;
  hint: string | null;
}

/** One edition of a report form. */
export interface ReportForm {
  id: number;
  version: number;
  key: string;
  edition: number;
  name: string;
  kind: FormKind;
  figures: string[];
  tables: string[];
  basis: string | null;
  isCurrent: boolean;
  parts: FormPart[];
}

/** Forms are everybody's to read; writing them is for the standing body and the administrator of the whole programme. */
export const mayWriteForms = (actor: Actor): boolean =>
  actor.grants.some(
    (grant) => grant.reach === 'all' && (grant.role === 'standing' || grant.role === 'admin'),
  );

/** The editions in use, with how much each asks for. */
export const listForms = (db: Reader) =>
  db
    .selectFrom('report_form as f')
    .select(['f.id', 'f.key', 'f.name', 'f.kind', 'f.edition', 'f.figures', 'f.tables'])
    .select(({ selectFrom }) => [
      selectFrom('report_form_part as p')
        .whereRef('p.form_id', '=', 'f.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('partCount'),
      selectFrom('report as r')
        .whereRef('r.form_key', '=', 'f.key')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('reportCount'),
    ])
    .where('f.is_current', '=', true)
    .orderBy('f.name')
    .execute();

export async function findForm(db: Reader, id: number): Promise<ReportForm | null> {
  const row = await db.selectFrom('report_form').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const parts = await db
    .selectFrom('report_form_part')
    .select(['key', 'name', 'hint'])
    .where('form_id', '=', id)
    .orderBy('ord')
    .execute();
  const { is_current: isCurrent, kind, ...form } = row;
  return { ...form, isCurrent, kind: kind as FormKind, parts };
}

/** All editions of one form, the newest first, with the reports that were made with each. */
export const editionsOf = (db: Reader, key: string) =>
  db
    .selectFrom('report_form as f')
    .select(['f.id', 'f.edition', 'f.is_current as isCurrent'])
    .select(({ selectFrom }) =>
      selectFrom('report as r')
        .whereRef('r.form_id', '=', 'f.id')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('reportCount'),
    )
    .where('f.key', '=', key)
    .orderBy('f.edition', 'desc')
    .execute();
