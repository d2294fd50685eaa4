import type { Child } from 'hono/jsx';
import type { HistoryEntry } from '../audit/timeline.ts';
import { DeskLine } from '../desks/desk-line.tsx';
import { ReturnMark, ReturnReasons } from '../desks/return-form.tsx';
import type { PaperReturn } from '../desks/returns.ts';
import type { OfficeInTree } from '../offices/tree.ts';
import type { Day } from '../platform/clock.ts';
import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import { ButtonLink } from '../ui/button.tsx';
import { LifeLine, type LifeStep } from '../ui/life-line.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { type MissingItem, MissingList, Section } from '../ui/panel.tsx';
import { History } from '../web/history.tsx';
import type { ExemplarInView } from './queries.ts';
import { progressInWords, RegisterList } from './register-list.tsx';
import { registerPath } from './register-steps.ts';
import type { RegisterTask } from './register-tasks.ts';
import { RETURN_PARTS, SECTION_OF_PART } from './return-parts.ts';
import { RegistrationFacts } from './show-facts.tsx';
import { ExemplarStateTag, SampleMark } from './show-marks.tsx';
import { StepsPanel } from './show-steps.tsx';
import type { AvailableStep, StepOfOthers } from './steps-available.ts';
import type { ExemplarState } from './workflow.ts';

export interface ShowProps {
  exemplar: ExemplarInView;
  today: Day;
  /** While it is with its author to be mended: why it came back. */
  returns: readonly PaperReturn[];
  presentOffices: readonly OfficeInTree[];
  /** What the file it was merged into took over, in words. */
  carried: string | null;
  life: readonly LifeStep[];
  steps: { available: readonly AvailableStep[]; others: readonly StepOfOthers[] };
  missing: readonly MissingItem[];
  /** The steps of the registration, while it is being put together; they tell what is missing. */
  tasks: readonly RegisterTask[] | null;
  mayEdit: boolean;
  parts: readonly { id: string; title: string; content: Child }[];
  history: readonly HistoryEntry[];
}

/** One exemplar: its whole life on one page. */
export function ExemplarPage(props: ShowProps) {
  const { exemplar, returns, life, steps, missing, parts, history, mayEdit } = props;
  const edit = mayEdit ? (
    <ButtonLink href={`/dien-hinh/${exemplar.id}/sua`} icon="edit" small>
      Sửa thông tin
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <PageHead
        title={exemplar.subject.fullName}
        crumbs={[{ label: 'Điển hình', href: '/dien-hinh' }, { label: exemplar.subject.fullName }]}
        kicker={[SUBJECT_KIND_NAMES[exemplar.subject.kind], exemplar.fieldName ?? 'Chưa rõ lĩnh vực'].join(
          ' · ',
        )}
        tag={
          <>
            <ExemplarStateTag state={exemplar.state} /> {'\u2003'}
            <SampleMark shown={exemplar.isSample} />
          </>
        }
        lead={
          <>
            {exemplar.title ? <p>{exemplar.title}</p> : null}
            <p>
              {exemplar.officeName} · <a href={`/chu-the/${exemplar.subject.id}`}>Mọi điều về chủ thể này</a>
            </p>
          </>
        }
      />
      <LifeLine steps={life} />
      <DeskLine stay={exemplar.stay} today={props.today} />
      {returns.length > 0 ? <ReturnReasons returns={returns} /> : <WhyHere {...props} />}
      <div class={missing.length > 0 ? 'split' : undefined}>
        <StepsPanel id={exemplar.id} {...steps} />
        <div>
          <MissingList items={missing} />
        </div>
      </div>
      {props.tasks ? (
        <Section
          id="cac-buoc"
          title="Các bước đăng ký"
          intro={<RegisterIntro id={exemplar.id} tasks={props.tasks} />}
        >
          <RegisterList id={exemplar.id} tasks={props.tasks} mayWrite={mayEdit} />
        </Section>
      ) : null}
      <Section id="dang-ky" title="Thông tin đăng ký" actions={edit}>
        <Marks section="dang-ky" returns={returns} />
        <RegistrationFacts exemplar={exemplar} presentOffices={props.presentOffices} />
      </Section>
      {parts.map((part) => (
        <Section id={part.id} title={part.title}>
          <Marks section={part.id} returns={returns} />
          {part.content}
        </Section>
      ))}
      <Section id="lich-su" title="Lịch sử">
        {history.length > 0 ? (
          <History entries={history} />
        ) : (
          <p class="muted">Chưa có thay đổi nào được ghi.</p>
        )}
      </Section>
    </>
  );
}

function RegisterIntro({ id, tasks }: { id: number; tasks: readonly RegisterTask[] }) {
  return (
    <p>
      {progressInWords(tasks)}. <a href={registerPath(id)}>Làm lần lượt từng bước</a>, hoặc in{' '}
      <a href={`/dien-hinh/${id}/phieu.pdf`}>phiếu giấy (PDF)</a> để điền rồi nhập sau.
    </p>
  );
}

/** What is to be mended in a section, beside what it is about. */
function Marks({ section, returns }: { section: string; returns: readonly PaperReturn[] }) {
  const here = RETURN_PARTS.filter(({ field }) => SECTION_OF_PART[field] === section);
  return (
    <>
      {here.map(({ field }) => (
        <ReturnMark returns={returns} field={field} />
      ))}
    </>
  );
}

const REASON_TITLES: Partial<Record<ExemplarState, string>> = {
  returned: 'Trả lại để bổ sung',
  waiting: 'Trong danh sách chờ',
  held: 'Tạm dừng để xác minh',
  declined: 'Không chọn',
  withdrawn: 'Đã rút',
  lapsed: 'Không còn là điển hình',
};

/** Why it came back, waits or stopped: the first thing to know. */
function WhyHere({ exemplar, carried }: Pick<ShowProps, 'exemplar' | 'carried'>) {
  const title = REASON_TITLES[exemplar.state];
  if (!title) return null;
  return (
    <Notice tone="warn" title={exemplar.mergedIntoId ? 'Đã gộp vào hồ sơ khác' : title}>
      {exemplar.lastReason ? <p>{exemplar.lastReason}</p> : null}
      {exemplar.mergedIntoId ? (
        <p>
          Hồ sơ được giữ: <a href={`/dien-hinh/${exemplar.mergedIntoId}`}>hồ sơ số {exemplar.mergedIntoId}</a>
          {carried ? `, đã nhận ${carried}` : ''}.
        </p>
      ) : null}
    </Notice>
  );
}
