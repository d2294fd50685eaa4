/** ← and → lead to the evidence before and after; whoever is writing or scrolling a text keeps the keys. */
document.addEventListener('keydown', (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
  const rel = { ArrowLeft: 'prev', ArrowRight: 'next' }[event.key];
  if (!rel) return;
  const at = event.target;
  if (at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable], [tabindex="0"]'))
    return;
  document.querySelector<HTMLAnchorElement>(`.evidence-turn a[rel=${rel}]`)?.click();
});
