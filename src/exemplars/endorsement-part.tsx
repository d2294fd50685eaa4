import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DateField, NumberField, TextArea, TextField } from '../ui/field.tsx';
import { formatCount, formatDate, formatPercent } from '../ui/format.ts';
import { SummaryList } from '../ui/summary-list.tsx';
import type { Route } from '../web/route.ts';
import { endorsementOf, recordEndorsement } from './endorsement.ts';
import { type Endorsement, endorsementForm } from './endorsement-form.ts';
import type { ExemplarPart } from './part.ts';
import { type Filled, type WorkForm, workFormRoutes } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

const ANCHOR = 'suy-ton';

export const endorsementPart: ExemplarPart = {
  id: ANCHOR,
  title: 'Suy tôn',
  async render(visit, exemplar) {
    const meeting = await endorsementOf(visit.get('deps').db, exemplar.id);
    const mayWrite = refusalToWork(exemplar, 'endorsement') === null;
    return <EndorsementView id={exemplar.id} meeting={meeting} mayWrite={mayWrite} />;
  },
};

/** Recording the meeting; on a page of its own, and as a step of the registration. */
export const endorsementWorkForm: WorkForm<Endorsement> = {
  path: 'suy-ton',
  work: 'endorsement',
  title: 'Ghi kết quả suy tôn',
  anchor: ANCHOR,
  schema: endorsementForm,
  said: 'Đã ghi kết quả suy tôn.',
  command: recordEndorsement,
  async fields(visit, exemplar, filled) {
    return (
      <EndorsementFields filled={filled} kept={await endorsementOf(visit.get('deps').db, exemplar.id)} />
    );
  },
};

export const endorsementRoutes: Route[] = workFormRoutes(endorsementWorkForm);

interface ViewProps {
  id: number;
  meeting: Endorsement | null;
  mayWrite: boolean;
}

function EndorsementView({ id, meeting, mayWrite }: ViewProps) {
  const href = `/dien-hinh/${id}/suy-ton`;
  if (!meeting) {
    return (
      <EmptyState
        title="Chưa có biên bản suy tôn"
        action={mayWrite ? <ButtonLink href={href}>Ghi kết quả suy tôn</ButtonLink> : undefined}
      >
        Cuộc họp của tập thể đã suy tôn điển hình này: ngày, nơi họp, bao nhiêu người dự, bao nhiêu người tán
        thành.
      </EmptyState>
    );
  }
  return (
    <div class="stack">
      <SummaryList
        items={[
          {
            label: 'Tỷ lệ tán thành',
            value: <strong>{formatPercent(meeting.agreed / meeting.present)}</strong>,
            note: `${formatCount(meeting.agreed)} trong ${formatCount(meeting.present)} người dự họp`,
          },
          { label: 'Ngày họp', value: formatDate(meeting.heldOn) },
          { label: 'Nơi họp', value: meeting.place },
          { label: 'Biên bản', value: meeting.minutes },
        ]}
      />
      {mayWrite ? (
        <p>
          <ButtonLink href={href} icon="edit" small>
            Sửa kết quả suy tôn
          </ButtonLink>
        </p>
      ) : null}
    </div>
  );
}

function EndorsementFields({ filled, kept }: { filled: Filled; kept: Endorsement | null }) {
  const { field } = filled;
  const count = (value: number | undefined) => (value === undefined ? null : String(value));
  return (
    <>
      <DateField {...field('heldOn', kept?.heldOn)} label="Ngày họp" required />
      <TextField
        {...field('place', kept?.place)}
        label="Nơi họp"
        hint="Ví dụ: Nhà văn hóa khu 7, xã Tiên Kiên"
        required
      />
      <NumberField
        {...field('present', count(kept?.present))}
        label="Số người dự họp"
        unit="người"
        required
      />
      <NumberField
        {...field('agreed', count(kept?.agreed))}
        label="Số người tán thành"
        unit="người"
        hint="Nếu không ai tán thành, ghi 0."
        required
      />
      <TextArea
        {...field('minutes', kept?.minutes)}
        label="Biên bản"
        hint="Số, ngày biên bản và ý kiến đáng chú ý."
      />
    </>
  );
}
