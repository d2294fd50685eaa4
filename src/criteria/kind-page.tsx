import { Card, CardGrid } from '../ui/card.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { KIND_HINTS } from './criterion-fields.tsx';
import { KIND_PARAM } from './criterion-form.tsx';
import type { CriteriaSet } from './queries.ts';
import { CRITERION_KIND_NAMES, CRITERION_KINDS } from './rule.ts';
import { SETS_CRUMBS, SETS_PATH } from './set-words.tsx';

/** The first question when a criterion is added: of which kind it is. */
export function KindPage({ set }: { set: CriteriaSet }) {
  const hasSum = set.criteria.some(({ rule }) => rule.kind === 'points_sum');
  // points are given only within a group whose points add up
  const kinds = CRITERION_KINDS.filter((kind) => kind !== 'points' || hasSum);
  return (
    <>
      <PageHead
        title="Thêm tiêu chí: chọn loại"
        crumbs={[
          ...SETS_CRUMBS,
          { label: set.name, href: `${SETS_PATH}/${set.id}` },
          { label: 'Thêm tiêu chí' },
        ]}
        lead="Loại quyết định người đánh giá phải trả lời gì và kết quả được xét thế nào."
      />
      <CardGrid>
        {kinds.map((kind) => (
          <Card
            title={CRITERION_KIND_NAMES[kind]}
            href={`${SETS_PATH}/${set.id}/muc/moi?${KIND_PARAM}=${kind}`}
            level={2}
          >
            {KIND_HINTS[kind]}
          </Card>
        ))}
      </CardGrid>
    </>
  );
}
