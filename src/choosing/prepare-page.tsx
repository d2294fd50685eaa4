import type { OpenVoice } from '../exemplars/open-voices.ts';
import { OpenVoicesNotice } from '../exemplars/open-voices-view.tsx';
import { AssistedMark, ExemplarStateTag, SampleMark } from '../exemplars/show-marks.tsx';
import { stepPath } from '../exemplars/step-pages-words.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { RadioGroup, TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { fieldOf } from '../web/field-of.ts';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { choosingPath, type FieldInChoice } from './field-query.ts';
import type { KeptDecision } from './lists.ts';
import { type Candidate, DECISION_NAMES, DECISIONS, type Decision, reasonsAgainst } from './rules.ts';

export interface PrepareProps {
  field: FieldInChoice;
  candidate: Candidate;
  kept: KeptDecision | null;
  voices: readonly OpenVoice[];
  accountId: number | null;
  errors: FieldErrors;
  /** Why it was not prepared when it was sent. */
  refused: readonly Reason[];
  typed: Typed;
}

const HINTS: Record<Decision, string> = {
  choose: 'Chiếm một chỗ trong chỉ tiêu; bắt đầu bồi dưỡng và kiểm tra hằng năm.',
  wait: 'Đứng trong danh sách chờ của lĩnh vực, xét khi có chỗ.',
  decline: 'Dừng tại đây, kèm lý do; có thể mở lại.',
};

/** The decision on one candidate, prepared: nothing happens to the file before the list is applied. */
export function PreparePage({
  field,
  candidate,
  kept,
  voices,
  accountId,
  errors,
  refused,
  typed,
}: PrepareProps) {
  const { exemplar } = candidate;
  const base = choosingPath(field);
  const against = reasonsAgainst('choose', candidate, { accountId });
  const at = fieldOf(typed, errors);
  // what nobody may do to it now is not offered
  const offered = DECISIONS.filter((one) => isOffered(one, candidate, accountId));
  return (
    <>
      <PageHead
        title="Chuẩn bị quyết định"
        crumbs={[
          ...planCrumbs(field.planId, field.planNumber),
          { label: 'Lựa chọn', href: base },
          { label: exemplar.subject.fullName },
        ]}
        kicker={`${exemplar.subject.fullName}, ${exemplar.officeName}`}
        tag={
          <>
            <ExemplarStateTag state={exemplar.state} /> {'\u2003'}
            <SampleMark shown={exemplar.isSample} /> <AssistedMark shown={exemplar.assisted} />
          </>
        }
        lead={
          <p>
            <a href={`/dien-hinh/${exemplar.id}`}>Xem cả hồ sơ</a>
          </p>
        }
      />
      {kept && kept.seenVersion !== exemplar.version ? (
        <Notice tone="warn" title="Hồ sơ đã thay đổi sau khi chuẩn bị">
          <p>Hãy xem lại hồ sơ; lưu lại ở đây là xác nhận đã xem.</p>
        </Notice>
      ) : null}
      <OpenVoicesNotice exemplarId={exemplar.id} voices={voices} />
      <RefusalList title="Chưa chuẩn bị được" reasons={refused} />
      {refused.length === 0 ? <RefusalList title="Vướng gì nếu chọn" reasons={against} /> : null}
      {offered.length === 0 ? (
        <Notice tone="warn">
          Hồ sơ không còn ở bước chờ quyết định, hoặc chính bạn đã đề nghị hồ sơ này.
        </Notice>
      ) : (
        <form method="post" action={`${base}/${exemplar.id}`}>
          <ErrorSummary errors={errors} />
          <HiddenFields typed={typed} version={exemplar.version} />
          <input type="hidden" name="lan" value={keptTyped(typed) ?? String(kept?.version ?? '')} />
          <RadioGroup
            {...at('action', kept?.action ?? null)}
            label="Quyết định"
            required
            options={offered.map((value) => ({ value, label: DECISION_NAMES[value], hint: HINTS[value] }))}
          />
          <TextArea
            {...at('reason', kept?.reason ?? null)}
            label="Lý do"
            rows={3}
            hint="Cần có khi đưa vào danh sách chờ hoặc không chọn; đơn vị đã đề nghị sẽ đọc."
          />
          {against.some(({ mayOverride }) => mayOverride) || field.quotaNumber !== null ? (
            <TextArea
              {...at('overrideReason', kept?.overrideReason ?? null)}
              label="Vẫn chọn vì"
              rows={3}
              hint="Chỉ khi chọn dù còn điều kiện được phép bỏ qua; lưu lại cùng tên bạn, hiện trong lịch sử hồ sơ."
            />
          ) : null}
          <ButtonRow>
            <Button kind="primary">Lưu vào danh sách quyết định</Button>
            <ButtonLink href={stepPath(exemplar.id, 'return')}>Trả lại để bổ sung</ButtonLink>
            <ButtonLink href={base} kind="quiet">
              Không, về danh sách
            </ButtonLink>
          </ButtonRow>
        </form>
      )}
    </>
  );
}

const keptTyped = (typed: Typed): string | null => (typeof typed.lan === 'string' ? typed.lan : null);

function isOffered(decision: Decision, candidate: Candidate, accountId: number | null): boolean {
  const rules = reasonsAgainst(decision, candidate, { accountId }).map(({ rule }) => rule);
  return !rules.some((rule) => rule === 'wrong_state' || rule === 'wrong_role' || rule === 'own_proposal');
}
