import { randomUUID } from 'node:crypto';
import { FORM_KEY, FORM_VERSION, type Typed } from './form.ts';

/**
 * What every form carries: a key so that a double click does its work once, and the version of the thing as it
 * was when the form was opened, so that nobody overwrites what somebody else changed meanwhile.
 */
export function HiddenFields({ typed, version }: { typed?: Typed | undefined; version?: number | null }) {
  const key = typed?.[FORM_KEY];
  // a form that comes back for an error keeps the version that its text was written on: with the newest one, sending it
  // again would overwrite what its writer has never seen
  const shown = typed?.[FORM_VERSION] ?? version;
  return (
    <>
      <input type="hidden" name={FORM_KEY} value={typeof key === 'string' ? key : randomUUID()} />
      {shown ? <input type="hidden" name={FORM_VERSION} value={String(shown)} /> : null}
    </>
  );
}
