import { ROLE_NAMES, type Role } from '../identity/actor.ts';
import type { Reason } from '../platform/outcome.ts';
import type { ExemplarInView } from './queries.ts';
import { type ExemplarState, exemplarWorkflow } from './workflow.ts';

/** Work on the file of an exemplar that is no step of its life cycle. */
export type Work =
  | 'registration'
  | 'merits'
  | 'endorsement'
  | 'consent'
  | 'assessment'
  | 'nurturing'
  | 'check'
  | 'help';

export const WORK_NAMES: Record<Work, string> = {
  registration: 'Sửa thông tin đăng ký',
  merits: 'Ghi thành tích, minh chứng',
  endorsement: 'Ghi kết quả suy tôn',
  consent: 'Ghi sự đồng ý của điển hình',
  assessment: 'Đánh giá theo tiêu chí',
  nurturing: 'Ghi hoạt động bồi dưỡng',
  check: 'Kiểm tra, đánh giá',
  help: 'Ghi việc giúp đỡ',
};

const NOBODY: readonly Role[] = [];
const STANDING: readonly Role[] = ['standing'];
const DECIDERS: readonly Role[] = ['lead', 'standing'];
const ALL: readonly Role[] = ['unit', 'lead', 'standing'];

/**
 * Who may do which work in which state. While a proposal lies before the deciding office (`proposed`, `waiting`)
 * the unit adds what is asked for but no longer changes what it proposed; a held file belongs to the standing
 * body; a closed one must be reopened first. Consent is the subject's own: it can be given or taken back always.
 */
export const WORK_TABLE: Record<Work, Record<ExemplarState, readonly Role[]>> = {
  registration: row({ open: ALL, decided: DECIDERS, cared: DECIDERS, held: STANDING }),
  merits: row({ open: ALL, decided: DECIDERS, cared: ALL, held: STANDING }),
  endorsement: row({ open: ALL, decided: ALL, cared: DECIDERS, held: STANDING }),
  consent: row({ open: ALL, decided: ALL, cared: ALL, held: ALL, closed: ALL }),
  assessment: row({ open: ALL, decided: DECIDERS, cared: DECIDERS, held: STANDING }),
  nurturing: row({ open: ALL, decided: ALL, cared: ALL, held: STANDING }),
  check: row({ open: NOBODY, decided: NOBODY, cared: ALL, held: STANDING }),
  help: row({ open: NOBODY, decided: NOBODY, cared: ALL, held: ALL }),
};

interface Phases {
  /** Being put together: found, returned. */
  open: readonly Role[];
  /** Before the deciding office: proposed, waiting. */
  decided: readonly Role[];
  /** Cared for: nurtured, recognised, honoured. */
  cared: readonly Role[];
  held: readonly Role[];
  /** Declined, withdrawn, lapsed. */
  closed?: readonly Role[];
}

function row(phases: Phases): Record<ExemplarState, readonly Role[]> {
  const { open, decided, cared, held, closed = NOBODY } = phases;
  return {
    found: open,
    returned: open,
    proposed: decided,
    waiting: decided,
    nurtured: cared,
    recognised: cared,
    honoured: cared,
    held,
    declined: closed,
    withdrawn: closed,
    lapsed: closed,
  };
}

/** Why this work may not be done on the exemplar now by the one who sees it; null when it may. */
export function refusalToWork(exemplar: Pick<ExemplarInView, 'state' | 'roles'>, work: Work): Reason | null {
  const may = WORK_TABLE[work][exemplar.state];
  if (may.some((role) => exemplar.roles.has(role))) return null;
  return may.length === 0 ? wrongState(exemplar.state, work) : wrongRole(exemplar.state, work, may);
}

const nameOf = (state: ExemplarState): string => `“${exemplarWorkflow.states[state].name}”`;

function wrongState(state: ExemplarState, work: Work): Reason {
  const states = Object.keys(exemplarWorkflow.states) as ExemplarState[];
  const possible = states.filter((one) => WORK_TABLE[work][one].length > 0).map(nameOf);
  return {
    rule: 'wrong_state',
    sentence: `Không thể “${WORK_NAMES[work]}” khi hồ sơ ở trạng thái ${nameOf(state)}; chỉ làm được khi ở trạng thái ${possible.join(', ')}.`,
  };
}

function wrongRole(state: ExemplarState, work: Work, may: readonly Role[]): Reason {
  const names = may.map((role) => ROLE_NAMES[role]).join(', ');
  return {
    rule: 'wrong_role',
    sentence: `Khi hồ sơ ở trạng thái ${nameOf(state)}, việc “${WORK_NAMES[work]}” do ${names} có thẩm quyền với hồ sơ này thực hiện; tài khoản của bạn không giữ vai trò đó.`,
  };
}
