import type { z } from 'zod';
import type { FieldErrors } from '../platform/outcome.ts';
import { type FieldLabels, labelsOf } from './form-labels.ts';
import { stoppedUploads } from './upload-check.ts';
import type { Visit } from './visit.ts';

/** What was typed, by field name, to be shown again as it was. */
export type Typed = Record<string, string | string[]>;

/** A form as it was sent, whatever came of it. */
export interface SentForm {
  typed: Typed;
  /** What its fields are called, so that what was typed can be shown outside of the form. */
  labels: FieldLabels;
  key: string | null;
  version: number | null;
  files: Map<string, File>;
}

export type ReadForm<T> =
  | ({ ok: true; value: T } & SentForm)
  | ({ ok: false; errors: FieldErrors } & SentForm);

/** Hidden fields that every form carries beside its own. */
export const FORM_KEY = '_khoa';
export const FORM_VERSION = '_phien_ban';

/**
 * Reads a posted form: text is brought to NFC and freed of control characters, then held against the schema.
 * Errors come back by field name, one sentence each; what was typed is kept either way. Files that came with it are
 * looked at by the virus check where one is set up: one that is not taken is an error of its field.
 */
export async function readForm<T>(visit: Visit, schema: z.ZodType<T>): Promise<ReadForm<T>> {
  const body = await readBody(visit);
  const sent = { ...sort(body ?? {}), labels: labelsOf(schema) };
  if (!body)
    return { ok: false, errors: { _: 'Biểu mẫu gửi lên bị hỏng trên đường truyền; hãy gửi lại.' }, ...sent };
  const stopped = await stoppedUploads(visit, filesIn(body));
  const parsed = schema.safeParse(sent.typed);
  if (parsed.success && Object.keys(stopped).length === 0) return { ok: true, value: parsed.data, ...sent };
  return { ok: false, errors: { ...errorsByField(parsed.error?.issues ?? []), ...stopped }, ...sent };
}

type Body = Record<string, string | File | (string | File)[]>;

/** Null when the body is cut off or is no form at all. */
async function readBody(visit: Visit): Promise<Body | null> {
  try {
    return await visit.req.parseBody({ all: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/**
 * A text field as it came, before {@link readForm} cleans it: characters of old fonts that forms take away tell which font
 * a pasted list was typed in. Clean it before it is shown or stored. Call it after `readForm`.
 */
export async function textAsSent(visit: Visit, field: string): Promise<string> {
  const value = (await readBody(visit))?.[field];
  return typeof value === 'string' ? value : '';
}

const filesIn = (body: Body): (readonly [string, File])[] =>
  Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one instanceof File ? [[name, one] as const] : [])),
  );

function sort(body: Body): Omit<SentForm, 'labels'> {
  const typed: Typed = Object.create(null);
  const files = new Map<string, File>();
  for (const [name, value] of Object.entries(body)) {
    const values = Array.isArray(value) ? value : [value];
    const texts = values.filter((one) => typeof one === 'string').map(cleanText);
    const file = values.findLast((one) => typeof one !== 'string' && one.size > 0);
    if (file instanceof File) files.set(name, file);
    if (texts.length > 0) typed[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return { typed, files, key: keyIn(typed), version: versionIn(typed) };
}

/** The first error of each field is the one shown. */
export function errorsByField(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of issues) errors[String(issue.path[0] ?? '_')] ??= issue.message;
  return errors;
}

/** Direction marks that could disguise a name, and marks that nobody sees or types on purpose. */
const UNSEEN = /[\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** NFC; line breaks as '\n'; no control characters beside them; nothing invisible. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, (mark) => (mark === '\n' ? mark : mark === '\t' ? ' ' : ''));
}

function keyIn(typed: Typed): string | null {
  const value = typed[FORM_KEY];
  return typeof value === 'string' && value.length >= 8 && value.length <= 100 ? value : null;
}

function versionIn(typed: Typed): number | null {
  const version = Number(typed[FORM_VERSION]);
  return Number.isSafeInteger(version) && version > 0 ? version : null;
}
