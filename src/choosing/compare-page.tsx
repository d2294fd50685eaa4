import { planCrumbs } from '../plans/plan-crumbs.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Compared } from './compare-queries.ts';
import { compareRows } from './compare-rows.tsx';
import { choosingPath, type FieldInChoice } from './field-query.ts';
import { DecisionTag } from './marks.tsx';

interface ComparePageProps {
  field: FieldInChoice;
  all: readonly Compared[];
  accountId: number | null;
  mayDecide: boolean;
}

/** Two to four candidates side by side; on a phone every question is a card with the answers of all below each other. */
export function ComparePage({ field, all, accountId, mayDecide }: ComparePageProps) {
  const base = choosingPath(field);
  const rows = compareRows(all, accountId);
  return (
    <>
      <PageHead
        title="So sánh hồ sơ đề nghị"
        crumbs={[
          ...planCrumbs(field.planId, field.planNumber),
          { label: `Lựa chọn: ${field.name}`, href: base },
          { label: 'So sánh' },
        ]}
        kicker={field.name}
      />
      {all.length < 2 ? (
        <Notice tone="warn" title="Chưa đủ hồ sơ để so sánh">
          <p>Hãy đánh dấu từ 2 đến 4 hồ sơ trong danh sách rồi bấm “So sánh”.</p>
        </Notice>
      ) : null}
      <DataTable
        caption="So sánh các hồ sơ đề nghị"
        captionHidden
        columns={[
          { key: 'what', label: 'Nội dung', primary: true, width: 'label' },
          ...all.map(({ candidate }) => ({
            key: `c${candidate.exemplar.id}`,
            label: candidate.exemplar.subject.fullName,
          })),
        ]}
        rows={[
          ...rows.map(({ what, cell }) => ({
            what,
            ...Object.fromEntries(all.map((one) => [`c${one.candidate.exemplar.id}`, cell(one)])),
          })),
          ...(mayDecide
            ? [
                {
                  what: 'Quyết định',
                  ...Object.fromEntries(
                    all.map(({ candidate: { exemplar }, prepared }) => [
                      `c${exemplar.id}`,
                      <>
                        {prepared ? <DecisionTag action={prepared} /> : null}
                        <div>
                          <ButtonLink href={`${base}/${exemplar.id}`} small>
                            {prepared ? 'Sửa quyết định' : 'Chuẩn bị quyết định'}
                            <span class="visually-hidden"> về {exemplar.subject.fullName}</span>
                          </ButtonLink>
                        </div>
                      </>,
                    ]),
                  ),
                },
              ]
            : []),
        ]}
        empty="Không có hồ sơ nào được chọn để so sánh."
      />
      <p>
        <a href={base}>Về danh sách đề nghị</a>
      </p>
    </>
  );
}
