import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { CompareTable, MERGE_FORM } from './merge-compare.tsx';
import { apartPath, chooseOtherPath, mergePath } from './merge-paths.ts';
import type { SeenBoth } from './merge-seen.ts';
import { mergeCrumbs } from './merge-told.tsx';

export interface MergePageProps {
  seen: SeenBoth;
  /** What stands against it, as the command said or as it is now. */
  reasons: readonly Reason[];
  errors: FieldErrors;
  typed: Typed;
}

/** Two subjects side by side: what differs, what agrees, what stands against it, what will move; and the form. */
export function MergePage(props: MergePageProps) {
  const { seen, reasons, typed } = props;
  const { kept, gone } = seen;
  const possible = reasons.every(({ mayOverride }) => mayOverride);
  return (
    <>
      <PageHead
        title="So sánh và gộp"
        crumbs={mergeCrumbs(kept, 'Gộp')}
        kicker={`${gone.fullName} (số ${gone.id}) vào ${kept.fullName} (số ${kept.id})`}
        lead="Chỉ gộp khi biết chắc là một. Cả hai giữ nguyên lịch sử; gộp nhầm thì tách lại được."
        actions={
          <ButtonLink href={mergePath(gone.id, kept.id)} icon="arrow-left">
            Giữ số {gone.id} thay vì số {kept.id}
          </ButtonLink>
        }
      />
      <Agreeing seen={seen} />
      <RefusalList title={possible ? 'Cần cân nhắc' : 'Chưa gộp được'} reasons={reasons} />
      <ErrorSummary errors={props.errors} title="Chưa gộp được, mời xem lại" />
      <Section
        id="so-sanh"
        title="So sánh"
        intro={
          possible
            ? 'Ở mục khác nhau, hãy chọn giá trị được giữ. Tên không được chọn thành tên khác, vẫn tìm được.'
            : undefined
        }
      >
        <CompareTable seen={seen} choosing={possible} typed={typed} />
      </Section>
      {possible ? (
        <>
          <Section id="se-chuyen" title="Sẽ chuyển sang chủ thể được giữ">
            <ul>
              {movedWords(seen).map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </Section>
          <MergeForm {...props} />
        </>
      ) : (
        <ButtonRow>
          <ButtonLink href={chooseOtherPath(kept.id)}>Chọn chủ thể khác</ButtonLink>
        </ButtonRow>
      )}
      {possible && !reasons.some(({ rule }) => rule === 'told_apart') ? (
        <Section id="khac-nhau" title="Không phải một?">
          <p>
            Ghi lại để không ai phải xem lại cặp này:{' '}
            <a href={apartPath(kept.id, gone.id)}>hai chủ thể khác nhau</a>.
          </p>
        </Section>
      ) : null}
    </>
  );
}

function Agreeing({ seen: { agreed, found } }: { seen: SeenBoth }) {
  const name = found
    .filter(({ topic, agrees }) => topic === 'name' && agrees)
    .map(({ sentence }) => sentence);
  if (agreed.length === 0) return null;
  return (
    <Notice tone="success" title="Điểm khớp">
      <p>{[...name, ...agreed].join('; ')}.</p>
    </Notice>
  );
}

function MergeForm({ seen, reasons, errors, typed }: MergePageProps) {
  const { kept, gone } = seen;
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <form method="post" action={mergePath(kept.id, gone.id)} id={MERGE_FORM}>
      <HiddenFields typed={typed} version={kept.version} />
      <input type="hidden" name="goneVersion" value={text('goneVersion') || String(gone.version)} />
      <TextArea
        name="reason"
        label="Vì sao biết là một"
        hint="Ví dụ: đã gọi điện hỏi Ủy ban nhân dân xã ngày nào, ai trả lời. Lưu trong lịch sử của cả hai."
        required
        rows={3}
        value={text('reason')}
        error={errors.reason}
      />
      {reasons.length > 0 ? (
        <TextArea
          name="overrideReason"
          label="Vẫn gộp vì"
          hint="Trả lời từng điểm cần cân nhắc nêu ở trên."
          required
          rows={3}
          value={text('overrideReason')}
          error={errors.overrideReason}
        />
      ) : null}
      <ButtonRow>
        <Button kind="primary">Gộp hai chủ thể</Button>
        <ButtonLink href={chooseOtherPath(kept.id)} kind="quiet">
          Không gộp
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

const movedWords = ({ counts, gone, kept }: SeenBoth): string[] => {
  const lines = counts.flatMap(({ name, gone: count }) => (count > 0 ? [`${count} ${name}`] : []));
  const page = `Trang của số ${gone.id} còn lại một dòng dẫn sang số ${kept.id}; liên kết cũ vẫn mở được.`;
  return [...(lines.length > 0 ? lines : ['Không có hồ sơ, khen thưởng hay tên khác nào.']), page];
};
