import { formatNumber } from '../ui/format.ts';
import type { Answer } from './answer.ts';
import { type Finding, met, notMet, unknown, type Where } from './finding.ts';
import { figureFor, type Grouping } from './grouping.ts';
import { normFor } from './norm.ts';
import type { Rule, VoteBase } from './rule.ts';
import { boundsInWords, perBound, withUnit } from './rule-words.ts';
import { toTenths } from './tenths.ts';

export function assessThreshold(
  rule: Extract<Rule, { kind: 'threshold' }>,
  answer: Answer,
  { groupings, chosen }: Where,
): Finding {
  const bound = perBound(rule);
  const { figures, open } = figureFor(rule[bound], rule.per, groupings, chosen);
  const rules = figures.map((figure) => ({ ...rule, [bound]: figure, per: undefined }));
  const possible = rules.map((one) => boundsInWords(one));
  const known = 'value' in answer;
  if (possible.includes(null)) {
    const figure = known ? `Đã ghi ${withUnit(answer.value, rule.unit)}, nhưng chưa` : 'Chưa';
    return unknown(`${figure} biết định mức của tiêu chí này nên chưa kết luận được.`);
  }
  const bounds = possible.join(' hoặc ');
  if (!known) return unknown(`Chưa rõ số liệu; yêu cầu ${bounds}.`);
  const { value } = answer;
  const explanation = `${withUnit(value, rule.unit)}; yêu cầu ${bounds}`;
  return oneOf(
    rules.map(
      ({ atLeast, atMost }) => (atLeast === null || value >= atLeast) && (atMost === null || value <= atMost),
    ),
    explanation,
    open,
  );
}

/** What holds whichever figure is the right one holds; what depends on it is not known until the group is chosen. */
function oneOf(possible: readonly boolean[], explanation: string, open: Grouping | null): Finding {
  const because = open ? ` tùy nhóm “${open.name}”` : '';
  if (possible.every(Boolean)) return met(`${explanation}${because}.`);
  if (!possible.some(Boolean)) return notMet(`${explanation}${because}.`);
  return unknown(`${explanation}${because}; chưa chọn nhóm nên chưa kết luận được.`);
}

/** Reckoned in whole numbers: 90% of 41 people is 36,9, so 37 must agree. */
export function assessVote(rule: Extract<Rule, { kind: 'vote_percent' }>, answer: Answer): Finding {
  const known = 'agreed' in answer;
  const said = known
    ? `${formatNumber(answer.agreed)} người tán thành trên ${formatNumber(answer.voters)} ${VOTERS[rule.of]} (${percentOf(answer)}%)`
    : null;
  if (rule.atLeast === null) {
    return unknown(
      said === null
        ? 'Chưa biết định mức của tiêu chí này nên chưa kết luận được.'
        : `${said}, nhưng chưa biết định mức của tiêu chí này nên chưa kết luận được.`,
    );
  }
  const asked = `yêu cầu ít nhất ${formatNumber(rule.atLeast)}%`;
  if (!known || said === null) return unknown(`Chưa rõ kết quả biểu quyết; ${asked}.`);
  const reached = answer.agreed * 1_000 >= toTenths(rule.atLeast) * answer.voters;
  return reached ? met(`${said}; ${asked}.`) : notMet(`${said}; ${asked}.`);
}

const VOTERS: Record<VoteBase, string> = { present: 'người dự họp', all: 'người có quyền biểu quyết' };

/** Rounded down, so that 89,96% is never shown as the 90% that it is not. */
const percentOf = ({ agreed, voters }: { agreed: number; voters: number }): string =>
  formatNumber(Math.floor((agreed * 1_000) / voters) / 10);

export function assessMultiple(
  { norm, factor }: Extract<Rule, { kind: 'multiple_of_norm' }>,
  answer: Answer,
  where: Where,
): Finding {
  const known = 'value' in answer;
  const noted = known ? `Đã ghi ${formatNumber(answer.value)}, nhưng` : 'Chưa rõ số liệu;';
  if (norm === null || factor === null) return unknown(`${noted} chưa biết định mức của tiêu chí này.`);
  const { values, open, missing } = normFor(norm, where);
  const rows = values.flatMap((one) => (one && one.value !== null ? [{ ...one, value: one.value }] : []));
  const wanted = [...new Set(rows.map((one) => withUnit(times(factor, one.value), one.unit)))].join(' hoặc ');
  if (missing !== null) return unknown(`${noted} ${missing} nên chưa kết luận được.`);
  const [first] = rows;
  const asked = `yêu cầu ít nhất ${wanted}, ${factor === 1 ? 'bằng' : `bằng ${formatNumber(factor)} lần`} định mức “${first?.name ?? norm}”`;
  if (!known) return unknown(`Chưa rõ số liệu; ${asked}.`);
  return oneOf(
    rows.map((one) => answer.value >= times(factor, one.value)),
    `${withUnit(answer.value, first?.unit ?? null)}; ${asked}`,
    open,
  );
}

/** 1,1 × 3 is 3,3 here, not 3,3000000000000003: figures of law have few decimals. */
const times = (factor: number, value: number): number => Number((factor * value).toPrecision(12));

export function assessPoints({ atLeast }: Extract<Rule, { kind: 'points' }>, answer: Answer): Finding {
  const asked = atLeast === null ? '' : `; yêu cầu ít nhất ${formatNumber(atLeast)} điểm`;
  if (!('points' in answer)) return unknown(`Chưa chấm điểm${asked}.`);
  const explanation = `Được ${formatNumber(answer.points)} điểm${asked}.`;
  const reached = atLeast === null ? answer.points > 0 : answer.points >= atLeast;
  return reached ? met(explanation) : notMet(explanation);
}
