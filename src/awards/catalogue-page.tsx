import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { Unknown } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { type AwardForm, isValidOn, validityInWords } from './award-form.ts';

/** The catalogue of award forms; `today` as ISO. */
export function AwardCataloguePage({ forms, today }: { forms: readonly AwardForm[]; today: string }) {
  return (
    <>
      <PageHead
        title="Hình thức khen thưởng"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Hình thức khen thưởng' }]}
        lead="Khi tôn vinh, chỉ chọn được hình thức có hiệu lực trong ngày tôn vinh."
      />
      <DataTable
        caption="Hình thức khen thưởng"
        captionHidden
        columns={[
          { key: 'name', label: 'Hình thức', width: 'wide' },
          { key: 'level', label: 'Cấp' },
          { key: 'basis', label: 'Căn cứ' },
          { key: 'validity', label: 'Hiệu lực', width: 'narrow' },
        ]}
        rows={forms.map((form) => ({
          name: form.name,
          level: LEVEL_NAMES[form.level] ?? form.level,
          basis: form.legalBasis ?? <Unknown />,
          validity: <Validity form={form} today={today} />,
        }))}
        empty={
          <EmptyState title="Chưa có hình thức nào">
            Các hình thức khen thưởng theo luật sẽ hiện ở đây.
          </EmptyState>
        }
      />
    </>
  );
}

function Validity({ form, today }: { form: AwardForm; today: string }) {
  const span = validityInWords(form);
  if (isValidOn(form, today))
    return <StateTag tone="good" word={['có hiệu lực', span].filter(Boolean).join(' ')} />;
  return form.validTo && form.validTo < today ? (
    <StateTag tone="stopped" word={`hết hiệu lực, ${span}`} />
  ) : (
    <StateTag tone="neutral" word={`chưa có hiệu lực, ${span}`} />
  );
}
