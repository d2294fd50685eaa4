import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { DataTable } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { CriteriaTable } from './criteria-table.tsx';
import type { CriteriaSet } from './queries.ts';
import type { WordsAround } from './rule-words.ts';
import type { Edition } from './set-queries.ts';
import { daysInWords, kindsInWords, SETS_CRUMBS, SETS_PATH, SetStateTag, SourceWords } from './set-words.tsx';

export interface SetPageProps {
  set: CriteriaSet;
  editions: readonly Edition[];
  /** The edition in force today; null when none is. */
  inForce: number | null;
  around: WordsAround;
  today: string;
  mayWrite: boolean;
  /** What stands against bringing a draft into use. */
  missing: readonly Reason[];
}

/** One edition of a set: what it asks in words, from which source, and what may be done with it. */
export function SetPage(props: SetPageProps) {
  const { set, editions, inForce, today, around, mayWrite, missing } = props;
  const path = `${SETS_PATH}/${set.id}`;
  const isDraft = set.state === 'draft';
  const other = editions.find(({ id }) => id === inForce && id !== set.id);
  return (
    <>
      <PageHead
        title={set.name}
        kicker={editions.length > 1 ? `Lần ${set.edition}` : undefined}
        crumbs={[...SETS_CRUMBS, { label: set.name }]}
        tag={<SetStateTag {...set} today={today} />}
        actions={<Actions {...props} path={path} />}
      />
      {other && !isDraft ? (
        <Notice tone="info" title="Đang áp dụng lần khác">
          <p>
            Hôm nay đang áp dụng <a href={`${SETS_PATH}/${other.id}`}>lần {other.edition}</a>. Đánh giá đã làm
            theo lần này vẫn giữ nguyên.
          </p>
        </Notice>
      ) : null}
      {isDraft && mayWrite ? (
        <MissingList title="Chưa đưa vào dùng được" items={missing.map(({ sentence }) => sentence)} />
      ) : null}
      <SummaryList items={factsOf(set)} />
      <Section
        id="cac-tieu-chi"
        title="Tiêu chí"
        count={set.criteria.filter(({ parentId }) => parentId === null).length}
        actions={
          isDraft && mayWrite ? (
            <ButtonLink href={`${path}/chon-loai`} icon="plus" small>
              Thêm tiêu chí
            </ButtonLink>
          ) : null
        }
      >
        <CriteriaTable set={set} around={around} editable={isDraft && mayWrite} />
      </Section>
      {editions.length > 1 ? <Editions editions={editions} current={set.id} today={today} /> : null}
    </>
  );
}

const factsOf = (set: CriteriaSet) => [
  { label: 'Căn cứ', value: set.legalBasis },
  {
    label: 'Áp dụng',
    value: daysInWords(set) || null,
    note: set.endReason ? `Lý do thôi dùng: ${set.endReason}` : null,
  },
  { label: 'Dành cho', value: kindsInWords(set.subjectKinds) },
  ...set.groupings.map(({ name, options }) => ({
    label: name,
    value: options.map((option) => option.name).join('; '),
    note: 'Chọn khi đánh giá; chưa chọn thì điều phụ thuộc nhóm là chưa rõ.',
  })),
  ...(set.source ? [{ label: 'Nguồn', value: <SourceWords source={set.source} /> }] : []),
  ...(set.note ? [{ label: 'Ghi chú', value: set.note }] : []),
];

function Actions({ set, mayWrite, missing, editions, path }: SetPageProps & { path: string }) {
  const draft = editions.find(({ state }) => state === 'draft');
  return (
    <>
      {set.state === 'draft' && mayWrite && missing.length === 0 ? (
        <ButtonLink href={`${path}/dung`} kind="primary">
          Đưa vào dùng
        </ButtonLink>
      ) : null}
      <ButtonLink href={`${path}/thu`}>Thử bộ tiêu chí</ButtonLink>
      {mayWrite && set.state === 'draft' ? (
        <>
          <ButtonLink href={`${path}/sua`} icon="edit">
            Sửa
          </ButtonLink>
          <ButtonLink href={`${path}/bo-nhap`} kind="quiet">
            Bỏ bản nháp
          </ButtonLink>
        </>
      ) : null}
      {mayWrite && set.state !== 'draft' ? (
        draft ? (
          <ButtonLink href={`${SETS_PATH}/${draft.id}`}>Mở bản nháp lần {draft.edition}</ButtonLink>
        ) : (
          <form method="post" action={`${path}/lan-moi`}>
            <HiddenFields version={set.version} />
            <Button>Soạn lần mới</Button>
          </form>
        )
      ) : null}
      {mayWrite && set.state === 'in_use' ? (
        <ButtonLink href={`${path}/ket-thuc`} kind="quiet">
          Thôi dùng
        </ButtonLink>
      ) : null}
    </>
  );
}

function Editions({
  editions,
  current,
  today,
}: {
  editions: readonly Edition[];
  current: number;
  today: string;
}) {
  return (
    <Section id="cac-lan" title="Các lần ban hành" count={editions.length}>
      <DataTable
        caption="Các lần của bộ tiêu chí"
        captionHidden
        columns={[
          { key: 'edition', label: 'Lần', width: 'narrow' },
          { key: 'state', label: 'Trạng thái', width: 'narrow' },
          { key: 'days', label: 'Áp dụng', width: 'wide' },
          { key: 'used', label: 'Lần đánh giá', align: 'end' },
        ]}
        rows={editions.map((one) => ({
          edition:
            one.id === current ? (
              `Lần ${one.edition} (đang xem)`
            ) : (
              <a href={`${SETS_PATH}/${one.id}`}>Lần {one.edition}</a>
            ),
          state: <SetStateTag {...one} today={today} />,
          days: daysInWords(one) || 'chưa ghi ngày',
          used: String(one.assessments),
        }))}
      />
    </Section>
  );
}

/** Asks once more before a draft is dropped. */
export function DropDraftForm({ set }: { set: CriteriaSet }) {
  const path = `${SETS_PATH}/${set.id}`;
  return (
    <form method="post" action={`${path}/bo-nhap`} class="form">
      <HiddenFields version={set.version} />
      <p>
        Bản nháp “{set.name}” với {set.criteria.length} tiêu chí sẽ bị bỏ hẳn. Chưa có đánh giá nào theo bản
        nháp.
      </p>
      <ButtonRow>
        <Button kind="danger">Bỏ bản nháp</Button>
        <ButtonLink kind="quiet" href={path}>
          Không bỏ, quay lại
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}
