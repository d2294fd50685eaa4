import type { HistoryEntry } from '../audit/timeline.ts';
import { SampleMark } from '../exemplars/show-marks.tsx';
import type { Day } from '../platform/clock.ts';
import type { ToldSame } from '../subjects/same-tell.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { History } from '../web/history.tsx';
import { offeredActions } from '../workflow/table.ts';
import type { AssistedEntry } from './assisted-rows.ts';
import { kindOfLead } from './lead-target.ts';
import type { AskedQuestion, KeptLook } from './lead-words.ts';
import { KnownAgain, LookList, OtherLeads, QuestionList } from './lists.tsx';
import { LeadStateTag } from './marks.tsx';
import type { OtherLead } from './merged-leads.ts';
import { type LeadInView, WORKERS } from './queries.ts';
import { missingIn } from './rules.ts';
import { Told } from './show-told.tsx';
import { LEADS_PATH, leadPath, STEP_SLUGS } from './words.ts';
import { leadWorkflow } from './workflow.ts';

export interface LeadPageProps {
  lead: LeadInView;
  additions: readonly { words: string; addedOn: Day }[];
  questions: readonly AskedQuestion[];
  looks: readonly KeptLook[];
  contact: { name: string | null; reachedBy: string | null } | null;
  assisted: AssistedEntry | null;
  known: readonly ToldSame[];
  exemplar: { id: number; fullName: string } | null;
  /** Leads about the same one that go on with this one. */
  merged: readonly OtherLead[];
  /** Open leads of much the same name. */
  alike: readonly OtherLead[];
  /** The lead that this one goes on with, where the actor sees it. */
  into: { id: number; fullName: string } | null;
  history: readonly HistoryEntry[];
}

/** One lead: what was told, what is missing, what came of looking into it, and what may be done. */
export function LeadPage(props: LeadPageProps) {
  const { lead, contact, known, history } = props;
  const works = WORKERS.some((role) => lead.roles.has(role));
  const settled = lead.settledOn !== null;
  const missing = settled
    ? []
    : missingIn({
        kind: lead.kind,
        hasPlace: lead.placeOfficeId !== null,
        what: lead.what,
        hasLinks: lead.links.length > 0,
        hasContact: contact !== null || !works,
        verified: lead.verified,
      });
  return (
    <>
      <PageHead
        title={lead.fullName}
        crumbs={[{ label: 'Giới thiệu', href: LEADS_PATH }, { label: lead.fullName }]}
        kicker={`${kindOfLead(lead)} · lời giới thiệu số ${lead.id}`}
        tag={
          <>
            <LeadStateTag state={lead.state} /> {'\u2003'}
            <SampleMark shown={lead.isSample} />
          </>
        }
        lead={<p>{lead.placeOfficeId === null ? `${lead.officeName} (chưa rõ nơi ở)` : lead.officeName}</p>}
      />
      <Outcome {...props} />
      <div class={missing.length > 0 ? 'split' : undefined}>
        <Steps lead={lead} />
        <div>
          <MissingList items={missing} />
        </div>
      </div>
      <Told {...props} works={works} />
      {props.merged.length > 0 ? (
        <Section id="cung-nguoi" title="Lời giới thiệu khác về cùng người" count={props.merged.length}>
          <OtherLeads leads={props.merged} />
        </Section>
      ) : null}
      {settled ? null : (
        <Section
          id="da-biet"
          title="Có thể đã biết"
          intro="Chương trình chỉ gợi ý; cán bộ xem rồi quyết định."
        >
          <KnownAgain known={known} />
          <OtherLeads leads={props.alike} />
        </Section>
      )}
      <Section id="xac-minh" title="Xác minh" count={props.looks.length}>
        <LookList looks={props.looks} />
      </Section>
      <Section id="hoi-them" title="Hỏi thêm" count={props.questions.length}>
        <QuestionList questions={props.questions} />
      </Section>
      <Section id="lich-su" title="Lịch sử">
        <History entries={history} />
      </Section>
    </>
  );
}

/** What it became, why it was refused, why it was put aside. */
function Outcome({ lead, exemplar, into }: LeadPageProps) {
  if (lead.suspicions.length > 0) {
    return (
      <Notice tone="warn" title="Để riêng vì nghi rác">
        <ul>
          {lead.suspicions.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (exemplar) {
    return (
      <Notice tone="success" title={lead.state === 'merged' ? 'Đã gộp vào hồ sơ' : 'Đã lập hồ sơ'}>
        <a href={`/dien-hinh/${exemplar.id}`}>{exemplar.fullName}</a>
      </Notice>
    );
  }
  if (lead.mergedIntoId !== null) {
    return (
      <Notice tone="success" title="Đã gộp vào lời giới thiệu khác">
        {into ? <a href={leadPath(into.id)}>{into.fullName}</a> : `Lời giới thiệu số ${lead.mergedIntoId}`}
      </Notice>
    );
  }
  if (lead.state !== 'refused') return null;
  return (
    <Notice tone="warn" title="Không tiếp nhận">
      <p>Báo người giới thiệu: {lead.publicReason}</p>
      <p>Trong nội bộ: {lead.innerReason}</p>
    </Notice>
  );
}

/** Everything that may be done about it now, at one place. */
function Steps({ lead }: { lead: LeadInView }) {
  const offered = offeredActions(leadWorkflow, lead.state, lead.roles).filter((action) => STEP_SLUGS[action]);
  if (offered.length === 0) return <div />;
  const [first] = offered.filter((action) => leadWorkflow.actions[action].kind === 'primary').toReversed();
  return (
    <Section id="viec" title="Việc có thể làm">
      <ButtonRow>
        {offered.map((action) => {
          const { label, kind } = leadWorkflow.actions[action];
          return (
            <ButtonLink
              href={`${leadPath(lead.id)}/${STEP_SLUGS[action] ?? ''}`}
              kind={action === first ? 'primary' : kind === 'danger' ? 'danger' : 'secondary'}
            >
              {label}
            </ButtonLink>
          );
        })}
      </ButtonRow>
    </Section>
  );
}
