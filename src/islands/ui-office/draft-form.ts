import type { DraftCopy } from './draft-copies.ts';

/** The hidden field by which a form that is sent twice is done once. */
const FORM_KEY = '_khoa';

/** The key of the form as it stands on the page. */
export const keyOf = (form: HTMLFormElement): string | undefined =>
  form.querySelector<HTMLInputElement>(`[name="${FORM_KEY}"]`)?.value;

/** What is typed, without passwords and files. */
export function fieldsOf(form: HTMLFormElement): [string, string][] {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('[type=password]')].map((one) => one.name),
  );
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !secret.has(name) ? [[name, value] as [string, string]] : [],
  );
}

/** Says how the saving stands, where the form has a place for it. */
export function tell(form: HTMLFormElement, words: string, failing = false): HTMLElement | null {
  const place = form.querySelector<HTMLElement>('[data-draft-status]');
  if (!place) return null;
  place.textContent = words;
  place.classList.toggle('is-failing', failing);
  return place;
}

/** What the server never got is offered, not put in by itself: the page may show something newer. */
export function offer(form: HTMLFormElement, copy: DraftCopy, drop: () => void, changed: () => void): void {
  const place = tell(form, `Máy này còn giữ phần gõ lúc ${clockTime(copy.at)} chưa gửi được. `);
  place?.append(
    smallButton('Lấy lại', () => {
      putBack(form, copy);
      tell(form, 'Đã lấy lại phần chưa gửi được.');
      changed();
    }),
    ' ',
    smallButton('Bỏ', () => {
      drop();
      tell(form, '');
    }),
  );
}

function putBackKey(form: HTMLFormElement, fields: DraftCopy['fields']): void {
  const key = fields.find(([name]) => name === FORM_KEY)?.[1];
  const field = form.querySelector<HTMLInputElement>(`[name="${FORM_KEY}"]`);
  if (key && field) field.value = key;
}

/**
 * Hidden fields stay as the server wrote them: the version of the form is of this page. Its key too, unless the form may
 * have arrived already: sent again under the same key it is done once.
 */
function putBack(form: HTMLFormElement, { fields, sent }: DraftCopy): void {
  if (sent) putBackKey(form, fields);
  for (const control of form.elements) {
    if (!('name' in control) || !('value' in control)) continue;
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && /^(checkbox|radio)$/.test(control.type)) {
      control.checked = values.includes(control.value);
    } else if (!(control instanceof HTMLInputElement && /^(hidden|file|password)$/.test(control.type))) {
      const [value] = values;
      if (value !== undefined) control.value = value;
    }
  }
}

function smallButton(words: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button is-small';
  button.textContent = words;
  button.addEventListener('click', press);
  return button;
}

export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
