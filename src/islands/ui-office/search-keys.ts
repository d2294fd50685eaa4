/** `/` and Ctrl-K (⌘K) bring the caret to the search box; `/` only where one is not writing already. */
export function listenForSearchKeys(): void {
  const box = document.querySelector<HTMLInputElement>('[data-search-keys]');
  if (!box) return;
  document.addEventListener('keydown', (event) => {
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k';
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isWriting(event.target);
    if (!chord && !slash) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
