import {
  type DraftCopy,
  dropAllCopies,
  dropCopy,
  findCopy,
  keepCopy,
  markSent,
  settleSent,
} from './draft-copies.ts';

const PAUSE_MS = 2_000;
const FIRST_RETRY_MS = 4_000;
const LAST_RETRY_MS = 60_000;

/** Forms with `data-draft-url` save themselves there while one writes; files are not part of a draft. */
export function keepDrafts(): void {
  settleSent();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')) keepDraft(form);
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-forget-drafts'))
      dropAllCopies();
  });
}

function keepDraft(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl ?? '';
  const key = location.pathname + url;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryIn = FIRST_RETRY_MS;
  let changes = 0;
  let onItsWay = false;

  const saveIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  const changed = () => {
    changes += 1;
    keepCopy(key, { at: Date.now(), fields: fieldsOf(form) });
    saveIn(PAUSE_MS);
  };
  async function save(): Promise<void> {
    if (onItsWay) return saveIn(PAUSE_MS);
    onItsWay = true;
    const saving = changes;
    const answer = await send(url, fieldsOf(form));
    onItsWay = false;
    if (answer === 'saved') {
      retryIn = FIRST_RETRY_MS;
      if (saving === changes) dropCopy(key);
      tell(form, `Đã lưu nháp lúc ${clockTime(Date.now())}`);
      return;
    }
    tell(form, WORDS[answer], true);
    // What the server refuses it would refuse again; the next change tries anew.
    if (answer !== 'unreached') return;
    saveIn(retryIn);
    retryIn = Math.min(retryIn * 2, LAST_RETRY_MS);
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    clearTimeout(timer);
    markSent(key);
  });
  addEventListener('online', () => {
    if (findCopy(key)) saveIn(0);
  });
  const copy = findCopy(key);
  if (copy) offer(form, copy, () => dropCopy(key), changed);
}

type Answer = 'saved' | 'unreached' | 'signed_out' | 'refused';

const WORDS: Record<Exclude<Answer, 'saved'>, string> = {
  unreached: 'Chưa lưu được, sẽ thử lại. Phần đã gõ được giữ trên máy này.',
  signed_out: 'Phiên làm việc đã hết. Phần đã gõ được giữ trên máy này; hãy đăng nhập lại rồi mở lại trang.',
  refused: 'Chưa lưu được nháp. Hãy bấm gửi để xem lý do.',
};

async function send(url: string, fields: [string, string][]): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-draft': '1' },
      body: new URLSearchParams(fields),
      // A way to the sign-in page is not a draft that was saved.
      redirect: 'manual',
    });
    if (response.ok) return 'saved';
    if (response.type === 'opaqueredirect' || response.status === 401) return 'signed_out';
    return response.status >= 500 || response.status === 429 ? 'unreached' : 'refused';
  } catch {
    return 'unreached';
  }
}

function fieldsOf(form: HTMLFormElement): [string, string][] {
  const secret = new Set(
    [...form.querySelectorAll<HTMLInputElement>('[type=password]')].map((one) => one.name),
  );
  return [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !secret.has(name) ? [[name, value] as [string, string]] : [],
  );
}

function tell(form: HTMLFormElement, words: string, failing = false): HTMLElement | null {
  const place = form.querySelector<HTMLElement>('[data-draft-status]');
  if (!place) return null;
  place.textContent = words;
  place.classList.toggle('is-failing', failing);
  return place;
}

/** What the server never got is offered, not put in by itself: the page may show something newer. */
function offer(form: HTMLFormElement, copy: DraftCopy, drop: () => void, changed: () => void): void {
  const place = tell(form, `Máy này còn giữ phần gõ lúc ${clockTime(copy.at)} chưa gửi được. `);
  place?.append(
    smallButton('Lấy lại', () => {
      putBack(form, copy.fields);
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

/** Hidden fields stay as the server wrote them: the key and the version of the form are of this page. */
function putBack(form: HTMLFormElement, fields: [string, string][]): void {
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

function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
