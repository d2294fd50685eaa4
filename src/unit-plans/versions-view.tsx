import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/field.tsx';
import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { TextChanges } from '../ui/text-changes.tsx';
import type { UnitPlanContent } from './content.ts';
import { ExemplarsTable, PartsView, TargetsTable } from './content-view.tsx';
import { type Difference, hasChanges } from './differences.ts';
import type { UnitPlanInView } from './queries.ts';
import { Changes } from './row-changes.tsx';
import { type Submission, versionName } from './versions-queries.ts';

interface VersionsProps {
  plan: UnitPlanInView;
  submissions: readonly Submission[];
}

/** Every submission, each beside the one before it. */
export function VersionsTable({ plan, submissions }: VersionsProps) {
  const base = `/ke-hoach-don-vi/${plan.id}`;
  return (
    <DataTable
      caption="Các lần gửi"
      captionHidden
      columns={[
        { key: 'name', label: 'Lần gửi', width: 'wide' },
        { key: 'on', label: 'Ngày gửi' },
        { key: 'to', label: 'Gửi đến' },
        { key: 'state', label: 'Kết quả' },
        { key: 'compare', label: 'So sánh' },
      ]}
      rows={submissions.map((one, n) => {
        const before = submissions[n - 1];
        return {
          name: <a href={`${base}/lan/${one.id}`}>{versionName(one)}</a>,
          on: (
            <>
              {formatDate(one.submittedOn)}
              {one.submittedBy ? <div class="muted">{one.submittedBy}</div> : null}
            </>
          ),
          to: one.receiverName ?? '',
          state: <Result plan={plan} one={one} />,
          compare: before ? <a href={`${base}/so-sanh?tu=${before.id}&den=${one.id}`}>với lần trước</a> : '–',
        };
      })}
      empty="Kế hoạch chưa được gửi lần nào."
    />
  );
}

function Result({ plan, one }: { plan: UnitPlanInView; one: Submission }) {
  if (one.id === plan.inForceSubmissionId) return <StateTag tone="good" word="đang có hiệu lực" />;
  if (one.approvedOn)
    return <StateTag tone="neutral" word={`đã duyệt ${formatDate(one.approvedOn)}, đã thay`} />;
  return <span class="muted">chưa duyệt</span>;
}

const crumbsOf = (plan: UnitPlanInView, last: string) => [
  { label: `Kế hoạch ${plan.planNumber}`, href: `/ke-hoach/${plan.planId}` },
  { label: plan.officeName, href: `/ke-hoach-don-vi/${plan.id}` },
  { label: last },
];

/** One submission, as it was sent. */
export function VersionPage({
  plan,
  one,
  content,
}: {
  plan: UnitPlanInView;
  one: Submission;
  content: UnitPlanContent;
}) {
  return (
    <>
      <PageHead
        title={`${versionName(one)} – ${plan.officeName}`}
        crumbs={crumbsOf(plan, versionName(one))}
        tag={<Result plan={plan} one={one} />}
        lead={`Gửi ngày ${formatDate(one.submittedOn)}. Nội dung được giữ nguyên như khi gửi.`}
      />
      <Section id="noi-dung" title="Nội dung">
        <PartsView parts={content.parts} />
      </Section>
      <Section id="chi-tieu" title="Chỉ tiêu" count={content.targets.length}>
        <TargetsTable targets={content.targets} />
      </Section>
      <Section id="dien-hinh" title="Điển hình dự kiến xây dựng" count={content.exemplars.length}>
        <ExemplarsTable exemplars={content.exemplars} />
      </Section>
      <Section id="tep" title="Tệp kèm theo" count={content.files.length}>
        {content.files.length > 0 ? (
          <ul>
            {content.files.map(({ title }) => (
              <li>{title}</li>
            ))}
          </ul>
        ) : (
          <p class="muted">Không có tệp.</p>
        )}
      </Section>
    </>
  );
}

interface CompareProps extends VersionsProps {
  from: Submission;
  to: Submission;
  difference: Difference;
}

/** Two submissions side by side: what came, what went, what changed. */
export function ComparePage({ plan, submissions, from, to, difference }: CompareProps) {
  const path = `/ke-hoach-don-vi/${plan.id}/so-sanh`;
  const options = submissions.map((one) => ({
    value: String(one.id),
    label: `${versionName(one)}, ngày ${formatDate(one.submittedOn)}`,
  }));
  return (
    <>
      <PageHead
        title="So sánh hai lần gửi"
        kicker={plan.officeName}
        crumbs={crumbsOf(plan, 'So sánh')}
        lead={`${versionName(from)} (${formatDate(from.submittedOn)}) và ${versionName(to)} (${formatDate(to.submittedOn)}). Chữ gạch ngang là phần đã bỏ, chữ gạch chân là phần thêm vào.`}
      />
      <form method="get" action={path} class="filter-form">
        <SelectField
          name="tu"
          label="Từ"
          required
          placeholder={null}
          value={String(from.id)}
          options={options}
        />
        <SelectField
          name="den"
          label="Đến"
          required
          placeholder={null}
          value={String(to.id)}
          options={options}
        />
        <div class="filter-apply">
          <Button>So sánh</Button>
        </div>
      </form>
      {hasChanges(difference) ? null : <Notice tone="info">Hai lần gửi có nội dung giống nhau.</Notice>}
      <Section id="noi-dung" title="Nội dung">
        <div class="stack">
          {difference.parts.map(({ name, pieces, changed }, n) => (
            <section>
              <h3>
                {n + 1}. {name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)}
              </h3>
              {changed ? <TextChanges pieces={pieces} /> : <p class="muted">Không thay đổi.</p>}
            </section>
          ))}
        </div>
      </Section>
      <Changes id="chi-tieu" title="Chỉ tiêu" rows={difference.targets} />
      <Changes id="dien-hinh" title="Điển hình dự kiến xây dựng" rows={difference.exemplars} />
      <Changes id="tep" title="Tệp kèm theo" rows={difference.files} />
    </>
  );
}
