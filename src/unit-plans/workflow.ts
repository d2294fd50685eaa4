import type { Side } from '../desks/sides.ts';
import type { Workflow } from '../workflow/table.ts';

export type UnitPlanState = 'draft' | 'submitted' | 'returned' | 'approved';
export type UnitPlanAction = 'submit' | 'approve' | 'return' | 'amend' | 'drop_amendment';

/** What must hold before a step; `rules.ts` judges each of them. */
export type UnitPlanGuard =
  | 'parts_written'
  | 'plan_in_force'
  | 'within_period'
  | 'not_own_submission'
  | 'opinions_in'
  | 'returned_once'
  | 'has_approved_edition';

/**
 * The life of an office's own plan. The state is that of its newest edition. `amend` opens the next edition as a draft
 * while the approved one stays in force; it gives way on the day on which the next one is approved, and stays what it
 * is when the amendment is dropped.
 */
export const unitPlanWorkflow = {
  states: {
    draft: { name: 'đang soạn', publicName: null, tone: 'progress' },
    submitted: { name: 'đã gửi, chờ duyệt', publicName: null, tone: 'neutral' },
    returned: { name: 'trả lại bổ sung', publicName: null, tone: 'warn' },
    approved: { name: 'đã duyệt', publicName: null, tone: 'good' },
  },
  actions: {
    submit: { label: 'Gửi kế hoạch', reason: 'none', kind: 'primary' },
    approve: { label: 'Duyệt kế hoạch', reason: 'none', kind: 'primary' },
    // its reasons stand each at its part
    return: { label: 'Trả lại để bổ sung', reason: 'required', kind: 'secondary' },
    amend: { label: 'Sửa đổi, bổ sung kế hoạch', reason: 'required', kind: 'secondary' },
    drop_amendment: { label: 'Bỏ lần sửa đổi này', reason: 'required', kind: 'danger' },
  },
  steps: [
    {
      action: 'submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      who: ['author'],
      must: ['parts_written', 'plan_in_force', 'within_period'],
    },
    {
      action: 'approve',
      from: ['submitted'],
      to: 'approved',
      who: ['holder'],
      must: ['not_own_submission', 'opinions_in'],
    },
    {
      action: 'return',
      from: ['submitted'],
      to: 'returned',
      who: ['holder'],
      must: ['not_own_submission', 'returned_once'],
    },
    {
      action: 'amend',
      from: ['approved'],
      to: 'draft',
      who: ['author'],
      must: ['plan_in_force', 'within_period'],
    },
    {
      action: 'drop_amendment',
      from: ['draft', 'returned'],
      to: 'approved',
      who: ['author'],
      must: ['has_approved_edition'],
    },
  ],
} as const satisfies Workflow<UnitPlanState, UnitPlanAction, Side, UnitPlanGuard>;
