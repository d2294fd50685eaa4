import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { RadioGroup } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { ShownCorrection } from './gap-arrival.ts';
import { Corrections } from './merged-corrections.tsx';
import { type MergedFigure, typedOtherwise } from './merged-figures.ts';
import { type AboveReport, refusalToMerge } from './merged-report.ts';
import type { BelowOffice } from './rollup-below.ts';
import { RollupBelowTable } from './rollup-below-table.tsx';
import { RollupFiguresTable } from './rollup-figures-table.tsx';
import { type Completeness, completenessInWords, completenessOf } from './rollup-rules.ts';
import type { RollupReach } from './rollup-tree.ts';
import type { View } from './rollup-words.tsx';
import { reportTitle } from './rules.ts';

export interface RollupPageProps {
  report: AboveReport;
  reach: RollupReach;
  view: View;
  below: readonly BelowOffice[];
  figures: readonly MergedFigure[];
  corrections: readonly ShownCorrection[];
  today: string;
  reasons: readonly Reason[];
}

export const titleOf = (report: AboveReport): string => reportTitle(report.formName, report.periodWords);

export const crumbsOf = (report: AboveReport, last: string) => [
  { label: 'Báo cáo', href: '/bao-cao' },
  { label: titleOf(report), href: `/bao-cao/${report.id}` },
  { label: last },
];

export function RollupPage(props: RollupPageProps) {
  const { report, reach, below, figures, corrections, reasons } = props;
  const whole = completenessOf(below);
  const path = `/bao-cao/${report.id}/tong-hop`;
  const locked = refusalToMerge(report) !== null;
  return (
    <>
      <PageHead
        title={`Tổng hợp: ${titleOf(report)}`}
        crumbs={crumbsOf(report, 'Tổng hợp')}
        kicker={`Kế hoạch ${report.planNumber} · ${report.officeName}`}
        lead={`${completenessInWords(whole)}.`}
        actions={
          <>
            <ButtonLink href={`${path}/loi-van`}>Lời văn cấp dưới</ButtonLink>
            <ButtonLink
              href={`${path}/tong-hop.xlsx${reach === 'tree' ? '?muc=ca-cay' : ''}`}
              icon="download"
            >
              Excel
            </ButtonLink>
          </>
        }
      />
      <SwitchLinks
        label="Phạm vi tổng hợp"
        links={[
          { label: 'Đơn vị gửi trực tiếp', href: path, current: reach === 'direct' },
          { label: 'Cả các cấp dưới', href: `${path}?muc=ca-cay`, current: reach === 'tree' },
        ]}
      />
      <RefusalList title="Chưa tổng hợp được" reasons={reasons} />
      <LateOnes reportId={report.id} below={below} />
      <Merging {...props} whole={whole} locked={locked} />
      <Section
        id="so-lieu"
        title="Số liệu"
        intro={<Reading whole={whole} reach={reach} />}
        count={figures.length}
      >
        <RollupFiguresTable figures={figures} locked={locked} corrected={lastOf(corrections)} />
      </Section>
      {corrections.length > 0 ? (
        <Section id="dinh-chinh" title="Đính chính do báo cáo đến muộn, nộp lại">
          {!locked && corrections.some(({ namedOn }) => namedOn === null) ? (
            <Notice tone="info">
              Báo cáo của đơn vị còn mở: ghép lại thì số liệu trong báo cáo theo lần nộp mới.
            </Notice>
          ) : null}
          <Corrections corrections={corrections} />
        </Section>
      ) : null}
      <Section id="don-vi" title="Đơn vị phải gửi báo cáo" count={below.length}>
        <RollupBelowTable {...props} reportId={report.id} mayWrite={report.mayWrite} locked={locked} />
      </Section>
    </>
  );
}

/** The figures after the last correction of each. */
const lastOf = (corrections: readonly ShownCorrection[]): Map<string, number> =>
  new Map(
    corrections.flatMap(({ changes }) =>
      Object.entries(changes).map(([key, { after }]) => [key, after] as const),
    ),
  );

/** What the sum leaves out, said plainly. */
function Reading({ whole, reach }: { whole: Completeness; reach: RollupReach }) {
  const left = whole.gap + whole.waiting;
  return (
    <>
      <p>
        Cộng từ báo cáo đã nộp và đã chấp nhận, thêm một lần số liệu riêng của đơn vị
        {left > 0
          ? `; không gồm ${left.toLocaleString('vi-VN')} đơn vị chưa có báo cáo, nên con số thật có thể lớn hơn`
          : ''}
        .
      </p>
      {reach === 'tree' ? (
        <p>
          Báo cáo của một đơn vị đã gồm cấp dưới của nó nên không cộng cấp dưới lần nữa; nơi đơn vị giữa chưa
          nộp thì cộng thẳng báo cáo của cấp dưới.
        </p>
      ) : null}
    </>
  );
}

function LateOnes({ reportId, below }: { reportId: number; below: readonly BelowOffice[] }) {
  const late = below.filter((office) => office.gap?.waitsForMerge && office.depth === 1);
  return (
    <MissingList
      title="Báo cáo đến muộn, chưa ghép"
      items={late.map((office) => ({
        text: `${office.officeName} nộp ngày ${formatDate(office.firstSubmittedOn)}`,
        href: `/bao-cao/${reportId}/tong-hop/den-muon/${office.officeId}`,
      }))}
    />
  );
}

function Merging(props: RollupPageProps & { whole: Completeness; locked: boolean }) {
  const { report, reach, figures, locked } = props;
  if (!report.mayWrite) return null;
  if (locked) {
    return <Notice tone="info">{refusalToMerge(report)?.sentence}</Notice>;
  }
  const otherwise = typedOtherwise(figures);
  return (
    <Section id="ghep" title="Ghép vào báo cáo của đơn vị">
      {report.rollup ? (
        <p class="muted">
          Lần ghép gần nhất: {formatDate(report.rollup.mergedOn)},{' '}
          {completenessInWords(report.rollup.completeness)}.
        </p>
      ) : null}
      <MissingList
        title="Số đã gõ khác số tổng hợp, giữ nguyên khi ghép"
        items={otherwise.map(
          ({ indicator, written, total }) =>
            `${indicator.name}: đã gõ ${shown(written?.value ?? null)}, tổng hợp ${shown(total)}`,
        )}
      />
      <form method="post" action={`/bao-cao/${report.id}/tong-hop/ghep`}>
        <HiddenFields version={report.version} />
        <input type="hidden" name="reach" value={reach} />
        <RadioGroup
          name="words"
          label="Lời văn"
          required
          value="leave"
          options={[
            { value: 'leave', label: 'Để nguyên, tự viết hoặc lấy từng đoạn' },
            {
              value: 'gather',
              label: 'Gom theo tên đơn vị vào các mục còn trống',
              hint: 'Mục đã viết không bị ghi đè.',
            },
          ]}
        />
        <ButtonRow>
          <Button kind="primary">Ghép số liệu vào báo cáo</Button>
          <ButtonLink kind="quiet" href={`/bao-cao/${report.id}`}>
            Mở báo cáo
          </ButtonLink>
        </ButtonRow>
      </form>
    </Section>
  );
}

const shown = (value: number | null): string => (value === null ? 'chưa rõ' : value.toLocaleString('vi-VN'));
