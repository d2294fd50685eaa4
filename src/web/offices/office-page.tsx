import type { OfficeInView } from '../../offices/find.ts';
import type { SuccessionStep } from '../../offices/succession.ts';
import { growTrees } from '../../offices/tree.ts';
import type { Day } from '../../platform/clock.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { formatCount, formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { TreeList } from '../../ui/tree-list.tsx';
import { History } from '../history.tsx';
import { type ActionAgain, OfficeActions } from './office-actions.tsx';
import type { AboutOffice } from './queries.ts';
import { byKind, treeItem } from './tree-page.tsx';
import { WhereNow } from './where-now.tsx';
import { periodInWords, stateOn } from './words.ts';

export interface OfficePageProps {
  office: OfficeInView;
  about: AboutOffice;
  today: Day;
  /** The day whose tree is shown below the office. */
  day: Day;
  mayChange: boolean;
  /** What a form under "Quản trị" shows again after it was refused. */
  again: ActionAgain;
}

/** One office: what it is, where it stands, what hangs below it, what came before and after it. */
export function OfficePage({ office, about, today, day, mayChange, again }: OfficePageProps) {
  const above = about.chain.slice(0, -1);
  return (
    <>
      <PageHead
        title={office.name}
        kicker={office.kindName}
        crumbs={[
          { label: 'Đơn vị', href: '/don-vi' },
          ...above.map((one) => ({ label: one.name, href: `/don-vi/${one.id}` })),
          { label: office.name },
        ]}
        tag={<StateTag {...stateOn(office, today)} />}
        actions={
          mayChange ? (
            <ButtonLink href={`/don-vi/${office.id}/sua`} icon="edit">
              Sửa
            </ButtonLink>
          ) : null
        }
      />
      <WhereNow office={office} present={about.present} latest={about.latest} today={today} />
      <div class="stack">
        <Facts office={office} about={about} />
        <Below
          office={office}
          about={about}
          day={day}
          keepDay={day === today ? null : day}
          mayChange={mayChange}
        />
        <Succession office={office} steps={about.steps} mayChange={mayChange} />
        {mayChange ? <OfficeActions office={office} today={today} again={again} /> : null}
        <Section id="nhat-ky" title="Nhật ký">
          {about.history.length > 0 ? (
            <History entries={about.history} />
          ) : (
            <p class="muted">Chưa ai sửa đơn vị này. {office.source ? `Nguồn: ${office.source}` : ''}</p>
          )}
        </Section>
      </div>
    </>
  );
}

function Facts({ office, about }: { office: OfficeInView; about: AboutOffice }) {
  const above = about.chain.at(-2);
  const count = about.exemplars === null ? 'hơn 1.000' : formatCount(about.exemplars);
  const role = office.standingBody;
  return (
    <SummaryList
      items={[
        ...(office.shortName ? [{ label: 'Tên viết tắt', value: office.shortName }] : []),
        { label: 'Mã', value: office.code ?? 'không có' },
        {
          label: 'Thuộc',
          value: above ? <a href={`/don-vi/${above.id}`}>{above.name}</a> : 'không thuộc đơn vị nào',
        },
        { label: 'Hiệu lực', value: periodInWords(office), note: office.source },
        ...(role ? [{ label: 'Vai trò', value: 'Cơ quan thường trực', note: periodInWords(role) }] : []),
        {
          label: 'Điển hình',
          value: <a href={`/dien-hinh?don_vi=${office.id}`}>{count} hồ sơ</a>,
          note: 'của đơn vị và cấp dưới, trong phạm vi bạn được xem',
        },
      ]}
    />
  );
}

type BelowProps = Pick<OfficePageProps, 'office' | 'about' | 'day' | 'mayChange'> & { keepDay: Day | null };

function Below({ office, about, day, keepDay, mayChange }: BelowProps) {
  return (
    <Section
      id="truc-thuoc"
      title="Đơn vị trực thuộc"
      count={formatCount(about.children.length)}
      intro={about.children.length > 0 ? `Vào ngày ${formatDate(day)}.` : null}
      actions={
        mayChange ? (
          <ButtonLink small href={`/don-vi/moi?thuoc=${office.id}`} icon="plus">
            Thêm đơn vị trực thuộc
          </ButtonLink>
        ) : null
      }
    >
      {about.children.length === 0 ? (
        <p class="muted">Không có đơn vị trực thuộc vào ngày {formatDate(day)}.</p>
      ) : null}
      {byKind(growTrees(about.children)).map(({ name, nodes }, _n, groups) => (
        <div>
          {groups.length > 1 ? <h3>{name}</h3> : null}
          <TreeList items={nodes.map((node) => treeItem(node, true, keepDay))} label={name} />
        </div>
      ))}
    </Section>
  );
}

function Succession(props: { office: OfficeInView; steps: readonly SuccessionStep[]; mayChange: boolean }) {
  const { office, steps, mayChange } = props;
  return (
    <Section
      id="sap-xep"
      title="Lịch sử sắp xếp"
      actions={
        mayChange ? (
          <ButtonLink small href={`/don-vi/${office.id}/ke-thua`} icon="plus">
            Ghi kế thừa
          </ButtonLink>
        ) : null
      }
    >
      {steps.length === 0 ? <p class="muted">Chưa ghi lần sáp nhập, chia tách nào.</p> : null}
      {steps.length > 0 ? (
        <Timeline
          label="Các lần sắp xếp"
          entries={steps.map((step) => ({
            at: step.onDate,
            sentence: (
              <>
                {step.side === 'after' ? 'Thuộc về ' : 'Nhận từ '}
                <a href={`/don-vi/${step.other.id}`}>{step.other.name}</a>
                {step.other.parentName ? `, ${step.other.parentName}` : ''}
                {step.basis ? <span class="summary-note">Căn cứ: {step.basis}</span> : null}
              </>
            ),
          }))}
        />
      ) : null}
    </Section>
  );
}
