const PAUSE_MS = 500;

/**
 * An area with `data-known-url` shows, while one types, who in the program it may be: a part of the page that the server
 * writes, asked for with the fields named in `data-known-by` of the same form. Where somebody is choosing, nothing moves.
 */
for (const area of document.querySelectorAll<HTMLElement>('[data-known-url]')) watch(area);

function watch(area: HTMLElement): void {
  const form = area.closest('form');
  if (!form) return;
  const names = (area.dataset.knownBy ?? '').split(' ');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;
  let asked = queryOf(form, names);

  async function ask(): Promise<void> {
    const query = queryOf(form as HTMLFormElement, names);
    if (query === asked || area.contains(document.activeElement)) return;
    asked = query;
    asking?.abort();
    asking = new AbortController();
    const part = await fetchPart(`${area.dataset.knownUrl}?${query}`, asking.signal);
    if (part === null || query !== asked) return;
    area.innerHTML = part;
    tell(area);
  }
  const soon = (event: Event): void => {
    const { name } = event.target as HTMLInputElement;
    if (name === 'subjectId' || !names.includes(name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
}

/** Null when it did not come: one goes on typing, and is asked after sending as without scripts. */
async function fetchPart(url: string, signal: AbortSignal): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal, redirect: 'manual' });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}

function queryOf(form: HTMLFormElement, names: readonly string[]): string {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && names.includes(field[0]),
  );
  return new URLSearchParams(fields).toString();
}

/** Only that somebody was found is read out; who, one reads where it stands. */
function tell(area: HTMLElement): void {
  const status = area.previousElementSibling;
  if (!status?.hasAttribute('data-known-status')) return;
  const title = area.querySelector('.notice-title')?.textContent ?? '';
  status.textContent = title && `${title}: xem sau phần người đại diện.`;
}
