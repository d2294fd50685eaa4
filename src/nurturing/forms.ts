import { z } from 'zod';
import { choice, day, optionalDay, optionalText, optionalWholeNumber, text } from '../web/form-fields.ts';
import { CONCLUSIONS, SUPPORT_KINDS } from './kinds.ts';
import type { Difficulty } from './rules.ts';

const MAX_COST_DONG = 1_000_000_000_000;

export const supportForm = z.object({
  kind: choice('loại hoạt động bồi dưỡng', SUPPORT_KINDS),
  what: text('nội dung hoạt động', 1000),
  owner: text('người hoặc đơn vị chịu trách nhiệm', 300),
  dueOn: optionalDay('hạn thực hiện'),
  cost: optionalWholeNumber('kinh phí', 0, MAX_COST_DONG),
  moneySource: optionalText('nguồn kinh phí', 300),
});
export type SupportInput = z.output<typeof supportForm>;

/** What came of a promise: of a support action or of a help task. */
export const resultForm = z.object({
  doneOn: day('ngày hoàn thành'),
  result: text('kết quả', 2000),
});
export type ResultInput = z.output<typeof resultForm>;

export const helpForm = z.object({
  difficulty: text('khó khăn', 1000),
  help: text('cách giúp đỡ', 1000),
  owner: text('người hoặc đơn vị chịu trách nhiệm', 300),
  dueOn: day('hạn giúp đỡ'),
});
export type HelpInput = z.output<typeof helpForm>;

/** Rows for difficulties on the form of a check; more are added on the exemplar's page. */
export const DIFFICULTY_ROWS = [1, 2, 3] as const;

const score = (what: string) => choice(`điểm về ${what}`, ['1', '2', '3', '4', '5']).transform(Number);
const words = (what: string) => text(`nhận xét về ${what}`, 2000);

const difficultyFields = Object.fromEntries(
  DIFFICULTY_ROWS.flatMap((row) => [
    [`difficulty_${row}`, optionalText('khó khăn', 1000)],
    [`help_${row}`, optionalText('cách giúp đỡ', 1000)],
    [`owner_${row}`, optionalText('người giúp đỡ', 300)],
    [`due_${row}`, optionalDay('hạn giúp đỡ')],
  ]),
);

const answers = z.object({
  checkedOn: day('ngày kiểm tra'),
  effect: score('tác dụng'),
  effectWords: words('tác dụng'),
  efficiency: score('tính hiệu quả'),
  efficiencyWords: words('tính hiệu quả'),
  potential: score('khả năng phát triển'),
  potentialWords: words('khả năng phát triển'),
  influence: score('ảnh hưởng'),
  influenceWords: words('ảnh hưởng'),
  conclusion: choice('kết luận', CONCLUSIONS),
});

/** The four questions and the conclusion, with up to three difficulties. */
export const checkForm = answers
  .and(z.object(difficultyFields))
  .transform((typed) => ({ ...(typed as z.output<typeof answers>), difficulties: difficultiesIn(typed) }));
export type CheckInput = z.output<typeof checkForm>;

/** The rows in which anything was typed. */
function difficultiesIn(typed: Record<string, unknown>): Difficulty[] {
  const at = (name: string) => (typed[name] as string | null | undefined) ?? null;
  return DIFFICULTY_ROWS.map((row) => ({
    row,
    difficulty: at(`difficulty_${row}`),
    help: at(`help_${row}`),
    owner: at(`owner_${row}`),
    dueOn: at(`due_${row}`),
  })).filter(({ difficulty, help, owner, dueOn }) => difficulty || help || owner || dueOn);
}
