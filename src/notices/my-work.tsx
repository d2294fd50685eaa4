import type { WorkCalendar } from '../calendar/working-days.ts';
import type { FieldToChoose } from '../choosing/waiting.ts';
import type { DutyItem } from '../duties/queries.ts';
import type { Day } from '../platform/clock.ts';
import type { FoundPair } from '../subjects/pairs-queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Choosing } from './my-work-choosing.tsx';
import type { PaperForMe } from './my-work-due.ts';
import { Due, Papers } from './my-work-due-sections.tsx';
import type { VoiceForMe } from './my-work-leads.ts';
import { Voices } from './my-work-leads-section.tsx';
import { Pairs } from './my-work-pairs.tsx';
import type { Capped, OpenDraft, OverduePromise, WaitingExemplar } from './my-work-queries.ts';
import { Drafts, Overdue, totalInWords, Waiting } from './my-work-sections.tsx';

/** Everything that waits for one person. */
export interface MyWork {
  due: Capped<DutyItem>;
  papers: Capped<PaperForMe>;
  opinions: Capped<PaperForMe>;
  /** What citizens proposed. */
  leads: Capped<VoiceForMe>;
  /** What one's offices were asked about a lead or an exemplar. */
  questions: Capped<VoiceForMe>;
  /** What subjects object to or want corrected. */
  voices: Capped<VoiceForMe>;
  overdue: Capped<OverduePromise>;
  returned: Capped<WaitingExemplar>;
  proposals: Capped<WaitingExemplar>;
  /** Fields in which somebody is to be chosen. */
  choosing: Capped<FieldToChoose>;
  toRecognise: Capped<WaitingExemplar>;
  toHonour: Capped<WaitingExemplar>;
  held: Capped<WaitingExemplar>;
  checks: Capped<WaitingExemplar>;
  found: Capped<WaitingExemplar>;
  /** Subjects that are almost surely one. */
  pairs: Capped<FoundPair>;
  drafts: OpenDraft[];
}

interface MyWorkProps {
  work: MyWork;
  today: Day;
  calendar: WorkCalendar;
  /** May this person record an exemplar? Then that is the first step. */
  mayRecord: boolean;
}

/** What is due, late first; what came back and why; what waits for a decision. */
export function MyWorkPage({ work, today, calendar, mayRecord }: MyWorkProps) {
  const year = today.slice(0, 4);
  return (
    <>
      <PageHead title="Việc của tôi" lead={summary(work)} />
      <Due due={work.due} today={today} calendar={calendar} />
      <Papers
        id="tren-ban"
        title="Kế hoạch, báo cáo trên bàn của tôi"
        all="/van-ban"
        list={work.papers}
        today={today}
      />
      <Papers id="y-kien" title="Được xin ý kiến" all="/van-ban" list={work.opinions} today={today} />
      <Voices
        id="duoc-hoi"
        title="Được hỏi thêm"
        all="/cau-hoi"
        lateWord="quá hạn trả lời"
        list={work.questions}
      />
      <Voices id="nguoi-co-ten" title="Ý kiến của người có tên trong hồ sơ" lateWord="" list={work.voices} />
      <Voices
        id="gioi-thieu"
        title="Người dân giới thiệu"
        all="/loi-gioi-thieu"
        lateWord="chậm, chưa ai xử lý"
        list={work.leads}
      />
      <Overdue overdue={work.overdue} today={today} />
      <Waiting
        id="tra-lai"
        title="Bị trả lại để bổ sung"
        all="/dien-hinh?trang_thai=returned"
        list={work.returned}
        why
      />
      <Choosing fields={work.choosing.items} />
      <Waiting
        id="cho-chon"
        title="Đề nghị chờ quyết định"
        all="/dien-hinh?trang_thai=proposed"
        list={work.proposals}
      />
      <Waiting
        id="cho-cong-nhan"
        title="Đã đủ điều kiện công nhận"
        all="/dien-hinh?trang_thai=nurtured"
        list={work.toRecognise}
      />
      <Waiting
        id="cho-ton-vinh"
        title="Đã đủ điều kiện tôn vinh"
        all="/dien-hinh?trang_thai=recognised"
        list={work.toHonour}
      />
      <Waiting
        id="tam-dung"
        title="Tạm dừng, chờ xác minh"
        all="/dien-hinh?trang_thai=held"
        list={work.held}
        why
      />
      <Waiting
        id="kiem-tra"
        title={`Chưa kiểm tra năm ${year}`}
        all="/dien-hinh?thieu_kiem_tra=1"
        list={work.checks}
        anchor="kiem-tra"
      />
      <Waiting
        id="chua-de-nghi"
        title="Đã phát hiện, chưa đề nghị"
        all="/dien-hinh?trang_thai=found"
        list={work.found}
      />
      <Pairs list={work.pairs} />
      <Drafts drafts={work.drafts} />
      {isEmpty(work) ? <NothingToDo mayRecord={mayRecord} /> : null}
    </>
  );
}

const lists = ({ drafts: _drafts, ...work }: MyWork): Capped<unknown>[] => Object.values(work);

const isEmpty = (work: MyWork): boolean =>
  work.drafts.length === 0 && lists(work).every((list) => list.total === 0);

/** 'Quá hạn 3 việc, trả lại 1 hồ sơ.' */
function summary(work: MyWork): string | null {
  const waiting: [Capped<unknown>, string][] = [
    [work.due, 'nhiệm vụ đến hạn'],
    [work.papers, 'văn bản trên bàn'],
    [work.opinions, 'nơi xin ý kiến'],
    [work.questions, 'câu hỏi chờ trả lời'],
    [work.voices, 'ý kiến của người có tên'],
    [work.leads, 'lời giới thiệu'],
    [work.overdue, 'việc đã hứa quá hạn'],
    [work.returned, 'hồ sơ bị trả lại'],
    [work.proposals, 'đề nghị chờ quyết định'],
    [work.checks, 'điển hình chưa kiểm tra năm nay'],
  ];
  const words = waiting
    .filter(([list]) => list.total !== 0)
    .map(([list, what]) => `${totalInWords(list.total)} ${what}`);
  return words.length > 0 ? `${words.join(', ')}.` : null;
}

function NothingToDo({ mayRecord }: { mayRecord: boolean }) {
  return (
    <EmptyState
      title="Hiện không có việc nào chờ bạn"
      action={
        mayRecord ? (
          <ButtonLink href="/dien-hinh/moi" kind="primary" icon="plus">
            Ghi nhận điển hình
          </ButtonLink>
        ) : (
          <ButtonLink href="/dien-hinh">Xem danh sách điển hình</ButtonLink>
        )
      }
    >
      Ở đây sẽ có nhiệm vụ đến hạn, văn bản trên bàn, hồ sơ bị trả lại kèm lý do, việc chờ bạn quyết định và
      điển hình chưa kiểm tra trong năm.
    </EmptyState>
  );
}
