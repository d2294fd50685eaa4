import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import type { Conclusion } from './kinds.ts';

/** A day as `yyyy-mm-dd`. */
type Day = string;

/** A row of the form of a check: a difficulty, with the help that was promised for it; any of it may be missing. */
export interface Difficulty {
  /** Its number on the form. */
  row: number;
  difficulty: string | null;
  help: string | null;
  owner: string | null;
  dueOn: Day | null;
}

/**
 * A difficulty without help is refused: whoever finds one says who helps, how, and until when; and help without the
 * difficulty that it is for is not thrown away silently. Errors by field name, `difficulty_1`, `help_1` …
 */
export function wrongDifficulties(difficulties: readonly Difficulty[], checkedOn: Day): FieldErrors {
  const errors: FieldErrors = {};
  for (const { row, difficulty, help, owner, dueOn } of difficulties) {
    if (!difficulty) errors[`difficulty_${row}`] = `Hãy ghi khó khăn ${row}, hoặc để trống cả bốn ô.`;
    if (!help)
      errors[`help_${row}`] =
        `Hãy ghi cách giúp đỡ cho khó khăn ${row}: khó khăn nào cũng phải có việc giúp đỡ.`;
    if (!owner) errors[`owner_${row}`] = `Hãy ghi ai chịu trách nhiệm giúp khó khăn ${row}.`;
    const day = dueOn ? wrongHelpDay(dueOn, checkedOn) : `Hãy ghi hạn giúp đỡ cho khó khăn ${row}.`;
    if (day) errors[`due_${row}`] = day;
  }
  return errors;
}

/** "Needs help" without any difficulty says nothing; the sentence, or null. */
export function wrongConclusion(conclusion: Conclusion, difficulties: readonly Difficulty[]): string | null {
  return conclusion === 'help' && difficulties.length === 0
    ? 'Kết luận “Cần giúp đỡ” phải kèm ít nhất một khó khăn và việc giúp đỡ.'
    : null;
}

/** Help is promised for the time after the difficulty was found; the sentence, or null. */
export function wrongHelpDay(dueOn: Day, foundOn: Day): string | null {
  return dueOn < foundOn ? `Hạn giúp đỡ phải từ ngày ${formatDate(foundOn)} trở đi.` : null;
}

/** Nurturing is planned for the time after the exemplar was found (null: not known); the sentence, or null. */
export function wrongSupportDay(dueOn: Day | null, foundOn: Day | null): string | null {
  return dueOn !== null && foundOn !== null && dueOn < foundOn
    ? `Hạn thực hiện phải từ ngày phát hiện điển hình (${formatDate(foundOn)}) trở đi.`
    : null;
}

/** What was promised is not done in the future; the sentence, or null. */
export function wrongDoneDay(doneOn: Day, today: Day): string | null {
  return doneOn > today ? 'Ngày hoàn thành chưa tới; hãy ghi ngày hôm nay hoặc sớm hơn.' : null;
}

/** What was done stays as it was written. */
export const finishedAlready = (rule: 'support_done' | 'help_done', doneOn: Day): Reason => ({
  rule,
  sentence: `Việc này đã có kết quả ngày ${formatDate(doneOn)} nên được giữ nguyên, không ghi lại hay bỏ được.`,
});

/**
 * A check belongs to the year of its day: not ahead of the office's day, and not before the exemplar came into care
 * (null: that day is not known). The sentence, or null.
 */
export function wrongCheckDay(checkedOn: Day, today: Day, careBegan: Day | null): string | null {
  if (checkedOn > today) return 'Ngày kiểm tra chưa tới; hãy ghi ngày hôm nay hoặc sớm hơn.';
  return careBegan !== null && checkedOn < careBegan
    ? `Ngày kiểm tra phải từ ngày được chọn bồi dưỡng (${formatDate(careBegan)}) trở đi.`
    : null;
}

/** The exemplar came into this state on this day. */
export interface DatedState {
  state: string;
  onDay: Day;
}

/** The day on which it first came into one of these states; null when it never did. */
export function firstDayIn(steps: readonly DatedState[], states: readonly string[]): Day | null {
  return steps.find((step) => states.includes(step.state))?.onDay ?? null;
}

/**
 * The years for which a check is asked, the one of the choice among them: those at whose end the exemplar was under
 * care, and the present year when it is now. The yearly report counts so.
 *
 * @param steps in the order in which they were taken
 */
export function yearsUnderCare(steps: readonly DatedState[], cared: readonly string[], today: Day): number[] {
  const firstDay = steps.map((step) => step.onDay).toSorted()[0];
  if (firstDay === undefined) return [];
  const thisYear = Number(today.slice(0, 4));
  const years: number[] = [];
  for (let year = Number(firstDay.slice(0, 4)); year <= thisYear; year += 1) {
    const closing = year === thisYear ? today : `${year}-12-31`;
    const state = steps.findLast((step) => step.onDay <= closing)?.state;
    if (state !== undefined && cared.includes(state)) years.push(year);
  }
  return years;
}

export type CheckDuty = 'done' | 'due' | 'missing';

/** The checks that were asked for or made, year by year: `missing` once the year has ended, `due` in the present one. */
export function checkDuties(
  askedYears: readonly number[],
  checkedYears: readonly number[],
  today: Day,
): { year: number; duty: CheckDuty }[] {
  const thisYear = Number(today.slice(0, 4));
  const years = new Set([...askedYears, ...checkedYears]);
  return [...years].sort().map((year) => {
    if (checkedYears.includes(year)) return { year, duty: 'done' as const };
    return { year, duty: year < thisYear ? ('missing' as const) : ('due' as const) };
  });
}
