import type { HistoryEntry } from '../audit/timeline.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { History } from '../web/history.tsx';
import { CATALOGUE_PATH, Ranges, Validity } from './catalogue-page.tsx';
import { ADDING_NAMES, CONTRIBUTION_KIND_NAMES, MEASURE_KIND_NAMES, SHOWING_NAMES } from './kinds.ts';
import type { Measure } from './queries.ts';

interface Props {
  measure: Measure;
  history: readonly HistoryEntry[];
  /** ISO. */
  today: string;
  mayEdit: boolean;
}

/** One measure with everything that is said about it, and who said so. */
export function MeasurePage({ measure, history, today, mayEdit }: Props) {
  const base = `${CATALOGUE_PATH}/${measure.id}`;
  return (
    <>
      <PageHead
        title={measure.name}
        crumbs={[
          { label: 'Danh mục', href: '/danh-muc' },
          { label: 'Chỉ số', href: CATALOGUE_PATH },
          { label: measure.name },
        ]}
        tag={<Validity measure={measure} today={today} />}
        actions={
          mayEdit ? (
            <>
              <ButtonLink href={`${base}/sua`} icon="edit" small>
                Sửa
              </ButtonLink>
              <ButtonLink href={`${base}/thoi-dung`} small>
                Thôi dùng
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <SummaryList
        items={[
          { label: 'Loại', value: MEASURE_KIND_NAMES[measure.kind] },
          { label: 'Đơn vị tính', value: measure.unit },
          { label: 'Cách gộp', value: ADDING_NAMES[measure.adding] },
          { label: 'Cách viết', value: SHOWING_NAMES[measure.shown] },
          {
            label: 'Đóng góp',
            value: measure.contribution
              ? CONTRIBUTION_KIND_NAMES[measure.contribution]
              : 'không phải đóng góp',
          },
          { label: 'Tên gọi khác', value: measure.synonyms.join('; ') || 'không có' },
          {
            label: 'Khoảng thường gặp',
            value: <Ranges measure={measure} />,
            note: measure.ranges[0] ? `Lấy từ: ${measure.ranges[0].source}` : undefined,
          },
          {
            label: 'Dùng từ ngày',
            value: measure.validFrom ? formatDate(measure.validFrom) : 'không đặt',
            note: measure.endReason ? `Thôi dùng: ${measure.endReason}` : undefined,
          },
        ]}
      />
      <Section id="lich-su" title="Lịch sử">
        {history.length > 0 ? (
          <History entries={history} />
        ) : (
          <p class="muted">Chưa có thay đổi nào được ghi.</p>
        )}
      </Section>
    </>
  );
}
