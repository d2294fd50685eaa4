import type { Day } from '../platform/clock.ts';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { DataTable } from '../ui/table.tsx';
import { spanInWords, stageOn } from './pages-when.ts';
import { PlanPicture } from './picture.tsx';
import { NARROW, type PictureMark, STATE_WORDS } from './picture-layout.ts';
import type { PlanInView } from './queries.ts';

interface PictureViewProps {
  plan: PlanInView;
  today: Day;
  marks: readonly PictureMark[];
}

/** The time of a plan as a picture, wide or for a phone, and the same as a table. */
export function PictureView({ plan, today, marks }: PictureViewProps) {
  const picture = { title: plan.title, stages: plan.stages, today, marks };
  const period = { periodFrom: plan.periodFrom, periodTo: plan.periodTo };
  const inPeriod = today >= plan.periodFrom && today <= plan.periodTo;
  return (
    <figure class="time-picture">
      <div class="time-picture-wide">
        <PlanPicture {...picture} {...period} />
      </div>
      <div class="time-picture-narrow">
        <PlanPicture {...picture} {...period} shape={NARROW} />
      </div>
      <figcaption class="muted">
        {inPeriod
          ? 'Vạch đỏ: hôm nay. '
          : `Hôm nay, ${formatDate(today)}, nằm ngoài thời gian thực hiện kế hoạch. `}
        Tam giác: ngày đến hạn của nhiệm vụ. Hình thoi: văn bản sửa đổi.
      </figcaption>
      <Fold summary="Các giai đoạn và mốc thời gian, dạng bảng">
        <DataTable
          caption="Giai đoạn và mốc thời gian"
          captionHidden
          columns={[
            { key: 'what', label: 'Nội dung', width: 'wide', primary: true },
            { key: 'when', label: 'Thời gian' },
            { key: 'kind', label: 'Loại' },
          ]}
          rows={[
            ...plan.stages.map((stage) => ({
              what: stage.name,
              when: spanInWords(stage),
              kind: `Giai đoạn, ${STATE_WORDS[stageOn(stage, today)]}`,
            })),
            ...marks
              .toSorted((one, other) => (one.day < other.day ? -1 : 1))
              .map(({ kind, day, label }) => ({
                what: label,
                when: formatDate(day),
                kind: kind === 'due' ? 'Ngày đến hạn' : 'Văn bản sửa đổi',
              })),
          ]}
        />
      </Fold>
    </figure>
  );
}
