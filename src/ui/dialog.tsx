import type { Child } from 'hono/jsx';
import type { ButtonKind } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

export interface DialogProps {
  /** Words of the button that opens it. */
  trigger: string;
  /** The question, e.g. "Trả lại hồ sơ này?". */
  title: string;
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  /** Of several with one group only one is open. */
  group?: string | undefined;
  /** Open from the start, e.g. when the answer had errors. */
  open?: boolean | undefined;
  /** What will happen, and the form. */
  children: Child;
}

/** A step that asks before it acts: it unfolds in its place, so that it works without JavaScript. */
export function Dialog({ trigger, title, kind = 'secondary', icon, group, open, children }: DialogProps) {
  return (
    <details class="dialog" name={group} open={open}>
      <summary class={`button is-${kind}`}>
        {icon ? <Icon name={icon} /> : null}
        {trigger}
        <Icon name="chevron-down" size={16} class="dialog-turn" />
      </summary>
      <div class="dialog-body">
        <p class="dialog-title">{title}</p>
        {children}
      </div>
    </details>
  );
}
