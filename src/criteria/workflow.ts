import type { Role } from '../identity/actor.ts';
import type { Workflow } from '../workflow/table.ts';

export type SetState = 'draft' | 'in_use' | 'ended';
export type SetAction = 'publish' | 'end';

/** What must hold before a step; `set-rules.ts` judges each of them. */
export type SetGuard =
  | 'has_basis'
  | 'has_day'
  | 'has_criteria'
  | 'groups_filled'
  | 'norms_named'
  | 'marks_in_reach'
  | 'alone_on_its_days';

/**
 * The life of one edition of a criteria set. Only a draft is edited; what is in use never changes, because assessments
 * were made with it: another edition follows it.
 */
export const setWorkflow = {
  states: {
    draft: { name: 'bản nháp', publicName: null, tone: 'neutral' },
    in_use: { name: 'đang dùng', publicName: 'đang dùng', tone: 'good' },
    ended: { name: 'đã thôi dùng', publicName: 'đã thôi dùng', tone: 'stopped' },
  },
  actions: {
    publish: { label: 'Đưa vào dùng', reason: 'none', kind: 'primary' },
    end: { label: 'Thôi dùng', reason: 'required', kind: 'danger' },
  },
  steps: [
    {
      action: 'publish',
      from: ['draft'],
      to: 'in_use',
      who: ['standing', 'admin'],
      must: [
        'has_basis',
        'has_day',
        'has_criteria',
        'groups_filled',
        'norms_named',
        'marks_in_reach',
        'alone_on_its_days',
      ],
    },
    { action: 'end', from: ['in_use'], to: 'ended', who: ['standing', 'admin'], must: [] },
  ],
} as const satisfies Workflow<SetState, SetAction, Role, SetGuard>;

export const SET_GUARD_NAMES: Record<SetGuard, string> = {
  has_basis: 'có căn cứ pháp lý',
  has_day: 'có ngày bắt đầu áp dụng',
  has_criteria: 'có ít nhất một tiêu chí bắt buộc hoặc điều kiện loại',
  groups_filled: 'nhóm nào cũng có đủ tiêu chí, tiêu chí trong nhóm tính điểm có điểm tối đa',
  norms_named: 'tiêu chí gấp nhiều lần đã chọn định mức',
  marks_in_reach: 'điểm chuẩn không vượt tổng điểm',
  alone_on_its_days: 'không có lần khác cùng áp dụng vào những ngày đó',
};
