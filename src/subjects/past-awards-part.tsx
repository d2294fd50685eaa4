import type { Child } from 'hono/jsx';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { Unknown } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { actorOf } from '../web/visit.ts';
import { mayWrite } from './in-view.ts';
import type { SubjectPart } from './part.ts';
import { whyNotConfirm } from './past-award-confirm.ts';
import { PAST_AWARD_SOURCE_NAMES } from './past-award-facts.ts';
import { decisionInWords } from './past-award-fields.tsx';
import { pastAwardsOf, type ShownPastAward } from './past-award-queries.ts';

/** Awards that the subject has already, from outside of the programme or from before it. */
export const pastAwardsPart: SubjectPart = {
  id: 'khen-thuong-da-co',
  title: 'Khen thưởng đã có',
  async render(visit, subject) {
    const awards = await pastAwardsOf(visit.get('deps').db, subject.id);
    const may = mayWrite(subject.roles);
    const { accountId } = actorOf(visit);
    const base = `/chu-the/${subject.id}/khen-thuong`;
    const add = (
      <ButtonLink href={`${base}/moi`} icon="plus" small>
        Ghi khen thưởng đã có
      </ButtonLink>
    );
    return (
      <>
        <p class="muted">
          Có từ trước hoặc ngoài chương trình này. Số liệu tổng hợp và báo cáo thi đua chỉ tính khen thưởng
          của chương trình, không tính các mục dưới đây.
        </p>
        {awards.length > 0 ? (
          <AwardTable awards={awards} base={may ? base : null} accountId={accountId} />
        ) : (
          <EmptyState title="Chưa ghi khen thưởng nào đã có">
            Bằng khen, giấy khen, huân chương, danh hiệu mà chủ thể đã được tặng sẽ hiện ở đây.
          </EmptyState>
        )}
        {may ? <div class="button-row">{add}</div> : null}
      </>
    );
  },
};

interface TableProps {
  awards: readonly ShownPastAward[];
  /** Below which the forms lie; null: this visitor only reads. */
  base: string | null;
  accountId: number | null;
}

function AwardTable({ awards, base, accountId }: TableProps) {
  return (
    <DataTable
      caption="Khen thưởng đã có"
      captionHidden
      columns={[
        { key: 'form', label: 'Hình thức', width: 'wide' },
        { key: 'year', label: 'Năm', align: 'end', width: 'narrow' },
        { key: 'decision', label: 'Quyết định' },
        { key: 'by', label: 'Cơ quan khen' },
        { key: 'known', label: 'Biết từ đâu, ai xác nhận' },
        ...(base ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
      ]}
      rows={awards.map((award) => ({
        form: (
          <>
            {award.name}
            {award.forWhat ? <div class="muted">{award.forWhat}</div> : null}
          </>
        ),
        year: award.year ?? <Unknown />,
        decision: decisionInWords(award) ?? <Unknown />,
        by: award.givenBy ?? <Unknown />,
        known: <Known award={award} />,
        act: base ? <Acts base={`${base}/${award.id}`} award={award} accountId={accountId} /> : null,
      }))}
    />
  );
}

function Known({ award }: { award: ShownPastAward }): Child {
  const written = [award.recordedByName, award.officeName, formatDate(award.recordedOn)].filter(Boolean);
  return (
    <>
      <StateTag
        tone={award.confirmedBy ? 'good' : 'neutral'}
        word={award.confirmedBy ? 'đã xác nhận' : 'chưa xác nhận'}
      />
      {award.confirmedBy ? <div class="muted">{award.confirmedBy}</div> : null}
      <div class="muted">
        {PAST_AWARD_SOURCE_NAMES[award.source]}; ghi bởi {written.join(', ')}
      </div>
    </>
  );
}

function Acts({ base, award, accountId }: { base: string; award: ShownPastAward; accountId: number | null }) {
  const confirmable = whyNotConfirm(accountId, award.recordedBy, award.confirmedBy) === null;
  const acts = [
    ['sua', 'Sửa'],
    ...(confirmable ? [['xac-nhan', 'Xác nhận'] as const] : []),
    ['bo', 'Bỏ'],
  ] as const;
  return (
    <div class="row-links">
      {acts.map(([path, word]) => (
        <a href={`${base}/${path}`}>
          {word}
          <span class="visually-hidden"> {award.name}</span>
        </a>
      ))}
    </div>
  );
}
