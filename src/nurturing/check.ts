import { changing } from '../exemplars/changing.ts';
import { UNDER_CARE } from '../exemplars/list-conditions.ts';
import { recordChange } from '../exemplars/record-change.ts';
import type { WorkInput } from '../exemplars/work-form.tsx';
import { refusalToWork } from '../exemplars/work-rules.ts';
import type { Acting } from '../identity/actor.ts';
import type { Tx } from '../platform/db.ts';
import { done, type FieldErrors, invalid, type Outcome, refused } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import type { CheckInput } from './forms.ts';
import { CONCLUSION_NAMES } from './kinds.ts';
import { datedStatesOf } from './queries.ts';
import { type Difficulty, firstDayIn, wrongCheckDay, wrongConclusion, wrongDifficulties } from './rules.ts';

/**
 * Records the check of a year: four questions, 1 to 5 with words, a conclusion, and every difficulty with the help
 * that was promised for it. One check in a year (S8 of the plan).
 */
export function checkExemplar(
  acting: Acting,
  input: WorkInput<CheckInput>,
): Promise<Outcome<{ id: number }>> {
  return changing(acting, input.id, input.version, async (tx, exemplar) => {
    const refusal = refusalToWork(exemplar, 'check');
    if (refusal) return refused(refusal);
    const careBegan = firstDayIn(await datedStatesOf(tx, exemplar.id), UNDER_CARE);
    const errors = wrongInput(input, acting.clock.today(), careBegan);
    if (Object.keys(errors).length > 0) return invalid(errors);
    const year = Number(input.checkedOn.slice(0, 4));
    const checkId = await insertCheck(tx, input, year, acting.actor.accountId);
    if (checkId === null) {
      return refused({
        rule: 'checked_already',
        sentence: `Năm ${year} điển hình này đã được kiểm tra; mỗi năm ghi một lần.`,
      });
    }
    await insertHelp(tx, input, checkId);
    await recordChange(tx, acting, exemplar, 'exemplar.checked', {
      after: {
        Năm: year,
        'Ngày kiểm tra': formatDate(input.checkedOn),
        'Tác dụng': input.effect,
        'Tính hiệu quả': input.efficiency,
        'Khả năng phát triển': input.potential,
        'Ảnh hưởng': input.influence,
        'Kết luận': CONCLUSION_NAMES[input.conclusion],
        'Khó khăn': input.difficulties.map(inWords),
      },
    });
    return done({ id: checkId });
  });
}

const inWords = ({ difficulty, help, owner, dueOn }: Difficulty): string =>
  `${difficulty} → ${help} (${owner}, hạn ${formatDate(dueOn)})`;

function wrongInput(input: CheckInput, today: string, careBegan: string | null): FieldErrors {
  const errors = wrongDifficulties(input.difficulties, input.checkedOn);
  const day = wrongCheckDay(input.checkedOn, today, careBegan);
  if (day) errors.checkedOn = day;
  const conclusion = wrongConclusion(input.conclusion, input.difficulties);
  if (conclusion) errors.conclusion = conclusion;
  return errors;
}

/** The id of the new check, or null when the year has one already. */
async function insertCheck(
  tx: Tx,
  input: WorkInput<CheckInput>,
  year: number,
  accountId: number | null,
): Promise<number | null> {
  const made = await tx
    .insertInto('exemplar_check')
    .values({
      exemplar_id: input.id,
      year,
      checked_on: input.checkedOn,
      effect: input.effect,
      effect_words: input.effectWords,
      efficiency: input.efficiency,
      efficiency_words: input.efficiencyWords,
      potential: input.potential,
      potential_words: input.potentialWords,
      influence: input.influence,
      influence_words: input.influenceWords,
      conclusion: input.conclusion,
      checked_by: accountId,
    })
    .onConflict((conflict) => conflict.columns(['exemplar_id', 'year']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return made?.id ?? null;
}

async function insertHelp(tx: Tx, input: WorkInput<CheckInput>, checkId: number): Promise<void> {
  for (const { difficulty, help, owner, dueOn } of input.difficulties) {
    if (!difficulty || !help || !owner || !dueOn)
      throw new Error('A difficulty without its help has passed the rules.');
    await tx
      .insertInto('help_task')
      .values({ exemplar_id: input.id, check_id: checkId, difficulty, help, owner, due_on: dueOn })
      .execute();
  }
}
