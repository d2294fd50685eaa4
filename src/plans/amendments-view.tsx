import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import type { AmendmentInView } from './amend-plan.ts';

/** The papers that changed a plan, each with everything that it changed, before and after. */
export function Amendments({ amendments }: { amendments: readonly AmendmentInView[] }) {
  return (
    <>
      {amendments.map((amendment) => (
        <div>
          <h3>
            {amendment.number} ngày {formatDate(amendment.issuedOn)}{' '}
            {amendment.isOpen ? <StateTag tone="warn" word="đang sửa" /> : null}
          </h3>
          <p>
            {amendment.summary}
            {amendment.signer ? <span class="muted"> Người ký: {amendment.signer}.</span> : null}
          </p>
          {amendment.isOpen ? null : (
            <DataTable
              caption={`Các chỗ đã đổi bởi ${amendment.number}`}
              captionHidden
              columns={[
                { key: 'what', label: 'Phần' },
                { key: 'before', label: 'Trước', width: 'wide' },
                { key: 'after', label: 'Sau', width: 'wide' },
              ]}
              rows={amendment.changes.map(({ what, before, after }) => ({
                what,
                before: before ?? <span class="muted">chưa có</span>,
                after: after ?? <span class="muted">đã bỏ</span>,
              }))}
              empty="Văn bản này không đổi nội dung nào của kế hoạch."
            />
          )}
        </div>
      ))}
    </>
  );
}
