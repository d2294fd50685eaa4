import type { Role } from '../identity/actor.ts';
import type { Workflow } from '../workflow/table.ts';

export type ListState = 'open' | 'applied';
export type ListAction = 'prepare' | 'apply';
/** What must hold before a list is applied; `rules.ts` judges it. */
export type ListGuard = 'not_empty' | 'each_allowed';

/** A list of decisions: prepared one by one by several officers, then applied as one. */
export const listWorkflow = {
  states: {
    open: { name: 'đang chuẩn bị', publicName: null, tone: 'progress' },
    applied: { name: 'đã áp dụng', publicName: null, tone: 'good' },
  },
  actions: {
    prepare: { label: 'Chuẩn bị quyết định', reason: 'none', kind: 'secondary' },
    apply: { label: 'Áp dụng cả danh sách', reason: 'none', kind: 'primary' },
  },
  steps: [
    { action: 'prepare', from: ['open'], to: 'open', who: ['lead', 'standing'], must: [] },
    {
      action: 'apply',
      from: ['open'],
      to: 'applied',
      who: ['lead', 'standing'],
      must: ['not_empty', 'each_allowed'],
    },
  ],
} as const satisfies Workflow<ListState, ListAction, Role, ListGuard>;
