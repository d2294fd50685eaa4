/** The summary of errors takes the caret when the page comes back with one, so that it is read first. */
export function focusWhatIsWrong(): void {
  document.querySelector<HTMLElement>('[data-focus-on-load]')?.focus();
}
