import type { StateShape, Tone } from '../ui/state-tag.tsx';
import { type Task, TaskList } from '../ui/task-list.tsx';
import { stepPagePath } from './register-steps.ts';
import { progressOf, type RegisterTask, type TaskState } from './register-tasks.ts';

const STATES: Record<TaskState, { tone: Tone; word: string; shape?: StateShape }> = {
  done: { tone: 'good', word: 'xong' },
  missing: { tone: 'warn', word: 'còn thiếu' },
  advised: { tone: 'progress', word: 'nên bổ sung' },
  if_any: { tone: 'neutral', word: 'nếu có' },
  not_needed: { tone: 'neutral', word: 'không cần', shape: 'dash' },
};

const BEFORE: Record<NonNullable<RegisterTask['before']>, string> = {
  propose: 'Cần trước khi đề nghị',
  choose: 'Cần trước khi chọn bồi dưỡng',
};

interface ListProps {
  id: number;
  tasks: readonly RegisterTask[];
  /** Without it the rows lead nowhere: the file is not one's own to write. */
  mayWrite: boolean;
}

/** Every step of the registration with how it stands and what it still needs. */
export function RegisterList({ id, tasks, mayWrite }: ListProps) {
  return (
    <TaskList
      label="Các bước đăng ký"
      tasks={tasks.map(
        ({ key, title, state, before, missing }): Task => ({
          title,
          href: mayWrite ? stepPagePath(id, key) : undefined,
          hint: hintOf(state, before),
          state: STATES[state],
          missing,
        }),
      )}
    />
  );
}

function hintOf(state: TaskState, before: RegisterTask['before']): string | undefined {
  if (state === 'not_needed') return 'Lĩnh vực này không có tiêu chí cho loại chủ thể này.';
  if (state === 'missing' && before) return BEFORE[before];
  return undefined;
}

/** 'Xong 7 trên 11 bước'. */
export function progressInWords(tasks: readonly RegisterTask[]): string {
  const { done, asked } = progressOf(tasks);
  return `Xong ${done} trên ${asked} bước`;
}
