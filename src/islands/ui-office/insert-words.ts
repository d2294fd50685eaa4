/**
 * Buttons with `data-insert-words` put their words where the caret was last in a text of the same form. Without scripts
 * they stay hidden, and the words are typed or copied.
 */
export function insertWords(): void {
  let last: HTMLTextAreaElement | null = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) last = target;
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-insert-words]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const text = last ?? button.form?.querySelector('textarea');
      if (!text) return;
      text.focus();
      text.setRangeText(button.dataset.insertWords ?? '', text.selectionStart, text.selectionEnd, 'end');
      // so that the draft saves itself
      text.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}
