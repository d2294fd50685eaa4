import type { Reason } from '../platform/outcome.ts';

/**
 * A workflow is one typed table: its states, its actions, and the steps that lead from state to state. Buttons,
 * guards, messages, the drawing and the tests read the same table. Nothing here knows a noun of the office.
 */
export interface Workflow<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
> {
  states: Record<State, StateDef>;
  actions: Record<Action, ActionDef>;
  steps: readonly Step<State, Action, Role, Guard>[];
}

export interface StateDef {
  /** Name for staff: 'đang bồi dưỡng'. */
  name: string;
  /** Name in public, or null when the public does not see things in this state. */
  publicName: string | null;
  tone: 'neutral' | 'progress' | 'good' | 'honour' | 'warn' | 'stopped';
}

export interface ActionDef {
  /** The verb on the button: 'Chọn bồi dưỡng'. */
  label: string;
  /** Must a reason be written? */
  reason: 'required' | 'none';
  kind: 'primary' | 'secondary' | 'danger';
}

export interface Step<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
> {
  action: Action;
  from: readonly State[];
  /** `before_hold`: back to where the thing was before it was held. */
  to: State | 'before_hold';
  who: readonly Role[];
  must: readonly Guard[];
}

/** The judgement of each guard about one thing: null when it holds, else why not. */
export type Judgements<Guard extends string> = Record<Guard, Reason | null>;

export interface Attempt<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
> {
  state: State;
  action: Action;
  /** Roles that the actor holds over this very thing. */
  roles: ReadonlySet<Role>;
  judgements: Judgements<Guard>;
  /** A written reason lets the overridable rules pass. */
  overrideReason: string | null;
}

export type Verdict<To extends string> =
  | { allowed: true; to: To; overridden: string[] }
  | { allowed: false; reasons: Reason[] };

/**
 * May this be done now, and where does it lead? Answers with *why not*, all reasons at once: first whether the
 * action exists in this state, then who may do it, then what must hold.
 */
export function tryStep<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
>(
  table: Workflow<State, Action, Role, Guard>,
  roleNames: Record<Role, string>,
  attempt: Attempt<State, Action, Role, Guard>,
): Verdict<State | 'before_hold'> {
  const here = table.steps.filter(
    (step) => step.action === attempt.action && step.from.includes(attempt.state),
  );
  if (here.length === 0) return refusedBecause(wrongState(table, attempt));
  const step = here.find((candidate) => candidate.who.some((role) => attempt.roles.has(role)));
  if (!step) return refusedBecause(wrongRole(table, roleNames, attempt.action, here));
  const unmet = step.must.flatMap((guard) => attempt.judgements[guard] ?? []);
  const blocking = attempt.overrideReason ? unmet.filter((reason) => !reason.mayOverride) : unmet;
  if (blocking.length > 0) return { allowed: false, reasons: unmet };
  return { allowed: true, to: step.to, overridden: unmet.map((reason) => reason.rule) };
}

/** The actions that the table offers in a state to somebody with these roles, in the order of the table. */
export function offeredActions<
  State extends string,
  Action extends string,
  Role extends string,
  Guard extends string,
>(table: Workflow<State, Action, Role, Guard>, state: State, roles: ReadonlySet<Role>): Action[] {
  const offered = table.steps
    .filter((step) => step.from.includes(state) && step.who.some((role) => roles.has(role)))
    .map((step) => step.action);
  return [...new Set(offered)];
}

const refusedBecause = (reason: Reason): { allowed: false; reasons: Reason[] } => ({
  allowed: false,
  reasons: [reason],
});

function wrongState<State extends string, Action extends string, Role extends string, Guard extends string>(
  table: Workflow<State, Action, Role, Guard>,
  attempt: Attempt<State, Action, Role, Guard>,
): Reason {
  const from = table.steps.filter((step) => step.action === attempt.action).flatMap((step) => step.from);
  const names = [...new Set(from)].map((state) => `“${table.states[state].name}”`).join(', ');
  return {
    rule: 'wrong_state',
    sentence: `Không thể “${table.actions[attempt.action].label}” khi hồ sơ ở trạng thái “${table.states[attempt.state].name}”; chỉ làm được khi ở trạng thái ${names}.`,
  };
}

function wrongRole<State extends string, Action extends string, Role extends string, Guard extends string>(
  table: Workflow<State, Action, Role, Guard>,
  roleNames: Record<Role, string>,
  action: Action,
  steps: readonly Step<State, Action, Role, Guard>[],
): Reason {
  const names = [...new Set(steps.flatMap((step) => step.who))].map((role) => roleNames[role]).join(', ');
  return {
    rule: 'wrong_role',
    sentence: `Việc “${table.actions[action].label}” do ${names} có thẩm quyền với hồ sơ này thực hiện; tài khoản của bạn không giữ vai trò đó.`,
  };
}
