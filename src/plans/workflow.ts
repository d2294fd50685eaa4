import type { Role } from '../identity/actor.ts';
import type { Workflow } from '../workflow/table.ts';

export type PlanState = 'draft' | 'in_force' | 'closed';
export type PlanAction = 'issue' | 'close' | 'reopen';

/** What must hold before a step; `plan-rules.ts` judges each of them. */
export type PlanGuard =
  | 'has_number'
  | 'has_signer'
  | 'has_stages'
  | 'has_fields'
  | 'well_formed'
  | 'alone_in_its_period'
  | 'nothing_to_decide'
  | 'no_open_amendment';

/** The life of a plan: written, in force, closed. A plan in force changes only by an amendment. */
export const planWorkflow = {
  states: {
    draft: { name: 'dự thảo', publicName: null, tone: 'neutral' },
    in_force: { name: 'đang thực hiện', publicName: 'đang thực hiện', tone: 'progress' },
    closed: { name: 'đã kết thúc', publicName: 'đã kết thúc', tone: 'good' },
  },
  actions: {
    issue: { label: 'Đưa vào thực hiện', reason: 'none', kind: 'primary' },
    close: { label: 'Kết thúc kế hoạch', reason: 'required', kind: 'danger' },
    reopen: { label: 'Mở lại kế hoạch', reason: 'required', kind: 'secondary' },
  },
  steps: [
    {
      action: 'issue',
      from: ['draft'],
      to: 'in_force',
      who: ['standing', 'admin'],
      must: [
        'has_number',
        'has_signer',
        'has_stages',
        'has_fields',
        'well_formed',
        'alone_in_its_period',
        'nothing_to_decide',
      ],
    },
    {
      action: 'close',
      from: ['in_force'],
      to: 'closed',
      who: ['standing', 'admin'],
      must: ['no_open_amendment'],
    },
    {
      action: 'reopen',
      from: ['closed'],
      to: 'in_force',
      who: ['standing', 'admin'],
      must: ['alone_in_its_period'],
    },
  ],
} as const satisfies Workflow<PlanState, PlanAction, Role, PlanGuard>;
