import { addRow, type Row } from './evidence-upload/row.ts';
import { send } from './evidence-upload/send.ts';
import { shrunk } from './evidence-upload/shrink.ts';

/** One file on its way. Its key stays the same through all tries: whatever arrives twice is kept once. */
interface Parcel {
  file: File;
  key: string;
  title: string | null;
  row: Row;
}

const FIRST_RETRY_MS = 4_000;
const LAST_RETRY_MS = 60_000;

/**
 * Files go one by one, pictures made small before, each with its progress and its answer; what was typed stays on the
 * page whatever the line does. Without this the form sends them all at once as forms do.
 */
for (const list of document.querySelectorAll<HTMLElement>('[data-upload]')) {
  const form = list.closest('form');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  if (form && input) enhance(form, input, list);
}

function enhance(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement): void {
  const { upload = '', done = '' } = list.dataset;
  const waiting: Parcel[] = [];
  const broken = new Set<Parcel>();
  let refused = 0;
  let busy = false;
  let retryIn = FIRST_RETRY_MS;
  let timer = 0;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    for (let parcel = waiting.shift(); parcel; parcel = waiting.shift()) await deliver(parcel);
    busy = false;
    if (broken.size === 0 && refused === 0) location.assign(done);
  }

  async function deliver(parcel: Parcel): Promise<void> {
    const { row, file } = parcel;
    row.say('Đang chuẩn bị');
    const small = await shrunk(file);
    row.say(small === file ? 'Đang gửi' : 'Đã thu nhỏ ảnh, đang gửi');
    row.progress(0);
    const answer = await send(upload, bodyOf(form, input, parcel, small), row.progress);
    if (answer.kind === 'taken') {
      retryIn = FIRST_RETRY_MS;
      row.done(answer.sentence);
    } else if (answer.kind === 'refused') {
      refused += 1;
      row.refused(answer.sentence);
    } else {
      broken.add(parcel);
      row.broken(answer.sentence, () => again([parcel]));
      clearTimeout(timer);
      timer = window.setTimeout(() => again([...broken]), retryIn);
      retryIn = Math.min(retryIn * 2, LAST_RETRY_MS);
    }
  }

  function again(parcels: readonly Parcel[]): void {
    for (const parcel of parcels) if (broken.delete(parcel)) waiting.push(parcel);
    if (waiting.length > 0) void work();
  }

  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])];
    // the reference of a paper goes as any form goes; files that are on their way are not sent again
    if (files.length === 0 && waiting.length + broken.size === 0 && !busy) return;
    event.preventDefault();
    refused = 0;
    const typed = titleTyped(form);
    for (const [index, file] of files.entries()) {
      const title = typed && files.length > 1 ? `${typed} (${index + 1})` : typed;
      waiting.push({ file, key: newKey(), title, row: addRow(list, file.name) });
    }
    input.value = '';
    if (files.length > 0) void work();
    else again([...broken]);
  });
  addEventListener('online', () => again([...broken]));
  addEventListener('beforeunload', (event) => {
    if (busy || broken.size > 0) event.preventDefault();
  });
}

const titleTyped = (form: HTMLFormElement): string | null =>
  form.querySelector<HTMLInputElement>('[name=title]')?.value.trim() || null;

function bodyOf(form: HTMLFormElement, input: HTMLInputElement, parcel: Parcel, file: File): FormData {
  const body = new FormData(form);
  body.set('_khoa', parcel.key);
  if (parcel.title !== null) body.set('title', parcel.title);
  body.delete(input.name);
  body.append(input.name, file);
  return body;
}

/** `crypto.randomUUID` is there only behind TLS, which an office's own network may not have. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
