import { type DraftCopy, dropCopy, findCopy, keepCopy, markSent } from './draft-copies.ts';
import { clockTime, fieldsOf, keyOf, offer, tell } from './draft-form.ts';

const PAUSE_MS = 2_000;
const FIRST_RETRY_MS = 4_000;
const LAST_RETRY_MS = 60_000;

/** A form that saves itself at its `data-draft-url`; files are not part of a draft. */
export function keepDraft(form: HTMLFormElement): void {
  const url = form.dataset.draftUrl ?? '';
  const key = location.pathname + url;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryIn = FIRST_RETRY_MS;
  let changes = 0;
  let onItsWay = false;
  /** The button that was pressed while there was no line. */
  let waiting: HTMLElement | null | undefined;

  const saveIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(save, ms);
  };
  const keep = (sent = false): boolean =>
    keepCopy(key, { at: Date.now(), fields: fieldsOf(form), ...(sent ? { sent } : {}) });
  const changed = () => {
    changes += 1;
    keep();
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
    if (waiting === undefined) tell(form, wordsFor(answer, findCopy(key)), true);
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
    if (navigator.onLine) {
      waiting = undefined;
      keep(true);
      markSent(key);
      return;
    }
    // the browser would put its own page in the place of the form
    event.preventDefault();
    waiting = event.submitter;
    const kept = keep();
    tell(form, `${offlineWords(kept ? Date.now() : null)} Có mạng lại, biểu mẫu sẽ tự gửi.`, true);
  });
  addEventListener('online', () => {
    if (waiting !== undefined) form.requestSubmit(waiting);
    else if (findCopy(key)) saveIn(0);
  });
  const copy = findCopy(key);
  if (copy) void takeUp(form, copy, { drop: () => dropCopy(key), changed });
}

/** What the server has not got is offered; of what was on its way it is asked first. */
async function takeUp(
  form: HTMLFormElement,
  copy: DraftCopy,
  { drop, changed }: { drop: () => void; changed: () => void },
): Promise<void> {
  const formKey = copy.fields.find(([name]) => name === '_khoa')?.[1];
  // the form came back with its errors: what was sent stands in it
  const cameBack = copy.sent && formKey !== undefined && formKey === keyOf(form);
  const received = copy.sent && formKey && !cameBack ? await askReceived(formKey) : null;
  if (cameBack || received !== null) drop();
  if (received !== null) tell(form, `Biểu mẫu gửi trước đó: đã nhận lúc ${received}.`);
  if (!cameBack && received === null) offer(form, copy, drop, changed);
}

/** The time at which the server took the form with this key; null when it did not, or cannot be asked. */
async function askReceived(formKey: string): Promise<string | null> {
  try {
    const response = await fetch(`/nhap/da-nhan/${encodeURIComponent(formKey)}`, { redirect: 'manual' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

type Answer = 'saved' | 'unreached' | 'signed_out' | 'refused';

const WORDS: Record<Exclude<Answer, 'saved' | 'unreached'>, string> = {
  signed_out: 'Phiên làm việc đã hết. Phần đã gõ được giữ trên máy này; hãy đăng nhập lại rồi mở lại trang.',
  refused: 'Chưa lưu được nháp. Hãy bấm gửi để xem lý do.',
};

function wordsFor(answer: Exclude<Answer, 'saved'>, copy: DraftCopy | null): string {
  if (answer !== 'unreached') return WORDS[answer];
  if (!navigator.onLine) return offlineWords(copy?.at ?? null);
  const kept = copy
    ? `Phần đã gõ được giữ trên máy này lúc ${clockTime(copy.at)}.`
    : 'Hãy đừng đóng trang này.';
  return `Chưa lưu được, sẽ thử lại. ${kept}`;
}

const offlineWords = (keptAt: number | null): string =>
  keptAt === null
    ? 'Mất mạng: chưa giữ được trên máy, hãy đừng đóng trang này.'
    : `Mất mạng: đã giữ trên máy lúc ${clockTime(keptAt)}.`;

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
