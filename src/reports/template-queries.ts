import { sql } from 'kysely';
import { sidesOver } from '../desks/sides.ts';
import type { Actor } from '../identity/actor.ts';
import { withinReach } from '../identity/reach.ts';
import type { Reader } from '../platform/db.ts';
import { indicatorsOf } from './merged-indicators.ts';
import type { TemplateForm } from './template-fields.ts';
import { tableShapes } from './template-tables.ts';

/** An office's template as it is listed and handed out. */
export interface TemplateInView {
  id: number;
  officeId: number;
  officeName: string;
  formKey: string;
  formName: string;
  name: string;
  sha256: string;
  active: boolean;
  addedBy: string | null;
  addedAt: Date;
  /** Somebody of the office itself. */
  mayWrite: boolean;
}

const rows = (db: Reader, actor: Actor) =>
  db
    .selectFrom('report_template as t')
    .innerJoin('office as o', 'o.id', 't.office_id')
    .innerJoin('file as f', 'f.id', 't.file_id')
    .innerJoin('report_form as form', (join) =>
      join.onRef('form.key', '=', 't.form_key').on('form.is_current', '=', true),
    )
    .leftJoin('account as a', 'a.id', 't.added_by')
    .select(['t.id', 't.office_id as officeId', 'o.name as officeName', 'o.path', 't.form_key as formKey'])
    .select(['form.name as formName', 't.name', 'f.sha256', 't.active', 't.added_at as addedAt'])
    .select('a.display_name as addedBy')
    .where(withinReach(actor, sql.ref('t.office_id'), null));

type Row = Omit<TemplateInView, 'mayWrite'> & { path: number[] };

const inView = (actor: Actor, { path, ...row }: Row): TemplateInView => ({
  ...row,
  mayWrite: sidesOver(actor, { officePath: path, deskPath: null }).has('author'),
});

/** Templates within reach: those in use first, then the history, the newest first. */
export async function listTemplates(db: Reader, actor: Actor): Promise<TemplateInView[]> {
  const found = await rows(db, actor)
    .orderBy('t.active', 'desc')
    .orderBy('t.id', 'desc')
    .limit(200)
    .execute();
  return found.map((row) => inView(actor, row));
}

export async function findTemplate(db: Reader, actor: Actor, id: number): Promise<TemplateInView | null> {
  const row = await rows(db, actor).where('t.id', '=', id).executeTakeFirst();
  return row ? inView(actor, row) : null;
}

/** The template that takes the place of the built-in paper for this office and form; null where there is none. */
export async function templateFor(
  db: Reader,
  officeId: number,
  formKey: string,
): Promise<{ sha256: string; name: string } | null> {
  const row = await db
    .selectFrom('report_template as t')
    .innerJoin('file as f', 'f.id', 't.file_id')
    .select(['f.sha256', 't.name'])
    .where('t.office_id', '=', officeId)
    .where('t.form_key', '=', formKey)
    .where('t.active', '=', true)
    .executeTakeFirst();
  return row ?? null;
}

/** The current edition of a form with all that a template may use of it; null for a form that is no longer used. */
export async function templateForm(
  db: Reader,
  formKey: string,
): Promise<(TemplateForm & { key: string; name: string }) | null> {
  const form = await db
    .selectFrom('report_form')
    .select(['id', 'key', 'name', 'figures', 'tables'])
    .where('key', '=', formKey)
    .where('is_current', '=', true)
    .executeTakeFirst();
  if (!form) return null;
  const parts = await db
    .selectFrom('report_form_part')
    .select(['key', 'name'])
    .where('form_id', '=', form.id)
    .orderBy('ord')
    .execute();
  return {
    key: form.key,
    name: form.name,
    indicators: indicatorsOf(form.figures),
    tables: tableShapes(form.tables),
    parts,
  };
}

/** The forms that a template can be made for. */
export const templateForms = (db: Reader): Promise<{ key: string; name: string }[]> =>
  db.selectFrom('report_form').select(['key', 'name']).where('is_current', '=', true).orderBy('id').execute();

export async function templateOffice(
  db: Reader,
  officeId: number,
): Promise<{ id: number; name: string; path: number[] } | null> {
  const office = await db
    .selectFrom('office')
    .select(['id', 'name', 'path'])
    .where('id', '=', officeId)
    .executeTakeFirst();
  return office ?? null;
}
