import { type ChainVerdict, verifyChain } from '../../audit/verify-chain.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { officePage } from '../page.tsx';
import type { Visit } from '../visit.ts';
import { PATH } from './journal-filter.tsx';

export const CHECK_PATH = `${PATH}/kiem-tra`;

/** What the check does, and the button; after it, what it has found. */
export function chainCheckPage(visit: Visit, verdict: ChainVerdict | null = null): Promise<Response> {
  return officePage(visit, {
    title: 'Kiểm tra chuỗi nhật ký',
    children: (
      <>
        <PageHead
          crumbs={[{ label: 'Nhật ký', href: PATH }, { label: 'Kiểm tra chuỗi' }]}
          title="Kiểm tra chuỗi nhật ký"
          lead="Mỗi mục mang mã băm tính từ nội dung của nó và mã của mục trước. Sửa, xóa hay chen một mục, dù sửa thẳng trong cơ sở dữ liệu, đều làm đứt chuỗi."
        />
        {verdict ? <Verdict verdict={verdict} at={visit.get('deps').clock.now()} /> : null}
        <form method="post" action={CHECK_PATH}>
          <Button kind="primary">{verdict ? 'Kiểm tra lại' : 'Kiểm tra ngay'}</Button>
        </form>
      </>
    ),
  });
}

export async function checkChain(visit: Visit): Promise<Response> {
  return chainCheckPage(visit, await verifyChain(visit.get('deps').db));
}

function Verdict({ verdict, at }: { verdict: ChainVerdict; at: Date }) {
  if (!verdict.ok) {
    return (
      <Notice tone="error" title={`Chuỗi bị đứt tại mục số ${formatCount(verdict.brokenAt)}`}>
        <p>
          Mục này đã bị sửa, bị xóa hoặc không nối với mục trước. Hãy giữ nguyên hiện trạng, báo người phụ
          trách và đối chiếu với bản sao lưu gần nhất.
        </p>
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="success" title="Chuỗi nguyên vẹn">
        <p>
          Đã kiểm tra {formatCount(verdict.count)} mục lúc {formatDateTime(at)}.
        </p>
      </Notice>
      <SummaryList
        items={[
          {
            label: 'Mã của mục mới nhất',
            value: <code>{verdict.newest}</code>,
            note: 'Ghi mã này ra giấy hoặc gửi đi nơi khác để sau này chứng minh phần trước đó chưa bị thay đổi.',
          },
        ]}
      />
    </>
  );
}
