import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { FileField, TextArea } from '../ui/field.tsx';
import { formatDateTime } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { ReadingInList } from './read-store.ts';

export interface BeginProps {
  errors: FieldErrors;
  reasons: readonly Reason[];
  typed: Typed;
  open: readonly ReadingInList[];
  may: boolean;
}

/** Where a text is pasted or sent, and where reading was broken off. */
export function BeginPage({ errors, reasons, typed, open, may }: BeginProps) {
  const pasted = typed.text;
  return (
    <>
      <PageHead
        title="Đọc kế hoạch từ văn bản"
        crumbs={[{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: 'Đọc từ văn bản' }]}
        lead="Chương trình đọc số, ngày, người ký, căn cứ, giai đoạn, lĩnh vực, chỉ tiêu, tiêu chí và đặt cạnh đoạn văn bản của nó; bạn xác nhận từng mục."
      />
      <RefusalList title="Chưa thực hiện được" reasons={reasons}>
        {may ? null : <ButtonLink href="/ke-hoach">Về danh sách kế hoạch</ButtonLink>}
      </RefusalList>
      {may ? (
        <form method="post" class="form" enctype="multipart/form-data" action="/ke-hoach/doc-van-ban">
          <ErrorSummary errors={errors} title="Chưa đọc được, mời xem lại" />
          <HiddenFields typed={typed} />
          <FileField
            name="file"
            label="Tệp văn bản"
            hint="Word (.docx), PDF có lớp chữ hoặc TXT; không quá 20 MB."
            accept=".docx,.pdf,.txt"
            error={errors.file}
          />
          <TextArea
            name="text"
            label="Hoặc dán nội dung văn bản"
            hint="Dán cả phần đầu (số, ngày, cơ quan) và phần cuối (nơi nhận, chữ ký) nếu có."
            rows={10}
            value={typeof pasted === 'string' ? pasted : ''}
            error={errors.text}
          />
          <ButtonRow>
            <Button kind="primary">Đọc văn bản</Button>
            <ButtonLink kind="quiet" href="/ke-hoach">
              Quay lại
            </ButtonLink>
          </ButtonRow>
        </form>
      ) : null}
      {open.length > 0 ? (
        <Section
          id="dang-doc"
          title="Văn bản đang đối chiếu dở"
          count={open.length}
          intro="Được giữ 30 ngày kể từ lần lưu cuối."
        >
          <ul>
            {open.map(({ id, sourceName, begins, savedAt }) => (
              <li>
                <a href={`/ke-hoach/doc-van-ban/${id}`}>{sourceName ?? `${begins}…`}</a>{' '}
                <span class="muted">lưu lúc {formatDateTime(savedAt)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
