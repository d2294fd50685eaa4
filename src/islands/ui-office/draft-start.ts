import { dropAllCopies, dropCopiesOfOthers, settleSent } from './draft-copies.ts';
import { keepDraft } from './drafts.ts';

/**
 * Forms with `data-draft-url` save themselves there while one writes. They are no script of their own that pages fetch
 * when they need it: on the weak line for which they are made, it might not come.
 */
export function startDrafts(): void {
  dropCopiesOfOthers();
  settleSent();
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft-url]')) keepDraft(form);
  document.addEventListener('submit', (event) => {
    if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-forget-drafts'))
      dropAllCopies();
  });
}
