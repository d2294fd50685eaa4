import { OpenVoiceList } from '../exemplars/open-voices-view.tsx';
import { Button, ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { DataTable, type Row } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { choosingPath, type FieldInChoice, listPath } from './field-query.ts';
import type { ListPageProps } from './list-page.tsx';
import type { DecisionList, KeptDecision } from './lists.ts';
import { DecisionTag } from './marks.tsx';
import type { JudgedDecision } from './rules.ts';

/** Each decision with what stands in its way, or as it was applied. */
export function DecisionTable(props: ListPageProps) {
  const { list, judged, mayDecide } = props;
  const open = list.state === 'open' && mayDecide;
  return (
    <DataTable
      caption="Các quyết định của danh sách"
      captionHidden
      columns={[
        { key: 'name', label: 'Tên', width: 'label', primary: true },
        { key: 'decision', label: 'Quyết định', width: 'narrow' },
        { key: 'reason', label: 'Lý do', width: 'wide' },
        ...(list.state === 'open' ? [{ key: 'against', label: 'Vướng gì', width: 'wide' as const }] : []),
        { key: 'by', label: 'Người chuẩn bị', width: 'narrow' },
        ...(open ? [{ key: 'act', label: 'Việc', labelHidden: true, width: 'narrow' as const }] : []),
      ]}
      rows={judged.map((one) => rowOf(one, props))}
      empty="Danh sách trống: hãy chuẩn bị quyết định ở trang lựa chọn."
    />
  );
}

function rowOf(one: JudgedDecision<KeptDecision>, { list, field, voices }: ListPageProps): Row {
  const { prepared, candidate } = one;
  const name = prepared.told?.fullName ?? candidate?.exemplar.subject.fullName ?? 'chưa rõ';
  const office = prepared.told?.officeName ?? candidate?.exemplar.officeName ?? '';
  const said = voices.filter(({ exemplarId }) => exemplarId === prepared.exemplarId);
  return {
    name: (
      <>
        <a href={`/dien-hinh/${prepared.exemplarId}`}>{name}</a>
        <div class="muted">{office}</div>
      </>
    ),
    decision: <DecisionTag action={prepared.action} applied={list.state === 'applied'} />,
    reason: (
      <>
        {prepared.reason ?? ''}
        {prepared.overrideReason ? <div class="muted">Vẫn chọn vì: {prepared.overrideReason}</div> : null}
      </>
    ),
    against: (
      <>
        <Against judged={one} />
        {said.length > 0 ? <OpenVoiceList voices={said} /> : null}
      </>
    ),
    by: (
      <>
        {prepared.preparedBy ?? 'Chương trình'}
        <div class="muted">{formatDate(prepared.preparedOn)}</div>
      </>
    ),
    act: <RowActions {...{ list, field, name }} exemplarId={prepared.exemplarId} />,
  };
}

function Against({ judged: { reasons, blocked } }: { judged: JudgedDecision }) {
  if (reasons.length === 0) return <span class="muted">không vướng</span>;
  return (
    <>
      {blocked ? null : <div class="muted">Bỏ qua, kèm lý do:</div>}
      <ul>
        {reasons.map(({ rule, sentence }) => (
          <li data-rule={rule}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

interface RowActionsProps {
  list: DecisionList;
  field: FieldInChoice;
  exemplarId: number;
  name: string;
}

const RowActions = ({ list, field, exemplarId, name }: RowActionsProps) => (
  <form method="post" action={`${listPath(list.id)}/bo`} class="button-row">
    <HiddenFields version={list.version} />
    <input type="hidden" name="e" value={String(exemplarId)} />
    <ButtonLink href={`${choosingPath(field)}/${exemplarId}`} small>
      Sửa<span class="visually-hidden"> quyết định về {name}</span>
    </ButtonLink>
    <Button small>
      Bỏ<span class="visually-hidden"> {name} khỏi danh sách</span>
    </Button>
  </form>
);
