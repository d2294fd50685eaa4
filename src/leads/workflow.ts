import type { Role } from '../identity/actor.ts';
import type { Workflow } from '../workflow/table.ts';

export type LeadState =
  | 'received'
  | 'asked'
  | 'verified'
  | 'opened'
  | 'merged'
  | 'refused'
  | 'quarantined'
  | 'withdrawn';

export type LeadAction =
  | 'verify'
  | 'ask'
  | 'open'
  | 'merge'
  | 'refuse'
  | 'quarantine'
  | 'release'
  | 'reopen'
  | 'answer'
  | 'add'
  | 'withdraw';

/** Who acts on a lead: officers by their roles over it, an office that was asked, and whoever proposed it. */
export type LeadRole = Role | 'asked_office' | 'proposer';

/** What must hold before a step; `rules.ts` judges it. */
export type LeadGuard = 'not_found_untrue';

/**
 * From a citizen's words to a registration. `opened` and `withdrawn` are the end; what was refused or merged may be
 * taken up again. The proposer is never told that their words were held for rubbish.
 */
export const leadWorkflow = {
  states: {
    received: { name: 'mới nhận', publicName: 'Đã nhận', tone: 'neutral' },
    asked: { name: 'đang hỏi thêm', publicName: 'Đang xác minh', tone: 'progress' },
    verified: { name: 'đã xác minh', publicName: 'Đang xác minh', tone: 'good' },
    opened: { name: 'đã lập hồ sơ', publicName: 'Đã lập hồ sơ', tone: 'honour' },
    merged: { name: 'đã gộp', publicName: 'Đã có hồ sơ', tone: 'good' },
    refused: { name: 'không tiếp nhận', publicName: 'Không tiếp nhận', tone: 'stopped' },
    quarantined: { name: 'nghi rác', publicName: 'Đã nhận', tone: 'warn' },
    withdrawn: { name: 'người giới thiệu đã rút', publicName: 'Bạn đã rút lời giới thiệu', tone: 'stopped' },
  },
  actions: {
    verify: { label: 'Ghi kết quả xác minh', reason: 'none', kind: 'primary' },
    ask: { label: 'Hỏi thêm', reason: 'none', kind: 'secondary' },
    open: { label: 'Lập hồ sơ điển hình', reason: 'none', kind: 'primary' },
    merge: { label: 'Gộp vào nơi đã có', reason: 'required', kind: 'secondary' },
    // two wordings: one for the proposer, one for the office
    refuse: { label: 'Không tiếp nhận', reason: 'required', kind: 'danger' },
    quarantine: { label: 'Để riêng vì nghi rác', reason: 'required', kind: 'danger' },
    release: { label: 'Không phải rác', reason: 'none', kind: 'primary' },
    reopen: { label: 'Xem xét lại', reason: 'required', kind: 'secondary' },
    answer: { label: 'Trả lời', reason: 'none', kind: 'primary' },
    add: { label: 'Bổ sung', reason: 'none', kind: 'primary' },
    withdraw: { label: 'Rút lời giới thiệu', reason: 'none', kind: 'danger' },
  },
  steps: [
    {
      action: 'verify',
      from: ['received', 'asked', 'verified'],
      to: 'verified',
      who: ['unit', 'standing'],
      must: [],
    },
    {
      action: 'ask',
      from: ['received', 'asked', 'verified'],
      to: 'asked',
      who: ['unit', 'standing'],
      must: [],
    },
    {
      action: 'open',
      from: ['verified'],
      to: 'opened',
      who: ['unit', 'standing'],
      must: ['not_found_untrue'],
    },
    {
      action: 'merge',
      from: ['received', 'asked', 'verified'],
      to: 'merged',
      who: ['unit', 'standing'],
      must: [],
    },
    {
      action: 'refuse',
      from: ['received', 'asked', 'verified', 'quarantined'],
      to: 'refused',
      who: ['unit', 'standing'],
      must: [],
    },
    {
      action: 'quarantine',
      from: ['received', 'asked', 'verified'],
      to: 'quarantined',
      who: ['unit', 'standing'],
      must: [],
    },
    { action: 'release', from: ['quarantined'], to: 'received', who: ['unit', 'standing'], must: [] },
    { action: 'reopen', from: ['refused', 'merged'], to: 'received', who: ['unit', 'standing'], must: [] },
    { action: 'answer', from: ['received', 'asked'], to: 'received', who: ['asked_office'], must: [] },
    { action: 'answer', from: ['verified'], to: 'verified', who: ['asked_office'], must: [] },
    { action: 'add', from: ['received', 'asked'], to: 'received', who: ['proposer'], must: [] },
    { action: 'add', from: ['verified'], to: 'verified', who: ['proposer'], must: [] },
    { action: 'add', from: ['quarantined'], to: 'quarantined', who: ['proposer'], must: [] },
    {
      action: 'withdraw',
      from: ['received', 'asked', 'verified', 'quarantined'],
      to: 'withdrawn',
      who: ['proposer'],
      must: [],
    },
  ],
} as const satisfies Workflow<LeadState, LeadAction, LeadRole, LeadGuard>;

/** Nothing of a lead in one of these waits for anybody. */
export const SETTLED: readonly LeadState[] = ['opened', 'merged', 'refused', 'withdrawn'];
/** Those that wait for an officer, as the list shows them unless another state is asked for. */
export const OPEN: readonly LeadState[] = ['received', 'asked', 'verified'];
