export { CONFIRM_WAY_NAMES, CONFIRM_WAYS, type ConfirmWay } from '../exemplars/assisted.ts';

import { ROLE_NAMES } from '../identity/actor.ts';
import type { LeadGuard, LeadRole, LeadState } from './workflow.ts';
import { type LeadAction, leadWorkflow } from './workflow.ts';

/** The words that the office uses for what the code keeps as keys. */

export const LEAD_ROLE_NAMES: Record<LeadRole, string> = {
  ...ROLE_NAMES,
  asked_office: 'Đơn vị được hỏi',
  proposer: 'Người giới thiệu',
};

export const LEAD_GUARD_NAMES: Record<LeadGuard, string> = {
  not_found_untrue: 'lần xác minh gần nhất không ghi là không đúng',
};

export const VERIFY_WAYS = ['visit', 'telephone', 'paper'] as const;
export type VerifyWay = (typeof VERIFY_WAYS)[number];
export const VERIFY_WAY_NAMES: Record<VerifyWay, string> = {
  visit: 'Đến tận nơi',
  telephone: 'Qua điện thoại',
  paper: 'Qua giấy tờ',
};

export const VERIFY_RESULTS = ['so', 'partly', 'not_so'] as const;
export type VerifyResult = (typeof VERIFY_RESULTS)[number];
export const VERIFY_RESULT_NAMES: Record<VerifyResult, string> = {
  so: 'Đúng như lời giới thiệu',
  partly: 'Đúng một phần',
  not_so: 'Không đúng',
};

/** In the middle of a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const stateName = (state: LeadState): string => upperFirst(leadWorkflow.states[state].name);

export const LEADS_PATH = '/loi-gioi-thieu';
export const leadPath = (id: number): string => `${LEADS_PATH}/${id}`;

/** What one's offices were asked. */
export const QUESTIONS_PATH = '/cau-hoi';
export const questionPath = (id: number): string => `${QUESTIONS_PATH}/${id}`;

/** The word of each officer's step in the address below its lead. */
export const STEP_SLUGS: Partial<Record<LeadAction, string>> = {
  verify: 'xac-minh',
  ask: 'hoi-them',
  open: 'lap-ho-so',
  merge: 'gop',
  refuse: 'khong-tiep-nhan',
  quarantine: 'nghi-rac',
  release: 'khong-phai-rac',
  reopen: 'xem-lai',
};
