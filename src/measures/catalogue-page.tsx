import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { ADDING_NAMES, CONTRIBUTION_KIND_NAMES, MEASURE_KIND_NAMES } from './kinds.ts';
import { rangeInWords } from './plausible.ts';
import { isValidOn, type Measure } from './queries.ts';

interface CatalogueProps {
  measures: readonly Measure[];
  /** ISO. */
  today: string;
  mayEdit: boolean;
}

export const CATALOGUE_PATH = '/danh-muc/chi-so';

/** Every measure with its unit, and between which values its figures usually lie. */
export function MeasureCataloguePage({ measures, today, mayEdit }: CatalogueProps) {
  return (
    <>
      <PageHead
        title="Chỉ số"
        crumbs={[{ label: 'Danh mục', href: '/danh-muc' }, { label: 'Chỉ số' }]}
        lead="Số liệu ghi theo chỉ số thì cùng một đơn vị tính, cộng được với nhau, và số ngoài khoảng thường gặp được hỏi lại khi ghi."
        actions={
          mayEdit ? (
            <ButtonLink href={`${CATALOGUE_PATH}/moi`} icon="plus">
              Thêm chỉ số
            </ButtonLink>
          ) : undefined
        }
      />
      <DataTable
        caption="Chỉ số"
        captionHidden
        columns={[
          { key: 'name', label: 'Chỉ số', width: 'wide' },
          { key: 'unit', label: 'Đơn vị tính' },
          { key: 'adding', label: 'Cách gộp' },
          { key: 'range', label: 'Khoảng thường gặp' },
          { key: 'validity', label: 'Hiệu lực' },
        ]}
        rows={measures.map((measure) => ({
          name: <Name measure={measure} />,
          unit: measure.unit,
          adding: ADDING_NAMES[measure.adding],
          range: <Ranges measure={measure} />,
          validity: <Validity measure={measure} today={today} />,
        }))}
        empty="Chưa có chỉ số nào."
      />
    </>
  );
}

function Name({ measure }: { measure: Measure }) {
  const { id, name, kind, contribution } = measure;
  return (
    <>
      <a href={`${CATALOGUE_PATH}/${id}`}>{name}</a>
      <div class="muted">
        {MEASURE_KIND_NAMES[kind]}
        {contribution ? ` · đóng góp: ${CONTRIBUTION_KIND_NAMES[contribution].toLowerCase()}` : ''}
      </div>
    </>
  );
}

export function Ranges({ measure }: { measure: Measure }) {
  if (measure.ranges.length === 0) return <>không đặt</>;
  return (
    <>
      {measure.ranges.map((range) => (
        <div>
          {SUBJECT_KIND_NAMES[range.subjectKind]}: {rangeInWords(range, measure)}
        </div>
      ))}
      {measure.ranges.some(({ provisional }) => provisional) ? (
        <div class="muted">đặt tạm, chưa đối chiếu</div>
      ) : null}
    </>
  );
}

export function Validity({ measure, today }: { measure: Measure; today: string }) {
  const { validFrom, validTo } = measure;
  if (isValidOn(measure, today))
    return <StateTag tone="good" word={validTo ? `đang dùng, đến ${formatDate(validTo)}` : 'đang dùng'} />;
  return validTo && validTo < today ? (
    <StateTag tone="stopped" word={`thôi dùng từ sau ${formatDate(validTo)}`} />
  ) : (
    <StateTag tone="neutral" word={`dùng từ ${formatDate(validFrom)}`} />
  );
}
