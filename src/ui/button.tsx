import type { Child } from 'hono/jsx';
import { Icon, type IconName } from './icon.tsx';

/** `primary` is the one strong thing of a screen: use it once. */
export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

interface ButtonLook {
  kind?: ButtonKind | undefined;
  icon?: IconName | undefined;
  /** For rows and heads of sections. */
  small?: boolean | undefined;
  children: Child;
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Id of a form that stands elsewhere. */
  form?: string | undefined;
  /** Another address for the same form. */
  formaction?: string | undefined;
  disabled?: boolean | undefined;
  id?: string | undefined;
}

export interface ButtonLinkProps extends ButtonLook {
  href: string;
  /** Name under which the browser saves the answer. */
  download?: string | undefined;
}

function lookOf({ kind = 'secondary', small }: Pick<ButtonLook, 'kind' | 'small'>): string {
  return `button is-${kind}${small ? ' is-small' : ''}`;
}

/** A button that posts its form unless `type` says otherwise. */
export function Button({ kind, icon, small, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button class={lookOf({ kind, small })} type={type} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ kind, icon, small, children, ...rest }: ButtonLinkProps) {
  return (
    <a class={lookOf({ kind, small })} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

/** The buttons at the end of a form, the first being the main one; on a phone they stand below each other. */
export function ButtonRow({ children }: { children: Child }) {
  return <div class="button-row">{children}</div>;
}
