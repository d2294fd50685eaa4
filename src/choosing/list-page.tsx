import type { OpenVoice } from '../exemplars/open-voices.ts';
import type { Share } from '../plans/allocations.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { Day } from '../platform/clock.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { DateField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { choosingPath, type FieldInChoice, listPath } from './field-query.ts';
import { Papers } from './list-papers.tsx';
import { DecisionTable } from './list-table.tsx';
import type { DecisionList, KeptDecision } from './lists.ts';
import { ListTag } from './lists-section.tsx';
import { listInWords, sharesPassed } from './quota-view.tsx';
import type { JudgedDecision } from './rules.ts';

export interface ListPageProps {
  list: DecisionList;
  field: FieldInChoice;
  /** In the order in which they are or were applied. */
  judged: readonly JudgedDecision<KeptDecision>[];
  /** Of an open list: what its subjects said and nobody has answered. */
  voices: readonly OpenVoice[];
  /** Offices that are told, each with the paper that tells them. */
  offices: readonly { id: number; name: string }[];
  shares: readonly Share[];
  mayDecide: boolean;
  today: Day;
  errors: FieldErrors;
  refused: readonly Reason[];
  typed: Typed;
}

/** A list of decisions as a whole: what it does, what stands in its way, its papers; and the one button that applies it. */
export function ListPage(props: ListPageProps) {
  const { list, field, judged, mayDecide } = props;
  const applied = list.state === 'applied';
  return (
    <>
      <PageHead
        title={`Danh sách quyết định số ${list.id}`}
        crumbs={[
          ...planCrumbs(field.planId, field.planNumber),
          { label: 'Lựa chọn', href: choosingPath(field) },
          { label: `Danh sách số ${list.id}` },
        ]}
        kicker={`${field.name} · ${list.officeName}`}
        tag={<ListTag list={list} />}
        lead={applied ? <AppliedLead list={list} /> : <OpenLead field={field} judged={judged} />}
      />
      {applied || judged.length === 0 ? null : <Standing {...props} />}
      <Section id="cac-quyet-dinh" title="Các quyết định" count={judged.length}>
        <DecisionTable {...props} />
      </Section>
      {!applied && mayDecide && judged.length > 0 ? <ApplyForm {...props} /> : null}
      <Papers {...props} />
    </>
  );
}

const AppliedLead = ({ list }: { list: DecisionList }) => (
  <p>
    Quyết định ngày {formatDate(list.decidedOn)}; {list.appliedBy ?? 'chương trình'} áp dụng ngày{' '}
    {formatDate(list.appliedOn)}.
  </p>
);

function OpenLead({ field, judged }: Pick<ListPageProps, 'field' | 'judged'>) {
  if (judged.length === 0) return <p>Chưa có quyết định nào trong danh sách.</p>;
  const words = listInWords(field, judged);
  return <p>{`${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}`}</p>;
}

function Standing({ judged, shares, refused }: ListPageProps) {
  const blocked = judged.filter((one) => one.blocked).length;
  const passed = sharesPassed(shares, judged);
  return (
    <>
      <RefusalList title="Chưa áp dụng được, chưa hồ sơ nào thay đổi" reasons={refused} />
      {blocked > 0 && refused.length === 0 ? (
        <Notice tone="warn" title={`Còn ${blocked} quyết định chưa áp dụng được`}>
          <p>Danh sách chỉ được áp dụng khi mọi quyết định đều áp dụng được; lý do ở từng dòng.</p>
        </Notice>
      ) : null}
      {passed.length > 0 ? (
        <Notice tone="info" title="Vượt phân bổ của đơn vị">
          <ul>
            {passed.map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

function ApplyForm({ list, judged, errors, typed, today }: ListPageProps) {
  const at = fieldOf(typed, errors);
  const blocked = judged.some((one) => one.blocked);
  return (
    <Section
      id="ap-dung"
      title="Áp dụng"
      intro="Tất cả quyết định được áp dụng cùng lúc, hoặc không quyết định nào. Từng đơn vị đã đề nghị nhận được kết quả kèm lý do."
    >
      <UnansweredVoices judged={judged} />
      <form method="post" action={`${listPath(list.id)}/ap-dung`}>
        <ErrorSummary errors={errors} />
        <HiddenFields typed={typed} version={list.version} />
        <DateField {...at('onDay', today)} label="Ngày quyết định" required />
        <ButtonRow>
          <Button kind="primary" disabled={blocked}>
            Áp dụng cả {judged.length} quyết định
          </Button>
        </ButtonRow>
      </form>
    </Section>
  );
}

/** Said once more before the button: who of those that are chosen waits for an answer, and why one goes on all the same. */
function UnansweredVoices({ judged }: Pick<ListPageProps, 'judged'>) {
  const chosen = judged.filter(
    ({ prepared, reasons }) =>
      prepared.action === 'choose' && reasons.some(({ rule }) => rule === 'voices_open'),
  );
  if (chosen.length === 0) return null;
  return (
    <Notice tone="warn" title={`${chosen.length} người được chọn có ý kiến chưa được trả lời`}>
      <ul>
        {chosen.map(({ prepared, candidate }) => (
          <li>
            <a href={`/dien-hinh/${prepared.exemplarId}#tieng-noi`}>{candidate?.exemplar.subject.fullName}</a>
            {prepared.overrideReason
              ? `: vẫn chọn vì ${prepared.overrideReason}`
              : ': chưa ghi vì sao vẫn chọn'}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
