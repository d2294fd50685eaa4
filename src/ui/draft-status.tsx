/** Where the saving of drafts tells how it stands; put it into a form with `data-draft-url`. */
export function DraftStatus({ savedAt }: { savedAt?: string | undefined }) {
  return (
    <p class="draft-status" data-draft-status="" role="status">
      {savedAt ? `Đã lưu nháp lúc ${savedAt}` : ''}
    </p>
  );
}
