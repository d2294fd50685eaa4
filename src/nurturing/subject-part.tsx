import type { Day } from '../platform/clock.ts';
import { FileLink } from '../subjects/file-link.tsx';
import { idsWithin, type SubjectInView } from '../subjects/in-view.ts';
import type { SubjectPart } from '../subjects/part.ts';
import { formatDate } from '../ui/format.ts';
import { SubPart } from '../ui/sub-part.tsx';
import { DataTable } from '../ui/table.tsx';
import { CONCLUSION_NAMES, type Conclusion } from './kinds.ts';
import {
  type Check,
  checksOfMany,
  type HelpTask,
  helpTasksOfMany,
  type SupportAction,
  supportActionsOfMany,
} from './queries.ts';
import { ScoreTrend } from './score-trend.tsx';
import { PromiseState } from './support-part.tsx';

/** Checks with their trend, and what was done for the subject, over all its registrations. */
export const subjectCarePart: SubjectPart = {
  id: 'kiem-tra',
  title: 'Bồi dưỡng, kiểm tra và giúp đỡ',
  async render(visit, subject) {
    const { db, clock } = visit.get('deps');
    const ids = idsWithin(subject);
    const [checks, actions, tasks] = await Promise.all([
      checksOfMany(db, ids),
      supportActionsOfMany(db, ids),
      helpTasksOfMany(db, ids),
    ]);
    if (checks.length + actions.length + tasks.length === 0) {
      return <p class="muted">Chưa có hoạt động bồi dưỡng hoặc lần kiểm tra nào.</p>;
    }
    return (
      <>
        {ids.map((id) => (
          <Checks id={id} checks={checks.filter((check) => check.exemplar_id === id)} />
        ))}
        <Promises subject={subject} actions={actions} tasks={tasks} today={clock.today()} />
      </>
    );
  },
};

function Checks({ id, checks }: { id: number; checks: readonly Check[] }) {
  const [latest] = checks;
  if (!latest) return null;
  const { year, conclusion, checked_on: on } = latest;
  return (
    <SubPart
      title={`Kiểm tra ở hồ sơ số ${id}`}
      note={
        <>
          Lần gần nhất: năm {year}, {CONCLUSION_NAMES[conclusion as Conclusion].toLowerCase()} (
          {formatDate(on)}). <a href={`/dien-hinh/${id}#kiem-tra`}>Xem từng lần kiểm tra</a>
        </>
      }
    >
      <ScoreTrend checks={checks} />
    </SubPart>
  );
}

interface PromisesProps {
  subject: SubjectInView;
  actions: readonly SupportAction[];
  tasks: readonly HelpTask[];
  today: Day;
}

/** What was promised to the subject, and what came of it. */
function Promises({ subject, actions, tasks, today }: PromisesProps) {
  const promised = [
    ...actions.map((action) => ({ ...action, why: null })),
    ...tasks.map((task) => ({ ...task, what: task.help, why: task.difficulty })),
  ];
  if (promised.length === 0) return null;
  return (
    <DataTable
      caption="Bồi dưỡng và giúp đỡ"
      columns={[
        { key: 'what', label: 'Việc', width: 'wide' },
        { key: 'owner', label: 'Chịu trách nhiệm' },
        { key: 'due', label: 'Hạn', align: 'end', width: 'narrow' },
        { key: 'state', label: 'Kết quả' },
        { key: 'file', label: 'Hồ sơ' },
      ]}
      rows={promised.map((one) => ({
        what: (
          <>
            {one.what}
            {one.why ? <div class="muted">Khó khăn: {one.why}</div> : null}
          </>
        ),
        owner: one.owner ?? 'chưa rõ',
        due: formatDate(one.due_on),
        state: <PromiseState item={one} today={today} />,
        file: <FileLink subject={subject} id={one.exemplar_id} />,
      }))}
    />
  );
}
