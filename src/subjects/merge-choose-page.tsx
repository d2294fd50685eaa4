import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import type { SubjectInView } from './in-view.ts';
import { SUBJECT_KIND_NAMES } from './kinds.ts';
import type { OthersFound } from './merge-choose.ts';
import { chooseOtherPath, mergePath, subjectPath } from './merge-paths.ts';
import { factsLine, mergeCrumbs } from './merge-told.tsx';
import type { ToldSame } from './same-tell.ts';
import { SAME_STRENGTH_NAMES } from './same-types.ts';

export interface ChoosePageProps {
  subject: SubjectInView;
  sought: string;
  reasons: readonly Reason[];
  /** Null where nothing can be merged. */
  others: OthersFound | null;
}

/** Where the other one is chosen: among those found alike, or by name or number. */
export function ChoosePage({ subject, sought, reasons, others }: ChoosePageProps) {
  return (
    <>
      <PageHead
        title="Gộp với chủ thể khác"
        crumbs={mergeCrumbs(subject, 'Gộp')}
        kicker={`${subject.fullName} (số ${subject.id})`}
        lead={`${factsLine(subject)}. Chọn chủ thể mà bạn biết là cùng một người hay một đơn vị; bước sau so sánh từng mục rồi mới gộp.`}
      />
      <RefusalList title="Chưa gộp được" reasons={reasons} />
      {others ? (
        <Others subject={subject} sought={sought} others={others} />
      ) : (
        <ButtonRow>
          <ButtonLink href={subjectPath(subject.id)}>Về trang chủ thể</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

function Others({
  subject,
  sought,
  others,
}: {
  subject: SubjectInView;
  sought: string;
  others: OthersFound;
}) {
  return (
    <>
      <search>
        <form method="get" action={chooseOtherPath(subject.id)} class="filter-form">
          <div class="field">
            <label class="field-label" for="f-tim">
              Tìm theo tên hoặc số chủ thể
            </label>
            <input class="input" id="f-tim" name="tim" type="search" value={sought} maxlength={200} />
          </div>
          <Button icon="search">Tìm</Button>
        </form>
      </search>
      {others.pairs.length > 0 ? (
        <Section id="co-the-trung" title="Đã được báo là có thể trùng" count={others.pairs.length}>
          <OthersTable subject={subject} others={others.pairs} caption="Các chủ thể có thể trùng" />
        </Section>
      ) : null}
      {others.pairs.length > 0 && others.found.length === 0 ? null : (
        <Section
          id="tim-thay"
          title={sought ? `Tìm thấy theo “${sought}”` : 'Gần giống'}
          count={others.found.length}
        >
          <OthersTable subject={subject} others={others.found} caption="Các chủ thể tìm thấy" />
        </Section>
      )}
    </>
  );
}

const COLUMNS: Column[] = [
  { key: 'who', label: 'Chủ thể', primary: true, width: 'wide' },
  { key: 'why', label: 'Vì sao' },
  { key: 'do', label: 'Việc làm', labelHidden: true, width: 'narrow' },
];

interface OthersTableProps {
  subject: SubjectInView;
  others: readonly ToldSame[];
  caption: string;
}

const OthersTable = ({ subject, others, caption }: OthersTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={COLUMNS}
    rows={others.map((other) => toRow(subject, other))}
    empty={
      <EmptyState title="Không thấy chủ thể nào giống">
        Hãy tìm bằng tên khác, tên cũ, hoặc số của chủ thể ghi trên trang của chủ thể đó.
      </EmptyState>
    }
  />
);

function toRow(subject: SubjectInView, other: ToldSame): Row {
  const why = other.reasons.map(({ sentence }) => sentence).join('; ');
  if (!other.within) {
    const about = [SUBJECT_KIND_NAMES[other.kind], other.communeName].filter(Boolean).join(' · ');
    return {
      who: (
        <>
          {other.fullName}
          <br />
          <span class="muted">{about}</span>
        </>
      ),
      why,
      do: `Ngoài phạm vi của bạn; hãy hỏi ${other.keeperName ?? 'cơ quan thường trực'}`,
    };
  }
  return {
    who: (
      <>
        <a href={subjectPath(other.subject.id)}>{other.subject.fullName}</a>
        <br />
        <span class="muted">
          {factsLine(other.subject)} · số {other.subject.id}
        </span>
      </>
    ),
    why: why ? (
      <>
        <StrengthTag strength={other.strength} />
        <br />
        {why}
      </>
    ) : (
      'Tìm theo số'
    ),
    do: (
      <a href={mergePath(subject.id, other.subject.id)}>
        So sánh
        <span class="visually-hidden"> với {other.subject.fullName}</span>
      </a>
    ),
  };
}

/** How sure the program is, as a word with its shape. */
export function StrengthTag({ strength }: { strength: ToldSame['strength'] }) {
  return <StateTag tone={strength === 'strong' ? 'warn' : 'neutral'} word={SAME_STRENGTH_NAMES[strength]} />;
}
