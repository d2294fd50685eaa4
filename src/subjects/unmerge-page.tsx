import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { CheckboxField, TextArea } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SummaryList, Unknown } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import type { Typed } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { SubjectInView } from './in-view.ts';
import { subjectPath, undoPath } from './merge-paths.ts';
import { FACT_NAMES, factsBack, MERGED_FACTS } from './merge-rules.ts';
import { mergeCrumbs } from './merge-told.tsx';
import { factsOf } from './merge-words.ts';
import type { StoredMerge } from './merges-queries.ts';

export interface UnmergePageProps {
  merge: StoredMerge;
  /** The kept one as it is now. */
  kept: SubjectInView;
  reasons: readonly Reason[];
  /** What goes back, of each sort: how many moved and how many are still there. */
  counts: readonly { name: string; moved: number; still: number }[];
  errors: FieldErrors;
  typed: Typed;
}

/** What undoing a merge would change back, what stands against it, and the form. */
export function UnmergePage(props: UnmergePageProps) {
  const { merge, kept, reasons } = props;
  const possible = reasons.every(({ mayOverride }) => mayOverride);
  return (
    <>
      <PageHead
        title="Tách chủ thể đã gộp"
        crumbs={mergeCrumbs(kept, 'Tách')}
        kicker={`${merge.goneBefore.fullName} (số ${merge.goneId}) ra khỏi ${kept.fullName} (số ${kept.id})`}
      />
      <RefusalList title={possible ? 'Cần cân nhắc' : 'Chưa tách được'} reasons={reasons} />
      <Section id="lan-gop" title="Lần gộp này">
        <SummaryList
          items={[
            { label: 'Ngày gộp', value: formatDate(merge.mergedOn) },
            { label: 'Người gộp', value: merge.mergedByName },
            { label: 'Lý do', value: merge.reason },
            { label: 'Điểm khớp', value: merge.agreed.join('; ') || 'không có, ngoài tên' },
          ]}
        />
      </Section>
      {possible ? <WhatGoesBack {...props} /> : null}
      {possible ? (
        <UndoForm {...props} />
      ) : (
        <ButtonRow>
          <ButtonLink href={subjectPath(kept.id)}>Về trang chủ thể</ButtonLink>
        </ButtonRow>
      )}
    </>
  );
}

function WhatGoesBack({ merge, kept, counts }: UnmergePageProps) {
  const back = factsBack(merge.keptBefore, merge.keptAfter, factsOf(kept));
  const moved = counts.filter((one) => one.moved > 0);
  const of = (value: string | number | null) => value ?? <Unknown />;
  return (
    <Section id="se-doi" title="Sẽ trở lại như trước">
      <DataTable
        caption="Sẽ trở lại như trước"
        captionHidden
        columns={[
          { key: 'what', label: 'Mục', primary: true, width: 'narrow' },
          { key: 'now', label: 'Bây giờ' },
          { key: 'kept', label: `Số ${merge.keptId} sau khi tách` },
          { key: 'gone', label: `Số ${merge.goneId} sau khi tách` },
        ]}
        rows={MERGED_FACTS.filter((fact) => back[fact] !== null || merge.goneBefore[fact] !== null).map(
          (fact) => ({
            what: FACT_NAMES[fact],
            now: of(kept[fact]),
            kept: of(back[fact]),
            gone: of(merge.goneBefore[fact]),
          }),
        )}
      />
      <ul>
        {moved.map(({ name, moved: count, still }) => (
          <li>
            {still === count
              ? `${count} ${name} trở về số ${merge.goneId}`
              : `${still} trong ${count} ${name} trở về số ${merge.goneId}; phần còn lại đã được bỏ hoặc chuyển đi sau khi gộp`}
          </li>
        ))}
        {moved.length === 0 ? <li>Không có hồ sơ, khen thưởng hay tên khác nào phải chuyển về.</li> : null}
        {merge.aliasId === null ? null : <li>Tên khác “{aliasOf(merge)}” do lần gộp tạo ra được bỏ.</li>}
        <li>
          Những gì ghi thêm cho số {merge.keptId} sau khi gộp vẫn ở lại số {merge.keptId}.
        </li>
      </ul>
    </Section>
  );
}

/** The name that was not chosen. */
const aliasOf = ({ keptBefore, goneBefore, keptAfter }: StoredMerge): string =>
  keptAfter.fullName === keptBefore.fullName ? goneBefore.fullName : keptBefore.fullName;

function UndoForm({ merge, kept, reasons, errors, typed }: UnmergePageProps) {
  const text = (name: string) => (typeof typed[name] === 'string' ? typed[name] : '');
  return (
    <form method="post" action={undoPath(merge.keptId, merge.id)}>
      <ErrorSummary errors={errors} title="Chưa tách được, mời xem lại" />
      <HiddenFields typed={typed} version={kept.version} />
      <TextArea
        name="reason"
        label="Vì sao tách"
        hint="Lưu trong lịch sử của cả hai."
        required
        rows={3}
        value={text('reason')}
        error={errors.reason}
      />
      {reasons.length > 0 ? (
        <TextArea
          name="overrideReason"
          label="Vẫn tách vì"
          required
          rows={3}
          value={text('overrideReason')}
          error={errors.overrideReason}
        />
      ) : null}
      <CheckboxField
        name="apart"
        label="Ghi là hai chủ thể khác nhau, không hỏi lại nữa"
        checked={Object.keys(typed).length === 0 || typed.apart !== undefined}
      />
      <ButtonRow>
        <Button kind="danger">Tách hai chủ thể</Button>
        <ButtonLink href={subjectPath(kept.id)} kind="quiet">
          Không tách
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
