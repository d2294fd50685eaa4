import { ButtonLink } from '../ui/button.tsx';
import { Section } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { listPath } from './field-query.ts';
import type { ListPageProps } from './list-page.tsx';

/** The decision with its list, and what each office that proposed is told. */
export function Papers({ list, judged, offices, mayDecide }: ListPageProps) {
  const path = listPath(list.id);
  if (judged.length === 0) return null;
  return (
    <Section
      id="van-ban"
      title="Văn bản"
      intro={list.state === 'open' ? 'Trước khi áp dụng, văn bản ghi rõ là dự thảo.' : undefined}
      actions={
        mayDecide ? (
          <ButtonLink href={`${path}/van-ban`} icon="edit" small>
            Số, ngày, người ký
          </ButtonLink>
        ) : undefined
      }
    >
      <DataTable
        caption="Văn bản của danh sách"
        captionHidden
        columns={[
          { key: 'paper', label: 'Văn bản', width: 'wide', primary: true },
          { key: 'files', label: 'Tải về' },
        ]}
        rows={[
          {
            paper: 'Quyết định kèm danh sách',
            // nobody is chosen: there is nothing to decide on paper, only offices to be told
            files: judged.some(({ prepared }) => prepared.action === 'choose') ? (
              <Files path={`${path}/quyet-dinh`} of="quyết định" />
            ) : (
              <span class="muted">không chọn ai nên không ra quyết định</span>
            ),
          },
          ...offices.map(({ id, name }) => ({
            paper: `Thông báo kết quả gửi ${name}`,
            files: <Files path={`${path}/thong-bao/${id}`} of={`thông báo gửi ${name}`} />,
          })),
        ]}
      />
    </Section>
  );
}

const Files = ({ path, of }: { path: string; of: string }) => (
  <>
    <a href={`${path}/word`}>
      Word<span class="visually-hidden">: {of}</span>
    </a>{' '}
    ·{' '}
    <a href={`${path}/pdf`}>
      PDF<span class="visually-hidden">: {of}</span>
    </a>
  </>
);
