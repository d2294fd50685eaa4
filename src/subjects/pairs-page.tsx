import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { type Column, DataTable, type Row } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { writeCursor } from '../web/list-cursor.ts';
import { withQuery } from '../web/query.ts';
import { StrengthTag } from './merge-choose-page.tsx';
import { apartPath, askAgainPath, mergePath, PAIRS_PATH, subjectPath } from './merge-paths.ts';
import { factsLine } from './merge-told.tsx';
import type { FoundPair, OfPair, PairFilter, PairPlace, PairSearchState } from './pairs-queries.ts';

export interface PairsPageProps {
  filter: PairFilter;
  pairs: readonly FoundPair[];
  /** Null: more than are counted. */
  count: number | null;
  next: PairPlace | null;
  state: PairSearchState;
}

/** Subjects that may be one, over the whole set, with the reasons; and those that somebody told apart. */
export function PairsPage({ filter, pairs, count, next, state }: PairsPageProps) {
  return (
    <>
      <PageHead
        title="Chủ thể có thể trùng"
        crumbs={[{ label: 'Chủ thể', href: '/chu-the' }, { label: 'Có thể trùng' }]}
        lead="Chương trình chỉ báo, không tự gộp: hãy so sánh từng cặp rồi quyết định."
        actions={<AskForm />}
      />
      <p class="muted">{stateInWords(state)}</p>
      <SwitchLinks label="Danh sách" links={views(filter, count)} />
      <DataTable
        caption={filter.decided ? 'Các cặp đã ghi là khác nhau' : 'Các cặp có thể trùng, chắc nhất trước'}
        captionHidden
        columns={filter.decided ? DECIDED_COLUMNS : OPEN_COLUMNS}
        rows={pairs.map(filter.decided ? decidedRow : openRow)}
        empty={
          <EmptyState title={filter.decided ? 'Chưa có cặp nào' : 'Không có cặp nào chờ xem'}>
            {filter.decided
              ? 'Các cặp đã ghi là hai chủ thể khác nhau, kèm lý do, sẽ hiện ở đây.'
              : 'Mỗi ngày chương trình so toàn bộ chủ thể một lượt; cặp nào giống nhau sẽ hiện ở đây, kèm lý do.'}
          </EmptyState>
        }
      />
      <PageSteps
        start={filter.after ? pairsHref({ ...filter, after: null }) : null}
        next={next ? pairsHref({ ...filter, after: next }) : null}
      />
    </>
  );
}

function AskForm() {
  return (
    <form method="post" action={`${PAIRS_PATH}/tim`} class="inline-form">
      <HiddenFields />
      <Button icon="search">Tìm lại ngay</Button>
    </form>
  );
}

function stateInWords({ searched, completeOn, searchedOn, askedOn, askedByName }: PairSearchState): string {
  const last =
    completeOn === null
      ? searchedOn === null
        ? 'Chưa tìm lần nào.'
        : `Đang tìm lượt đầu, gần nhất ngày ${formatDate(searchedOn)}.`
      : `Lượt tìm gần nhất: ngày ${formatDate(completeOn)}, đã so ${formatCount(searched)} chủ thể.`;
  return askedOn === null
    ? last
    : `${last} ${askedByName ?? 'Có người'} đã yêu cầu tìm lại ngày ${formatDate(askedOn)}; đang chờ chạy.`;
}

const pairsHref = ({ decided, strength, after }: PairFilter): string =>
  withQuery(PAIRS_PATH, {
    muc: decided ? 'khac-nhau' : null,
    'muc-do': strength,
    sau: after ? writeCursor([after.mark, after.oneId, after.otherId]) : null,
  });

function views(filter: PairFilter, count: number | null) {
  const counted = count === null ? 'hơn 1.000' : formatCount(count);
  const view = (label: string, decided: boolean, strength: PairFilter['strength']) => {
    const current = filter.decided === decided && filter.strength === strength;
    return {
      label,
      href: pairsHref({ decided, strength, after: null }),
      current,
      count: current ? counted : undefined,
    };
  };
  return [
    view('Chờ xem', false, null),
    view('Gần như chắc', false, 'strong'),
    view('Có thể', false, 'possible'),
    view('Đã ghi là khác nhau', true, null),
  ];
}

const OPEN_COLUMNS: Column[] = [
  { key: 'one', label: 'Chủ thể', primary: true, width: 'wide' },
  { key: 'other', label: 'và', width: 'wide' },
  { key: 'why', label: 'Vì sao' },
  { key: 'do', label: 'Việc làm', labelHidden: true, width: 'narrow' },
];

const DECIDED_COLUMNS: Column[] = [
  { key: 'one', label: 'Chủ thể', primary: true, width: 'wide' },
  { key: 'other', label: 'và', width: 'wide' },
  { key: 'why', label: 'Đã ghi là khác nhau' },
  { key: 'do', label: 'Việc làm', labelHidden: true, width: 'narrow' },
];

const openRow = ({ one, other, strength, reasons }: FoundPair): Row => ({
  one: <Who who={one} />,
  other: <Who who={other} />,
  why: (
    <>
      <StrengthTag strength={strength} />
      <br />
      {reasons.map(({ sentence }) => sentence).join('; ')}
    </>
  ),
  do: (
    <span class="row-links">
      <a href={mergePath(one.id, other.id)}>
        So sánh<span class="visually-hidden"> {named(one, other)}</span>
      </a>
      <a href={apartPath(one.id, other.id)}>
        Không phải một<span class="visually-hidden">: {named(one, other)}</span>
      </a>
    </span>
  ),
});

const decidedRow = ({ one, other, decidedOn, decidedByName, decidedReason }: FoundPair): Row => ({
  one: <Who who={one} />,
  other: <Who who={other} />,
  why: (
    <>
      {decidedReason}
      <br />
      <span class="muted">{[decidedByName, formatDate(decidedOn)].filter(Boolean).join(', ')}</span>
    </>
  ),
  do: (
    <a href={askAgainPath(one.id, other.id)}>
      Xem lại<span class="visually-hidden"> {named(one, other)}</span>
    </a>
  ),
});

const named = (one: OfPair, other: OfPair): string => `${one.fullName} và ${other.fullName}`;

function Who({ who }: { who: OfPair }) {
  return (
    <>
      <a href={subjectPath(who.id)}>{who.fullName}</a>{' '}
      {who.isSample ? <StateTag tone="neutral" shape="dash" word="mẫu" /> : null}
      <br />
      <span class="muted">
        {[`số ${who.id}`, factsLine(who), who.officeNames.join(', ')].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
