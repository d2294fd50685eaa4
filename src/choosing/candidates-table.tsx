import { DeskLine } from '../desks/desk-line.tsx';
import { VoicesMark } from '../exemplars/open-voices-view.tsx';
import { AssistedMark, ExemplarStateTag, SampleMark } from '../exemplars/show-marks.tsx';
import type { Day } from '../platform/clock.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { SelectField, TextField } from '../ui/field.tsx';
import { Fold } from '../ui/fold.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { Endorsed } from './compare-cells.tsx';
import type { Tab } from './list-filter.ts';
import type { KeptDecision } from './lists.ts';
import { AgainstChoosing, DecisionTag } from './marks.tsx';
import { type Candidate, DECISION_NAMES, DECISIONS } from './rules.ts';

export interface CandidatesProps {
  /** Address of the page of choosing. */
  base: string;
  tab: Tab;
  candidates: readonly Candidate[];
  /** What is prepared in the open list, by exemplar. */
  prepared: ReadonlyMap<number, KeptDecision>;
  accountId: number | null;
  mayDecide: boolean;
  today: Day;
}

/** The files of a tab; candidates can be marked, to be laid side by side or to be decided on together. */
export function Candidates(props: CandidatesProps) {
  const { base, tab, candidates } = props;
  if (tab !== 'ung-vien' || candidates.length === 0) return <FilesTable {...props} />;
  return (
    <form method="post" action={`${base}/danh-dau`}>
      <HiddenFields />
      <FilesTable {...props} />
      <ButtonRow>
        <Button name="viec" value="so_sanh">
          So sánh 2–4 hồ sơ đã đánh dấu
        </Button>
      </ButtonRow>
      {props.mayDecide ? <PrepareMarked /> : null}
    </form>
  );
}

function PrepareMarked() {
  return (
    <Fold summary="Chuẩn bị cùng một quyết định cho các hồ sơ đã đánh dấu">
      <SelectField
        name="action"
        label="Quyết định"
        width="half"
        options={DECISIONS.map((value) => ({ value, label: DECISION_NAMES[value] }))}
      />
      <TextField
        name="reason"
        label="Lý do"
        hint="Cần có khi đưa vào danh sách chờ hoặc không chọn; đơn vị đã đề nghị sẽ đọc."
        maxlength={2_000}
      />
      <Button name="viec" value="chuan_bi">
        Đưa vào danh sách quyết định
      </Button>
    </Fold>
  );
}

function FilesTable({ base, tab, candidates, prepared, accountId, mayDecide, today }: CandidatesProps) {
  const open = tab === 'ung-vien';
  const rowOf = (candidate: Candidate): Row => ({
    mark: <Mark candidate={candidate} />,
    name: <Name candidate={candidate} />,
    state: <Standing candidate={candidate} today={today} />,
    endorsed: <Endorsed candidate={candidate} />,
    against: <AgainstChoosing candidate={candidate} accountId={accountId} quotaIsTold />,
    decision: (
      <Decided
        base={base}
        candidate={candidate}
        kept={prepared.get(candidate.exemplar.id)}
        mayDecide={mayDecide}
      />
    ),
    why: candidate.exemplar.lastReason ?? '',
  });
  return (
    <DataTable
      caption="Hồ sơ của lĩnh vực"
      captionHidden
      columns={[
        ...(open ? [{ key: 'mark', label: 'Đánh dấu', labelHidden: true }] : []),
        { key: 'name', label: 'Tên, đơn vị', width: 'label', primary: true },
        { key: 'state', label: 'Trạng thái' },
        { key: 'endorsed', label: 'Tán thành', width: 'narrow' },
        ...(open
          ? [
              { key: 'against', label: 'Vướng gì nếu chọn', width: 'wide' as const },
              { key: 'decision', label: 'Quyết định', width: 'narrow' as const },
            ]
          : [{ key: 'why', label: 'Lý do gần nhất', width: 'wide' as const }]),
      ]}
      rows={candidates.map(rowOf)}
      empty={
        <EmptyState title="Không có hồ sơ nào ở đây">
          Hồ sơ các đơn vị đề nghị vào lĩnh vực này sẽ hiện ở đây.
        </EmptyState>
      }
    />
  );
}

const Mark = ({ candidate: { exemplar } }: { candidate: Candidate }) => (
  <input
    type="checkbox"
    name="e"
    value={String(exemplar.id)}
    aria-label={`Đánh dấu ${exemplar.subject.fullName}`}
  />
);

function Name({ candidate: { exemplar } }: { candidate: Candidate }) {
  const { id, subject, officeName, isSample, assisted } = exemplar;
  return (
    <>
      <a href={`/dien-hinh/${id}`}>{subject.fullName}</a> <SampleMark shown={isSample} />{' '}
      <AssistedMark shown={assisted} />
      <div class="muted">{[SUBJECT_KIND_NAMES[subject.kind], subject.place].filter(Boolean).join(' · ')}</div>
      <div class="muted">{officeName}</div>
    </>
  );
}

function Standing({ candidate: { exemplar, facts }, today }: { candidate: Candidate; today: Day }) {
  return (
    <>
      <ExemplarStateTag state={exemplar.state} />
      <VoicesMark voices={facts.voices} />
      <DeskLine stay={exemplar.stay} today={today} />
    </>
  );
}

interface DecidedProps {
  base: string;
  candidate: Candidate;
  kept: KeptDecision | undefined;
  mayDecide: boolean;
}

function Decided({ base, candidate: { exemplar }, kept, mayDecide }: DecidedProps) {
  const about = <span class="visually-hidden"> về {exemplar.subject.fullName}</span>;
  return (
    <>
      {kept ? <DecisionTag action={kept.action} /> : <span class="muted">chưa chuẩn bị</span>}
      {mayDecide ? (
        <div>
          <a href={`${base}/${exemplar.id}`}>
            {kept ? 'Sửa quyết định' : 'Chuẩn bị'}
            {about}
          </a>
        </div>
      ) : null}
    </>
  );
}
