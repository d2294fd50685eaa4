import type { Role } from '../identity/actor.ts';
import { EXEMPLAR_STATES } from '../subjects/exemplar-states.ts';
import type { Workflow } from '../workflow/table.ts';

export type ExemplarState =
  | 'found'
  | 'proposed'
  | 'returned'
  | 'waiting'
  | 'nurtured'
  | 'recognised'
  | 'honoured'
  | 'held'
  | 'declined'
  | 'withdrawn'
  | 'lapsed';

export type ExemplarAction =
  | 'propose'
  | 'refuse'
  | 'merge'
  | 'return'
  | 'choose'
  | 'wait'
  | 'decline'
  | 'recognise'
  | 'honour'
  | 'hold'
  | 'resume'
  | 'withdraw'
  | 'lapse'
  | 'reopen';

/** What must hold before a step; `rules.ts` judges each of them. */
export type Guard =
  | 'has_plan'
  | 'has_field'
  | 'has_breadth'
  | 'has_statement'
  | 'has_achievement'
  | 'endorsed'
  | 'criteria_met'
  | 'criteria_known'
  | 'nurturing_planned'
  | 'consented'
  | 'quota_room'
  | 'checked'
  | 'higher_level'
  | 'not_own_proposal'
  | 'on_desk'
  | 'returned_once'
  | 'opinions_in'
  | 'voices_answered';

/** The life of an exemplar, from discovery to honour, as one table. */
export const exemplarWorkflow = {
  states: EXEMPLAR_STATES,
  actions: {
    propose: { label: 'Đề nghị', reason: 'none', kind: 'primary' },
    refuse: { label: 'Từ chối giới thiệu', reason: 'required', kind: 'danger' },
    merge: { label: 'Gộp vào hồ sơ khác', reason: 'required', kind: 'secondary' },
    return: { label: 'Trả lại để bổ sung', reason: 'required', kind: 'secondary' },
    choose: { label: 'Chọn bồi dưỡng', reason: 'none', kind: 'primary' },
    wait: { label: 'Đưa vào danh sách chờ', reason: 'required', kind: 'secondary' },
    decline: { label: 'Không chọn', reason: 'required', kind: 'danger' },
    recognise: { label: 'Công nhận', reason: 'none', kind: 'primary' },
    honour: { label: 'Tôn vinh', reason: 'none', kind: 'primary' },
    hold: { label: 'Tạm dừng để xác minh', reason: 'required', kind: 'danger' },
    resume: { label: 'Cho tiếp tục', reason: 'required', kind: 'primary' },
    withdraw: { label: 'Rút hồ sơ', reason: 'required', kind: 'danger' },
    lapse: { label: 'Ghi nhận không còn là điển hình', reason: 'required', kind: 'danger' },
    reopen: { label: 'Mở lại hồ sơ', reason: 'required', kind: 'secondary' },
  },
  steps: [
    {
      action: 'propose',
      from: ['found', 'returned'],
      to: 'proposed',
      who: ['unit', 'lead', 'standing'],
      must: ['has_plan', 'has_field', 'has_breadth', 'has_statement', 'has_achievement'],
    },
    { action: 'refuse', from: ['found'], to: 'declined', who: ['unit', 'lead', 'standing'], must: [] },
    { action: 'merge', from: ['found'], to: 'declined', who: ['unit', 'lead', 'standing'], must: [] },
    {
      action: 'return',
      from: ['proposed'],
      to: 'returned',
      who: ['lead', 'standing'],
      must: ['on_desk', 'returned_once'],
    },
    {
      action: 'choose',
      from: ['proposed', 'waiting'],
      to: 'nurtured',
      who: ['lead', 'standing'],
      must: [
        'endorsed',
        'criteria_met',
        'criteria_known',
        'nurturing_planned',
        'consented',
        'quota_room',
        'not_own_proposal',
        'on_desk',
        'opinions_in',
        'voices_answered',
      ],
    },
    { action: 'wait', from: ['proposed'], to: 'waiting', who: ['lead', 'standing'], must: ['on_desk'] },
    {
      action: 'decline',
      from: ['proposed', 'waiting'],
      to: 'declined',
      who: ['lead', 'standing'],
      must: ['on_desk', 'opinions_in'],
    },
    {
      action: 'recognise',
      from: ['nurtured', 'recognised'],
      to: 'recognised',
      who: ['leader'],
      must: ['checked', 'consented', 'higher_level', 'not_own_proposal', 'voices_answered'],
    },
    {
      action: 'honour',
      from: ['recognised', 'honoured'],
      to: 'honoured',
      who: ['leader'],
      must: ['consented', 'not_own_proposal', 'voices_answered'],
    },
    {
      action: 'hold',
      from: ['proposed', 'nurtured', 'recognised', 'honoured'],
      to: 'held',
      who: ['standing', 'lead', 'leader'],
      must: [],
    },
    { action: 'resume', from: ['held'], to: 'before_hold', who: ['standing', 'leader'], must: [] },
    { action: 'withdraw', from: ['returned'], to: 'withdrawn', who: ['unit', 'lead', 'standing'], must: [] },
    {
      action: 'withdraw',
      from: ['nurtured', 'recognised', 'honoured', 'held'],
      to: 'withdrawn',
      who: ['standing', 'leader'],
      must: [],
    },
    {
      action: 'lapse',
      from: ['nurtured', 'recognised', 'honoured'],
      to: 'lapsed',
      who: ['lead', 'standing'],
      must: [],
    },
    {
      action: 'reopen',
      from: ['declined', 'withdrawn', 'lapsed'],
      to: 'found',
      who: ['standing', 'lead'],
      must: [],
    },
  ],
} as const satisfies Workflow<ExemplarState, ExemplarAction, Role, Guard>;
