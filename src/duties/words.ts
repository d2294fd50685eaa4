import { dueRuleInWords } from '../calendar/due-rule.ts';
import { CYCLE_NAMES, periodInWords } from '../calendar/periods.ts';
import { selectionInWords } from '../web/offices/selection-form.ts';
import { withQuery } from '../web/query.ts';
import type { DutyInView } from './duty-queries.ts';
import { type DutyWhat, WHAT_VERBS } from './kinds.ts';

/** Who has a duty: 'Mọi huyện, thành phố, thị xã thuộc UBND tỉnh Phú Thọ'. */
export const whoInWords = (duty: Pick<DutyInView, 'who' | 'whoName' | 'whoKindName'>): string =>
  selectionInWords(duty.who.by, duty.whoName, duty.whoKindName);

/**
 * A duty as one sentence: 'Mọi huyện thuộc UBND tỉnh gửi báo cáo năm, hằng năm, hạn ngày 10/12, gửi UBND
 * tỉnh qua Ban TĐKT.'
 */
export function dutyInWords(duty: DutyInView): string {
  const parts = [
    `${whoInWords(duty)} ${whatInWords(duty)}`,
    ...(duty.cycle === 'once' ? [] : [CYCLE_NAMES[duty.cycle].toLowerCase()]),
    `hạn ${dueInWords(duty)}`,
    ...(addresseeInWords(duty) ?? []),
  ];
  return `${parts.join(', ')}.`;
}

/** When a duty is due: 'ngày 10/12' of every year, 'ngày 15/01 năm sau', else the words of the rule. */
function dueInWords({ cycle, dueRule }: Pick<DutyInView, 'cycle' | 'dueRule'>): string {
  if (cycle !== 'yearly' || dueRule.kind !== 'fixed') return dueRuleInWords(dueRule);
  const month = 12 + dueRule.monthsAfter;
  const written = (n: number) => String(n).padStart(2, '0');
  return month <= 12 && month >= 1
    ? `ngày ${written(dueRule.day)}/${written(month)}`
    : dueRule.monthsAfter > 0
      ? `ngày ${written(dueRule.day)}/${written(dueRule.monthsAfter)} năm sau`
      : dueRuleInWords(dueRule);
}

const whatInWords = ({ what, formName }: Pick<DutyInView, 'what' | 'formName'>): string =>
  what === 'report' && formName ? `gửi ${lowerFirst(formName)}` : WHAT_VERBS[what];

/** 'gửi UBND tỉnh qua Ban TĐKT'; null for what is sent to nobody. */
function addresseeInWords({ what, toName, viaName }: DutyInView): string[] | null {
  if (what === 'check' || what === 'proposal') return null;
  const to = toName ?? 'cơ quan cấp trên trực tiếp';
  return [viaName ? `gửi ${to} qua ${viaName}` : `gửi ${to}`];
}

/** One thing due, named: 'Báo cáo năm – Năm 2017'. */
export const itemName = (item: { dutyName: string; periodFrom: string; periodTo: string }): string =>
  `${item.dutyName} – ${periodInWords({ from: item.periodFrom, to: item.periodTo })}`;

/** Where the thing itself is done. */
export function workHref(item: {
  id: number;
  what: DutyWhat;
  planId: number;
  officeId: number;
  formKey: string | null;
  periodFrom: string;
}): string {
  switch (item.what) {
    case 'unit_plan':
      // leads on to the plan where one was begun
      return `/ke-hoach-don-vi/mo?muc=${item.id}`;
    case 'report':
      return withQuery('/bao-cao', {
        ke_hoach: item.planId,
        don_vi: item.officeId,
        mau: item.formKey,
        nam: item.periodFrom.slice(0, 4),
      });
    case 'check':
      return `/dien-hinh?don_vi=${item.officeId}&thieu_kiem_tra=1`;
    case 'proposal':
      return `/dien-hinh?don_vi=${item.officeId}&trang_thai=found`;
  }
}

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** Words of the link to where the thing itself is done. */
export const WORK_NAMES: Record<DutyWhat, string> = {
  unit_plan: 'Mở kế hoạch của đơn vị',
  report: 'Mở báo cáo',
  check: 'Xem điển hình chưa kiểm tra',
  proposal: 'Xem điển hình chưa đề nghị',
};
