import { guardDoubleSubmit } from './ui-office/double-submit.ts';
import { startDrafts } from './ui-office/draft-start.ts';
import { focusWhatIsWrong } from './ui-office/focus.ts';
import { openFolds } from './ui-office/folds.ts';
import { insertWords } from './ui-office/insert-words.ts';
import { listenForSearchKeys } from './ui-office/search-keys.ts';

/** What the office's pages gain where scripts run; without them every page still works. */
openFolds();
focusWhatIsWrong();
listenForSearchKeys();
guardDoubleSubmit();
startDrafts();
insertWords();
