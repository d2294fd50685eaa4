import { UNDER_CARE } from '../exemplars/list-conditions.ts';
import type { ExemplarPart } from '../exemplars/part.ts';
import type { ExemplarInView } from '../exemplars/queries.ts';
import { refusalToWork } from '../exemplars/work-rules.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatDate } from '../ui/format.ts';
import { MissingList } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { CONCLUSION_NAMES, type Conclusion, QUESTION_NAMES, QUESTIONS } from './kinds.ts';
import { type Check, checksOf, datedStatesOf, type HelpTask, helpTasksOf } from './queries.ts';
import { checkDuties, type DatedState, yearsUnderCare } from './rules.ts';
import { ScoreTrend } from './score-trend.tsx';
import { PromiseState } from './support-part.tsx';

/** The yearly checks with their trend, what is missing, and the help that was promised for difficulties. */
export const checksPart: ExemplarPart = {
  id: 'kiem-tra',
  title: 'Kiểm tra, đánh giá và giúp đỡ',
  async render(visit, exemplar) {
    const { db, clock } = visit.get('deps');
    const [checks, tasks, steps] = await Promise.all([
      checksOf(db, exemplar.id),
      helpTasksOf(db, exemplar.id),
      datedStatesOf(db, exemplar.id),
    ]);
    return (
      <>
        <MissingList items={missing(exemplar, checks, steps, clock.today())} />
        {checks.length > 0 ? <ScoreTrend checks={checks} /> : <p class="muted">Chưa kiểm tra lần nào.</p>}
        <div>
          {checks.map((check) => (
            <CheckDetails check={check} />
          ))}
        </div>
        <HelpTable tasks={tasks} exemplar={exemplar} today={clock.today()} />
        <div class="button-row">
          {refusalToWork(exemplar, 'check') === null ? (
            <ButtonLink href={`/dien-hinh/${exemplar.id}/kiem-tra`} icon="plus" small>
              Ghi kết quả kiểm tra
            </ButtonLink>
          ) : null}
          {refusalToWork(exemplar, 'help') === null ? (
            <ButtonLink href={`/dien-hinh/${exemplar.id}/giup-do/moi`} icon="plus" small>
              Thêm khó khăn và việc giúp đỡ
            </ButtonLink>
          ) : null}
        </div>
      </>
    );
  },
};

/** While it is cared for; a file that is closed or held is asked for nothing. */
function missing(
  exemplar: ExemplarInView,
  checks: readonly Check[],
  steps: readonly DatedState[],
  today: string,
): string[] {
  if (!UNDER_CARE.includes(exemplar.state)) return [];
  const checkedYears = checks.map((check) => check.year);
  return checkDuties(yearsUnderCare(steps, UNDER_CARE, today), checkedYears, today)
    .filter(({ duty }) => duty !== 'done')
    .map(({ year, duty }) =>
      duty === 'missing' ? `Năm ${year} không có kiểm tra.` : `Năm ${year} chưa kiểm tra; hạn hết năm.`,
    );
}

function CheckDetails({ check }: { check: Check }) {
  return (
    <Fold
      summary={`Năm ${check.year}: ${CONCLUSION_NAMES[check.conclusion as Conclusion]} (${[formatDate(check.checked_on), check.checkedByName].filter(Boolean).join(', ')})`}
    >
      <dl class="summary">
        {QUESTIONS.map((question) => (
          <div class="summary-row">
            <dt>
              {QUESTION_NAMES[question]}: {check[question]}/5
            </dt>
            <dd>{check[`${question}_words`]}</dd>
          </div>
        ))}
      </dl>
    </Fold>
  );
}

function HelpTable({
  tasks,
  exemplar,
  today,
}: {
  tasks: readonly HelpTask[];
  exemplar: ExemplarInView;
  today: string;
}) {
  if (tasks.length === 0) return null;
  const mayWork = refusalToWork(exemplar, 'help') === null;
  return (
    <DataTable
      caption="Khó khăn và việc giúp đỡ đã hứa"
      columns={[
        { key: 'difficulty', label: 'Khó khăn' },
        { key: 'help', label: 'Việc giúp đỡ' },
        { key: 'owner', label: 'Chịu trách nhiệm' },
        { key: 'due', label: 'Hạn', align: 'end' },
        { key: 'state', label: 'Kết quả' },
        ...(mayWork ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
      ]}
      rows={tasks.map((task) => ({
        difficulty: task.difficulty,
        help: task.help,
        owner: task.owner,
        due: formatDate(task.due_on),
        state: <PromiseState item={task} today={today} />,
        act: task.done_on ? null : (
          <a href={`/dien-hinh/${exemplar.id}/giup-do/${task.id}/ket-qua`}>
            Ghi kết quả<span class="visually-hidden"> {task.help}</span>
          </a>
        ),
      }))}
    />
  );
}
