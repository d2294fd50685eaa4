import { Button } from '../ui/button.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { DataTable } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { withQuery } from '../web/query.ts';
import type { BelowOffice } from './rollup-below.ts';
import type { RollupReach } from './rollup-tree.ts';
import { StatusTag, shownIn, VIEWS, type View } from './rollup-words.tsx';

interface Props {
  reportId: number;
  below: readonly BelowOffice[];
  view: View;
  reach: RollupReach;
  today: string;
  mayWrite: boolean;
  /** Submitted: nobody is named as a gap any more, but what comes late can still be typed in. */
  locked: boolean;
}

/** Who has sent and who has not, with what can be done about each: remind, name as a gap, type in, merge what came late. */
export function RollupBelowTable(props: Props) {
  const { reportId, below, view, reach, mayWrite } = props;
  const shown = shownIn(view, below);
  const remindable = mayWrite && shown.some(mayBeReminded);
  const path = `/bao-cao/${reportId}/tong-hop`;
  const address = (name: string) =>
    withQuery(path, { loc: name === 'tat-ca' ? null : name, muc: reach === 'tree' ? 'ca-cay' : null });
  return (
    <div class="stack">
      <SwitchLinks
        label="Lọc đơn vị"
        links={Object.entries(VIEWS).map(([name, { label }]) => ({
          label,
          href: `${address(name)}#don-vi`,
          count: formatCount(shownIn(name as View, below).length),
          current: name === view,
        }))}
      />
      <Offices {...props} shown={shown} remindable={remindable} />
      {remindable ? (
        <form method="post" action="/nhac-viec" id={REMIND}>
          <HiddenFields />
          <input type="hidden" name="_ve" value={address(view)} />
          <Button icon="clock">Nhắc các đơn vị đã chọn</Button>
        </form>
      ) : null}
    </div>
  );
}

/** The boxes stand in the table, the button below it. */
const REMIND = 'nhac';

const mayBeReminded = (office: BelowOffice): boolean =>
  office.itemId !== null && (office.status === 'waiting' || office.status === 'returned');

function Offices(props: Props & { shown: readonly BelowOffice[]; remindable: boolean }) {
  const { reportId, shown, reach, today, mayWrite, locked, remindable } = props;
  return (
    <DataTable
      caption="Đơn vị phải gửi báo cáo"
      captionHidden
      columns={[
        ...(remindable ? [{ key: 'tick', label: 'Chọn để nhắc', labelHidden: true }] : []),
        { key: 'office', label: 'Đơn vị', width: 'wide' as const, primary: true },
        ...(reach === 'tree' ? [{ key: 'receiver', label: 'Gửi cho' }] : []),
        { key: 'due', label: 'Hạn', align: 'end' as const },
        { key: 'status', label: 'Tình trạng' },
        { key: 'sent', label: 'Ngày nộp', align: 'end' as const },
        ...(mayWrite ? [{ key: 'actions', label: 'Việc', labelHidden: true, width: 'narrow' as const }] : []),
      ]}
      rows={shown.map((office) => ({
        tick: mayBeReminded(office) ? (
          <input
            type="checkbox"
            name="item"
            form={REMIND}
            value={String(office.itemId)}
            checked
            aria-label={`Nhắc ${office.officeName}`}
          />
        ) : null,
        office: <OfficeName office={office} />,
        receiver: office.receiverName ?? '–',
        due: office.dueOn ? formatDate(office.dueOn) : '–',
        status: <StatusTag office={office} today={today} />,
        sent: office.firstSubmittedOn ? formatDate(office.firstSubmittedOn) : '–',
        actions: <Actions reportId={reportId} office={office} locked={locked} />,
      }))}
      empty="Không có đơn vị nào ở mục này."
    />
  );
}

function OfficeName({ office }: { office: BelowOffice }) {
  const arrived = office.status === 'submitted' || office.status === 'accepted';
  const name =
    arrived && office.reportId !== null ? (
      <a href={`/bao-cao/${office.reportId}`}>{office.officeName}</a>
    ) : (
      office.officeName
    );
  return (
    <>
      {name}
      {office.isOutside ? <span class="muted"> nhập hộ từ biểu Excel</span> : null}
      {arrived && !office.counted ? (
        <span class="muted"> đã gồm trong báo cáo cấp trên của đơn vị</span>
      ) : null}
    </>
  );
}

/** Only what is sent to the office itself is decided here; what lies deeper is decided by the office between. */
function Actions(props: { reportId: number; office: BelowOffice; locked: boolean }) {
  const { reportId, office, locked } = props;
  const path = `/bao-cao/${reportId}`;
  if (office.depth > 1) return null;
  if (office.gap?.waitsForMerge)
    return <a href={`${path}/tong-hop/den-muon/${office.officeId}`}>Ghép báo cáo đến muộn</a>;
  if (office.status === 'accepted' || office.status === 'submitted' || office.status === 'excused')
    return null;
  return (
    <>
      {locked ? null : (
        <>
          <a href={`${path}/tong-hop/neu-thieu/${office.officeId}`}>
            {office.gap ? 'Sửa ghi chú thiếu' : 'Nêu thiếu'}
            <span class="visually-hidden"> {office.officeName}</span>
          </a>
          {' · '}
        </>
      )}
      <a href={`${path}/ngoai-he-thong/${office.officeId}`}>
        Nhập từ Excel<span class="visually-hidden"> của {office.officeName}</span>
      </a>
    </>
  );
}
