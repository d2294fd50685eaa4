/**
 * Rail and filters are always open where there is room: the style sheet does it, except in browsers that do not
 * know `::details-content`, where the fold is opened here.
 */
export function openFolds(): void {
  if (CSS.supports('selector(::details-content)')) return;
  const width = { 'rail-fold': '64rem', 'filter-fold': '40rem' };
  for (const [name, least] of Object.entries(width)) {
    if (!matchMedia(`(min-width: ${least})`).matches) continue;
    for (const fold of document.querySelectorAll<HTMLDetailsElement>(`.${name}`)) fold.open = true;
  }
}
