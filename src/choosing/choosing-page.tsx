import type { DutyItem } from '../duties/queries.ts';
import type { Actor } from '../identity/actor.ts';
import type { Share } from '../plans/allocations.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import type { Day } from '../platform/clock.ts';
import { ButtonLink } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { AnswersView } from './answers-view.tsx';
import { CandidatesSection } from './candidates-section.tsx';
import { choosingPath, type FieldInChoice, listPath } from './field-query.ts';
import type { CandidateFilter, Tab } from './list-filter.ts';
import type { DecisionList, KeptDecision } from './lists.ts';
import { ListsSection } from './lists-section.tsx';
import { CandidatesMap, type MappedCandidates } from './map-view.tsx';
import type { AskedOffice } from './offices-asked.ts';
import { QuotaView, roomIn } from './quota-view.tsx';
import type { Candidate, JudgedDecision } from './rules.ts';
import type { Waiting } from './waiting.ts';
import { WaitingView } from './waiting-view.tsx';

export interface ChoosingProps {
  field: FieldInChoice;
  actor: Actor;
  today: Day;
  filter: CandidateFilter;
  counts: Record<Tab, number>;
  candidates: readonly Candidate[];
  offices: readonly { id: number; name: string }[];
  shares: readonly Share[];
  lists: readonly DecisionList[];
  prepared: ReadonlyMap<number, KeptDecision>;
  judged: readonly JudgedDecision[];
  waiting: readonly Waiting[];
  asked: readonly AskedOffice[];
  duties: ReadonlyMap<number, DutyItem>;
  own: ReadonlySet<number>;
  /** Null in the tabs of what is decided. */
  map: MappedCandidates | null;
  mayDecide: boolean;
}

/** How one field chooses: its quota, its candidates, who waits, where they are, who has not answered. */
export function ChoosingPage(props: ChoosingProps) {
  const { field, lists, mayDecide, today } = props;
  const base = choosingPath(field);
  const open = lists.find(({ state }) => state === 'open') ?? null;
  return (
    <>
      <PageHead
        title="Lựa chọn điển hình"
        crumbs={[...planCrumbs(field.planId, field.planNumber), { label: 'Lựa chọn' }]}
        kicker={field.name}
        lead={`${field.leadOfficeName} chủ trì`}
        actions={
          open && mayDecide ? (
            <ButtonLink href={listPath(open.id)} kind="primary">
              Xem danh sách quyết định
            </ButtonLink>
          ) : undefined
        }
      />
      <Section id="chi-tieu" title="Chỉ tiêu">
        <QuotaView field={field} shares={props.shares} open={open} judged={props.judged} />
      </Section>
      <CandidatesSection {...props} base={base} />
      <Section id="danh-sach-cho" title="Danh sách chờ" count={props.waiting.length}>
        <WaitingView base={base} waiting={props.waiting} room={roomIn(field)} mayDecide={mayDecide} />
      </Section>
      {props.map ? (
        <Section id="ban-do" title="Bản đồ">
          <CandidatesMap {...props.map} />
        </Section>
      ) : null}
      <Section
        id="tra-loi"
        title={`Cơ quan phối hợp trả lời năm ${today.slice(0, 4)}`}
        count={props.asked.length}
      >
        <AnswersView
          offices={props.asked}
          duties={props.duties}
          fieldId={field.id}
          mayRemind={mayDecide}
          answerPath={base.replace(/lua-chon$/, 'tra-loi')}
          own={props.own}
        />
      </Section>
      <ListsSection lists={lists} />
      <p class="muted">Tính đến ngày {formatDate(today)}.</p>
    </>
  );
}
