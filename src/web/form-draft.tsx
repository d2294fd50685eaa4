import { Button } from '../ui/button.tsx';
import { formatDateTime } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { DRAFT_BACK } from './draft-routes.ts';
import { findDraft } from './drafts.ts';
import { FORM_VERSION, type Typed } from './form.ts';
import { actorOf, type Visit } from './visit.ts';

/** How a form stands to the draft of the person who opens it. */
export interface DraftShown {
  /** What was typed, to be shown again; null: the form shows what is recorded. */
  typed: Typed | null;
  /** When it was saved, in words; undefined without a draft. */
  savedAt: string | undefined;
  /** The draft was written on an older version and waits to be asked for. */
  waits: boolean;
}

export const NO_DRAFT: DraftShown = { typed: null, savedAt: undefined, waits: false };

/** The parameter with which a draft on an older version is asked for. */
const ASKED = 'nhap';

/**
 * Looks for the draft of a form. It is put in by itself, so that nothing typed is lost, unless the thing has changed
 * since: then it would undo what somebody else wrote, and a person decides.
 *
 * @param version the thing's present version; null for something new
 */
export async function draftFor(visit: Visit, form: string, version: number | null): Promise<DraftShown> {
  const { accountId } = actorOf(visit);
  const draft = accountId === null ? null : await findDraft(visit.get('deps').db, accountId, form);
  if (!draft) return NO_DRAFT;
  const { [FORM_VERSION]: _old, ...typed } = draft.typed;
  const waits = draft.version !== version && visit.req.query(ASKED) === undefined;
  return { typed: waits ? null : typed, savedAt: formatDateTime(draft.savedAt), waits };
}

/** Says that a draft is shown or waits, since when, and how to be rid of it. */
export function DraftNotice({ draft, form, path }: { draft: DraftShown; form: string; path: string }) {
  if (!draft.savedAt) return null;
  return (
    <Notice
      tone={draft.waits ? 'warn' : 'info'}
      title={
        draft.waits ? `Có bản nháp lưu lúc ${draft.savedAt}` : `Đã mở lại bản nháp lưu lúc ${draft.savedAt}`
      }
    >
      {draft.waits ? (
        <p>
          Nội dung đã có thay đổi sau bản nháp này. Biểu mẫu dưới đây là nội dung hiện nay.{' '}
          <a href={`${path}?${ASKED}=1`}>Dùng bản nháp</a> nếu vẫn cần, rồi xem lại từng mục trước khi lưu.
        </p>
      ) : null}
      <form method="post" action={`/nhap/${form}/bo`} class="button-row">
        <input type="hidden" name={DRAFT_BACK} value={path} />
        <Button small>Bỏ bản nháp</Button>
      </form>
    </Notice>
  );
}
