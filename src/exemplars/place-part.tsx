import { AreaMap, type MapArea } from '../places/area-map.tsx';
import { landmarksNear, outlineAround } from '../places/positions.ts';
import { PRECISION_NAMES, type Precision } from '../places/precision.ts';
import { placesFor, type RecordedPlace, recordedPlace, type ShownPlace } from '../places/queries.ts';
import { areaInWords, pointInWords } from '../places/words.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { ExemplarPart } from './part.ts';
import type { ExemplarInView } from './queries.ts';
import { refusalToWork } from './work-rules.ts';

/** Where the exemplar is, as exactly as the one who looks may have it. */
export const placePart: ExemplarPart = {
  id: 'vi-tri',
  title: 'Vị trí',
  async render(visit, exemplar) {
    const { db } = visit.get('deps');
    const audience = { kind: 'staff' as const, roles: exemplar.roles };
    const place = (await placesFor(db, new Map([[exemplar.id, audience]]))).get(exemplar.id);
    const mayWrite = refusalToWork(exemplar, 'registration') === null;
    if (!place) return <NoPlace exemplar={exemplar} mayWrite={mayWrite} />;
    const [record, outline, landmarks] = await Promise.all([
      recordedPlace(db, exemplar.id, audience),
      outlineAround(db, exemplar.officeId),
      place.area ? landmarksNear(db, place.area) : [],
    ]);
    return (
      <div class="stack">
        <SummaryList items={factsOf(place, record)} />
        <AreaMap
          title="Khu vực của điển hình"
          areas={areasOf(exemplar, place, record)}
          outline={outline}
          landmarks={landmarks}
          frame="areas"
        />
        {mayWrite ? <Actions id={exemplar.id} /> : null}
      </div>
    );
  },
};

function NoPlace({ exemplar, mayWrite }: { exemplar: ExemplarInView; mayWrite: boolean }) {
  const action = mayWrite ? (
    <ButtonLink href={`/dien-hinh/${exemplar.id}/vi-tri`}>Ghi vị trí</ButtonLink>
  ) : undefined;
  return (
    <EmptyState title="Chưa ghi vị trí" action={action}>
      Xã, phường và điểm trên bản đồ, để người kiểm tra tìm đến được; người khác chỉ thấy khu vực.
    </EmptyState>
  );
}

function Actions({ id }: { id: number }) {
  return (
    <ButtonRow>
      <ButtonLink href={`/dien-hinh/${id}/vi-tri`} icon="edit" small>
        Sửa vị trí
      </ButtonLink>
      <ButtonLink href={`/dien-hinh/${id}/vi-tri/bo`} kind="quiet" small>
        Bỏ vị trí
      </ButtonLink>
    </ButtonRow>
  );
}

function factsOf(place: ShownPlace, record: RecordedPlace | null) {
  const { position, officeName, precision, point } = place;
  const standsFor =
    position && position.how !== 'own'
      ? `Trên bản đồ lấy vị trí của ${position.ofName}${position.how === 'successor' ? ', nơi kế thừa' : ''}.`
      : undefined;
  const mine = [
    { label: 'Nơi', value: officeName, note: standsFor },
    { label: 'Bạn thấy', value: PRECISION_NAMES[precision], note: WHY[precision] },
  ];
  if (!record) return mine;
  return [
    ...mine,
    { label: 'Tọa độ', value: point ? pointInWords(point) : 'không ghi điểm' },
    {
      label: 'Người khác thấy',
      value: `Cán bộ khác: ${PRECISION_NAMES[record.shown.staff]}; công khai: ${PRECISION_NAMES[record.shown.public]}`,
    },
    {
      label: 'Nguồn',
      value: record.source,
      note: `${record.recordedBy ?? 'Chương trình'} ghi ngày ${formatDate(record.recordedOn)}`,
    },
  ];
}

const WHY: Partial<Record<Precision, string>> = {
  exact: 'Vì bạn là người kiểm tra hồ sơ này; xin không chuyển tọa độ cho người khác.',
  hamlet: 'Nơi ở nằm đâu đó trong vòng tròn; tâm vòng tròn không phải là nơi ở.',
};

function areasOf(exemplar: ExemplarInView, place: ShownPlace, record: RecordedPlace | null): MapArea[] {
  if (!place.area) return [];
  const own: MapArea = {
    key: 'own',
    label: exemplar.subject.fullName,
    area: place.area,
    words: areaInWords(place),
  };
  if (place.precision !== 'exact' || !record?.staffArea) return [own];
  const words = areaInWords({ ...place, precision: record.shown.staff, area: record.staffArea });
  return [own, { key: 'others', label: 'Cán bộ khác thấy', area: record.staffArea, words, tone: 'neutral' }];
}
