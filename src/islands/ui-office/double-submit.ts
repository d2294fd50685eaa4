/** After this the button answers again: the page may have sent a file, or the line may have died. */
const PATIENCE_MS = 15_000;

/**
 * A second click on a form that is on its way does nothing. The button is marked busy, not disabled: a disabled
 * button would lose its value, and its focus.
 */
export function guardDoubleSubmit(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if (form.hasAttribute('aria-busy')) {
      event.preventDefault();
      return;
    }
    const button = event.submitter;
    const marked = button ? [form, button] : [form];
    for (const one of marked) one.setAttribute('aria-busy', 'true');
    setTimeout(() => marked.map((one) => one.removeAttribute('aria-busy')), PATIENCE_MS);
  });
  // Back to a page that the browser kept as it was left.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const one of document.querySelectorAll('[aria-busy]')) one.removeAttribute('aria-busy');
  });
}
