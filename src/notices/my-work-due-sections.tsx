import type { WorkCalendar } from '../calendar/working-days.ts';
import type { DutyItem } from '../duties/queries.ts';
import type { Day } from '../platform/clock.ts';
import type { PaperForMe } from './my-work-due.ts';
import { DueTable, PaperTable } from './my-work-due-tables.tsx';
import type { Capped } from './my-work-queries.ts';
import { WorkSection } from './my-work-sections.tsx';

/** What one's own offices owe, late things first. */
export function Due({ due, today, calendar }: { due: Capped<DutyItem>; today: Day; calendar: WorkCalendar }) {
  if (due.total === 0) return null;
  return (
    <WorkSection
      id="den-han"
      title="Nhiệm vụ đến hạn"
      total={due.total}
      shown={due.items.length}
      all="/nhiem-vu"
    >
      <DueTable items={due.items} today={today} calendar={calendar} />
    </WorkSection>
  );
}

interface PapersProps {
  id: string;
  title: string;
  /** The list of all. */
  all: string;
  list: Capped<PaperForMe>;
  today: Day;
}

/** Papers that wait for somebody of one's own offices. */
export function Papers({ id, title, all, list, today }: PapersProps) {
  if (list.total === 0) return null;
  return (
    <WorkSection id={id} title={title} total={list.total} shown={list.items.length} all={all}>
      <PaperTable papers={list.items} today={today} caption={title} />
    </WorkSection>
  );
}
