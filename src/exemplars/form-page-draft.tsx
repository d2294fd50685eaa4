export { DraftNotice, type DraftShown, draftFor, NO_DRAFT } from '../web/form-draft.tsx';
