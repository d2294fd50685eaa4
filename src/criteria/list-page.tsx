import { ButtonLink } from '../ui/button.tsx';
import { formatCount } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { DataTable } from '../ui/table.tsx';
import type { SetInList } from './set-queries.ts';
import { daysInWords, kindsInWords, NORMS_PATH, SETS_PATH, SetStateTag } from './set-words.tsx';

/** Every criteria set in every edition; `today` as ISO. */
export function CriteriaListPage({
  sets,
  today,
  mayWrite,
}: {
  sets: readonly SetInList[];
  today: string;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHead
        title="Bộ tiêu chí"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Bộ tiêu chí' }]}
        lead="Các bộ tiêu chí theo văn bản quy định. Mỗi lần đánh giá giữ mãi bộ tiêu chí đã dùng. Điều chưa rõ không tính là đạt, cũng không tính là không đạt."
        actions={
          <>
            {mayWrite ? (
              <ButtonLink href={`${SETS_PATH}/moi`} icon="plus" kind="primary">
                Soạn bộ mới
              </ButtonLink>
            ) : null}
            <ButtonLink href={NORMS_PATH}>Định mức</ButtonLink>
            <ButtonLink href="/danh-muc/quy-trinh-tieu-chi">Quy trình</ButtonLink>
          </>
        }
      />
      <DataTable
        caption="Các bộ tiêu chí"
        captionHidden
        columns={[
          { key: 'name', label: 'Bộ tiêu chí', width: 'wide' },
          { key: 'state', label: 'Trạng thái', width: 'narrow' },
          { key: 'days', label: 'Áp dụng' },
          { key: 'who', label: 'Dành cho' },
          { key: 'criteria', label: 'Tiêu chí', align: 'end', width: 'narrow' },
          { key: 'used', label: 'Lần đánh giá', align: 'end', width: 'narrow' },
        ]}
        rows={sets.map((set) => ({
          name: (
            <span id={`bo-${set.id}`}>
              <a href={`${SETS_PATH}/${set.id}`}>{set.name}</a>
              {set.edition > 1 ? ` (lần ${set.edition})` : ''}
              <span class="summary-note">{set.legalBasis ?? 'chưa rõ căn cứ'}</span>
            </span>
          ),
          state: <SetStateTag {...set} today={today} />,
          days: daysInWords(set) || 'chưa ghi ngày',
          who: kindsInWords(set.subjectKinds),
          criteria: formatCount(set.criteria),
          used: formatCount(set.assessments),
        }))}
        empty="Chưa có bộ tiêu chí nào. Bộ tiêu chí của các lĩnh vực sẽ hiện ở đây."
      />
    </>
  );
}
