import { addDays } from '../calendar/days.ts';
import type { PlanOfDuties } from '../duties/duty-queries.ts';
import { REMINDER_KINDS } from '../notices/reminder-rules.ts';
import { planCrumbs } from '../plans/plan-crumbs.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { DateField, NumberField, SelectField } from '../ui/field.tsx';
import { FilterBar } from '../ui/filter.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { Section } from '../ui/panel.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { type Asked, FIRST_LIMITS, playHref, STEP_NAMES, STEPS, stepBack, windowEnd } from './asked.ts';
import { BEHAVIOUR_NAMES, BEHAVIOURS } from './behaviour.ts';
import { ClashSections } from './clashes-view.tsx';
import { DaysPlayed, REMINDER_NAMES } from './days-view.tsx';
import { LoadSections } from './load-view.tsx';
import { playedState } from './play.ts';
import type { Played } from './played.ts';

interface PlayPageProps {
  plan: PlanOfDuties;
  asked: Asked;
  played: Played;
}

/** The year of a plan played in advance: the clock, what happens in its window, and where desks clash in the year. */
export function PlayPage({ plan, asked, played }: PlayPageProps) {
  return (
    <>
      <PageHead
        title="Chạy thử một năm"
        crumbs={[
          ...planCrumbs(plan.id, plan.number),
          { label: 'Nhiệm vụ', href: `/ke-hoach/${plan.id}/nhiem-vu` },
          { label: 'Chạy thử' },
        ]}
        kicker={`${plan.kind} ${plan.number}${plan.state === 'draft' ? ', dự thảo' : ''}`}
        actions={
          <ButtonLink href={playHref(plan, asked, {}, '/xlsx')} icon="download">
            Xuất bảng tính
          </ButtonLink>
        }
      />
      <Notice tone="info" title="Đây là bản chạy thử">
        Không có gì rời khỏi trang này: không ai nhận được nhắc việc, không việc nào được ghi lại.
      </Notice>
      <AskForm plan={plan} asked={asked} />
      {played.items.length === 0 ? (
        <EmptyState title="Không có việc nào trong thời gian này">
          Kế hoạch chưa có nhiệm vụ, hoặc nhiệm vụ không đến hạn trong năm đã chọn.
        </EmptyState>
      ) : (
        <>
          <Sums asked={asked} played={played} />
          <Section id="dong-ho" title={windowName(asked)} actions={<Clock plan={plan} asked={asked} />}>
            <DaysPlayed days={played.window} items={played.items} />
          </Section>
          <ClashSections clashes={played.clashes} asked={asked} />
          <LoadSections played={played} asked={asked} />
        </>
      )}
    </>
  );
}

function windowName(asked: Asked): string {
  const end = windowEnd(asked);
  return end === asked.now
    ? `Ngày ${formatDate(asked.now)}`
    : `Từ ${formatDate(asked.now)} đến ${formatDate(end)}`;
}

/** The hands of the clock. */
function Clock({ plan, asked }: Pick<PlayPageProps, 'plan' | 'asked'>) {
  const next = addDays(windowEnd(asked), 1);
  const at = (now: string) => `${playHref(plan, asked, { now })}#dong-ho`;
  return (
    <>
      {asked.now > asked.from ? (
        <ButtonLink href={at(stepBack(asked))} small icon="arrow-left">
          Lùi
        </ButtonLink>
      ) : null}
      {next <= asked.to ? (
        <ButtonLink href={at(next)} small icon="arrow-right">
          Tiến
        </ButtonLink>
      ) : null}
    </>
  );
}

function Sums({ asked, played }: Pick<PlayPageProps, 'asked' | 'played'>) {
  const { items, reminders, clashes } = played;
  const due = items.filter(({ dueOn }) => asked.from <= dueOn && dueOn <= asked.to);
  const late = due.filter((item) => ['late', 'done_late'].includes(playedState(item, asked.to)));
  const sent = Object.values(reminders).reduce((sum, n) => sum + n, 0);
  return (
    <SummaryList
      items={[
        { label: 'Thời gian chạy', value: `${formatDate(asked.from)} – ${formatDate(asked.to)}` },
        { label: 'Các đơn vị', value: BEHAVIOUR_NAMES[asked.behaviour] },
        { label: 'Việc đến hạn', value: formatCount(due.length) },
        { label: 'Muộn hoặc thiếu', value: formatCount(late.length) },
        { label: 'Lượt nhắc sẽ gửi', value: formatCount(sent), note: remindersInWords(reminders) },
        { label: 'Chỗ vướng', value: clashesInWords(clashes) },
      ]}
    />
  );
}

const remindersInWords = (reminders: Played['reminders']): string =>
  REMINDER_KINDS.filter((kind) => reminders[kind] > 0)
    .map((kind) => `${formatCount(reminders[kind])} ${REMINDER_NAMES[kind]}`)
    .join(', ');

/** '3 hạn vào ngày nghỉ, 13 đơn vị dồn việc, 1 nơi nhận dồn việc', each with a link to its list. */
function clashesInWords({ daysOff, weeks, desks }: Played['clashes']) {
  return (
    <>
      <a href="#ngay-nghi">{formatCount(daysOff.length)} hạn vào ngày nghỉ</a>,{' '}
      <a href="#don-vi-don-viec">{formatCount(weeks.length)} lần đơn vị dồn việc</a>,{' '}
      <a href="#noi-nhan-don-viec">{formatCount(desks.length)} lần nơi nhận dồn việc</a>
    </>
  );
}

function AskForm({ plan, asked }: Pick<PlayPageProps, 'plan' | 'asked'>) {
  return (
    <FilterBar action={`/ke-hoach/${plan.id}/chay-thu`}>
      <DateField name="tu" label="Bắt đầu từ ngày" value={asked.from} />
      <SelectField
        name="buoc"
        label="Mỗi bước"
        placeholder={null}
        value={asked.step}
        options={STEPS.map((step) => ({ value: step, label: STEP_NAMES[step] }))}
      />
      <SelectField
        name="cach"
        label="Các đơn vị"
        placeholder={null}
        value={asked.behaviour}
        options={BEHAVIOURS.map((behaviour) => ({ value: behaviour, label: BEHAVIOUR_NAMES[behaviour] }))}
      />
      <NumberField
        name="tuan_nhieu"
        label="Một đơn vị, một tuần: quá"
        value={String(asked.week)}
        hint={`Mặc định ${FIRST_LIMITS.week}`}
      />
      <NumberField
        name="ban_nhieu"
        label="Một nơi nhận, một ngày: quá"
        value={String(asked.desk)}
        hint={`Mặc định ${FIRST_LIMITS.desk}`}
      />
    </FilterBar>
  );
}
