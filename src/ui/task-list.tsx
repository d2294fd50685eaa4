import { type StateShape, StateTag, type Tone } from './state-tag.tsx';

export interface Task {
  title: string;
  href?: string | undefined;
  hint?: string | undefined;
  state: { tone: Tone; word: string; shape?: StateShape | undefined };
  /** What this step still needs, one sentence each. */
  missing?: readonly string[] | undefined;
}

/** The steps of a long form and what each still needs. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ol class="tasks" aria-label={label}>
      {tasks.map((task) => (
        <li class="task">
          <div class="task-text">
            <p class="task-title">{task.href ? <a href={task.href}>{task.title}</a> : task.title}</p>
            {task.hint ? <p class="task-hint">{task.hint}</p> : null}
            {task.missing && task.missing.length > 0 ? (
              <ul class="task-missing">
                {task.missing.map((sentence) => (
                  <li>{sentence}</li>
                ))}
              </ul>
            ) : null}
          </div>
          <StateTag {...task.state} />
        </li>
      ))}
    </ol>
  );
}
