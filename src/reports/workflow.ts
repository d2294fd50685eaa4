import type { Side } from '../desks/sides.ts';
import type { Workflow } from '../workflow/table.ts';

export type ReportState = 'draft' | 'submitted' | 'returned' | 'accepted';
export type ReportAction = 'submit' | 'accept' | 'return' | 'reopen';

/** What must hold before a step; `rules.ts` judges each of them. */
export type ReportGuard =
  | 'parts_written'
  | 'closing_reached'
  | 'below_decided'
  | 'not_own_submission'
  | 'opinions_in'
  | 'returned_once';

/** The life of a report between the office that writes it and the one that reads it. */
export const reportWorkflow = {
  states: {
    draft: { name: 'đang soạn', publicName: null, tone: 'progress' },
    submitted: { name: 'đã nộp', publicName: null, tone: 'neutral' },
    returned: { name: 'trả lại bổ sung', publicName: null, tone: 'warn' },
    accepted: { name: 'đã chấp nhận', publicName: null, tone: 'good' },
  },
  actions: {
    submit: { label: 'Nộp báo cáo', reason: 'none', kind: 'primary' },
    accept: { label: 'Chấp nhận báo cáo', reason: 'none', kind: 'primary' },
    // its reasons stand each at its part
    return: { label: 'Trả lại để bổ sung', reason: 'required', kind: 'secondary' },
    reopen: { label: 'Mở lại để sửa', reason: 'required', kind: 'secondary' },
  },
  steps: [
    {
      action: 'submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      who: ['author'],
      must: ['parts_written', 'closing_reached', 'below_decided'],
    },
    {
      action: 'accept',
      from: ['submitted'],
      to: 'accepted',
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
    { action: 'reopen', from: ['accepted'], to: 'returned', who: ['holder', 'above'], must: [] },
  ],
} as const satisfies Workflow<ReportState, ReportAction, Side, ReportGuard>;
