import type { Reason } from '../platform/outcome.ts';
import type { Judgements } from '../workflow/table.ts';
import { type DeskFacts, judgeDesk } from './desk-judge.ts';
import { type CriteriaFacts, judgeKnown, judgeMet } from './judge-criteria.ts';
import { judgeVoices, type VoiceFacts } from './judge-voices.ts';
import { LEVEL_NAMES } from './show-words.ts';
import { isHigher, type Level } from './step-effect.ts';
import type { ExemplarState, Guard } from './workflow.ts';

/** What the guards of the life cycle ask about one exemplar; read at once by `guardFacts`. */
export interface ExemplarFacts {
  state: ExemplarState;
  level: Level | null;
  planState: 'draft' | 'in_force' | 'closed' | null;
  fieldName: string | null;
  hasBreadth: boolean;
  hasStatement: boolean;
  achievements: number;
  endorsement: { present: number; agreed: number } | null;
  criteria: CriteriaFacts;
  /** Support actions that somebody is answerable for. */
  ownedSupportActions: number;
  consent: 'standing' | 'withdrawn' | 'none';
  quota: QuotaFacts;
  checks: number;
  /** Accounts that have proposed it since it was last (re)opened. */
  proposers: readonly number[];
  /** The day of its latest step. */
  lastStepOn: string | null;
  /** What the subject said of the file and nobody has answered. */
  voices: VoiceFacts;
  desk: DeskFacts;
}

export interface QuotaFacts {
  /** The most that may be chosen in the field; null without a limit or where this kind of subject does not count. */
  limit: number | null;
  /** How many of the counted kinds the field holds already, held ones included. */
  taken: number;
}

/** What the one who decides brings along. */
export interface Decision {
  accountId: number | null;
  /** The level of a recognition; null while none is chosen yet. */
  level: Level | null;
}

/** Judges every guard: null when it holds, else why not and what to do. */
export function judge(facts: ExemplarFacts, decision: Decision): Judgements<Guard> {
  return {
    has_plan: judgePlan(facts.planState),
    has_field: unless(facts.fieldName !== null, FIELD_MISSING),
    has_breadth: unless(facts.hasBreadth, BREADTH_MISSING),
    has_statement: unless(facts.hasStatement, STATEMENT_MISSING),
    has_achievement: unless(facts.achievements > 0, ACHIEVEMENT_MISSING),
    endorsed: judgeEndorsement(facts.endorsement),
    criteria_met: judgeMet(facts.criteria),
    criteria_known: judgeKnown(facts.criteria),
    nurturing_planned: unless(facts.ownedSupportActions > 0, NURTURING_MISSING),
    consented: judgeConsent(facts.consent),
    quota_room: judgeQuota(facts.quota, facts.fieldName),
    checked: unless(facts.checks > 0, CHECK_MISSING),
    higher_level: judgeLevel(facts, decision.level),
    not_own_proposal: unless(
      decision.accountId === null || !facts.proposers.includes(decision.accountId),
      OWN_PROPOSAL,
    ),
    voices_answered: judgeVoices(facts.voices),
    ...judgeDesk(facts.desk),
  };
}

const unless = (holds: boolean, reason: Reason): Reason | null => (holds ? null : reason);

const FIELD_MISSING: Reason = {
  rule: 'field_missing',
  sentence: 'Chưa chọn lĩnh vực: hãy sửa hồ sơ và chọn một lĩnh vực của kế hoạch.',
};
const BREADTH_MISSING: Reason = {
  rule: 'breadth_missing',
  sentence: 'Chưa ghi là điển hình toàn diện hay từng mặt: hãy sửa hồ sơ và chọn.',
};
const STATEMENT_MISSING: Reason = {
  rule: 'statement_missing',
  sentence: 'Chưa có phần tóm tắt thành tích: hãy sửa hồ sơ và viết.',
};
const ACHIEVEMENT_MISSING: Reason = {
  rule: 'achievement_missing',
  sentence: 'Chưa có thành tích nào: hãy ghi ít nhất một thành tích ở mục “Thành tích”.',
};
const NURTURING_MISSING: Reason = {
  rule: 'nurturing_missing',
  sentence: 'Chưa có hoạt động bồi dưỡng nào có người phụ trách: hãy ghi ở mục “Bồi dưỡng”.',
  mayOverride: true,
};
const CHECK_MISSING: Reason = {
  rule: 'check_missing',
  sentence: 'Chưa có lần kiểm tra, đánh giá nào: hãy ghi ở mục “Kiểm tra, đánh giá và giúp đỡ”.',
  mayOverride: true,
};
const OWN_PROPOSAL: Reason = {
  rule: 'own_proposal',
  sentence:
    'Bạn là người đã đề nghị hồ sơ này nên không được quyết định; hãy để người khác có thẩm quyền quyết định.',
};

function judgePlan(state: ExemplarFacts['planState']): Reason | null {
  if (state === 'in_force') return null;
  if (state === null) {
    return { rule: 'plan_missing', sentence: 'Chưa gắn với kế hoạch nào: hãy sửa hồ sơ và chọn kế hoạch.' };
  }
  const why = state === 'closed' ? 'đã kết thúc' : 'chưa có hiệu lực';
  return {
    rule: 'plan_not_in_force',
    sentence: `Kế hoạch của hồ sơ này ${why}: hãy sửa hồ sơ và chọn kế hoạch đang có hiệu lực.`,
  };
}

function judgeEndorsement(endorsement: ExemplarFacts['endorsement']): Reason | null {
  if (!endorsement) {
    return {
      rule: 'endorsement_missing',
      sentence: 'Chưa có biên bản suy tôn của tập thể: hãy ghi cuộc họp ở mục “Suy tôn”.',
      mayOverride: true,
    };
  }
  if (endorsement.agreed > 0) return null;
  return {
    rule: 'endorsement_rejected',
    sentence: `Cuộc họp suy tôn có ${endorsement.present} người dự nhưng không ai tán thành: hãy xem lại ở mục “Suy tôn”.`,
    mayOverride: true,
  };
}

function judgeConsent(consent: ExemplarFacts['consent']): Reason | null {
  if (consent === 'standing') return null;
  return consent === 'withdrawn'
    ? {
        rule: 'consent_withdrawn',
        sentence: 'Điển hình đã rút lại sự đồng ý đăng ký: chỉ tiếp tục khi người đó đồng ý lại.',
      }
    : {
        rule: 'consent_missing',
        sentence: 'Chưa có sự đồng ý đăng ký của điển hình: hãy hỏi và ghi ở mục “Sự đồng ý”.',
      };
}

function judgeQuota(quota: QuotaFacts, fieldName: string | null): Reason | null {
  if (quota.limit === null || quota.taken < quota.limit) return null;
  return {
    rule: 'quota_full',
    sentence: `Lĩnh vực “${fieldName ?? ''}” đã chọn ${quota.taken}, chỉ tiêu là ${quota.limit}: hãy đưa vào danh sách chờ, hoặc ghi lý do chọn vượt chỉ tiêu.`,
    mayOverride: true,
  };
}

function judgeLevel(facts: ExemplarFacts, level: Level | null): Reason | null {
  const present = facts.state === 'recognised' ? facts.level : null;
  if (isHigher(level ?? 'national', present)) return null;
  const now = present ? LEVEL_NAMES[present].toLowerCase() : '';
  const todo = present === 'national' ? 'không còn cấp nào cao hơn' : 'hãy chọn cấp cao hơn';
  return { rule: 'level_not_higher', sentence: `Điển hình đã được công nhận ở ${now}: ${todo}.` };
}
