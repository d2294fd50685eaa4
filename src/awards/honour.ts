import type { AuditFields } from '../audit/record.ts';
import { LEVEL_NAMES } from '../exemplars/show-words.ts';
import { type StepTaken, takeStep } from '../exemplars/step.ts';
import type { Acting } from '../identity/actor.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { done, invalid, type Outcome } from '../platform/outcome.ts';
import { formatDate } from '../ui/format.ts';
import { type AwardForm, isValidOn } from './award-form.ts';
import type { TypedHonour } from './honour-form.ts';
import { findAwardForm } from './queries.ts';

/**
 * Honours an exemplar: the step of its life cycle and the honour with its award stand together or not at all. An
 * award form must be in force on the day of the honour. Wrong input comes back by the field names of `honourForm`.
 */
export function honour(
  acting: Acting,
  input: TypedHonour & { id: number; version: number | null },
): Promise<Outcome<StepTaken>> {
  const { id, version, onDay, level, overrideReason } = input;
  const step = { id, version, onDay, level, overrideReason };
  return takeStep(acting, 'honour', step, async (tx, exemplar, day) => {
    const form = await awardFormIn(tx, input.awardFormId, day);
    if (!form.ok) return form;
    await tx
      .insertInto('honour')
      .values({
        exemplar_id: exemplar.id,
        honoured_on: day,
        award_form_id: input.awardFormId,
        occasion: input.occasion,
        level,
        paper_number: input.paperNumber,
        decided_by: acting.actor.accountId,
      })
      .execute();
    return done(inWords(input, form.value));
  });
}

async function awardFormIn(db: Reader, id: number | null, day: Day): Promise<Outcome<AwardForm | null>> {
  if (id === null) return done(null);
  const form = await findAwardForm(db, id);
  if (form && isValidOn(form, day)) return done(form);
  return invalid({
    awardFormId: form
      ? `“${form.name}” theo ${form.legalBasis ?? 'căn cứ chưa rõ'} không có hiệu lực ngày ${formatDate(day)}; hãy chọn hình thức có hiệu lực ngày đó.`
      : 'Hãy chọn hình thức khen thưởng trong danh sách.',
  });
}

const inWords = (input: TypedHonour, form: AwardForm | null): AuditFields => ({
  'dịp tôn vinh': input.occasion,
  'cấp tôn vinh': LEVEL_NAMES[input.level],
  'hình thức khen thưởng': form?.name ?? null,
  'số quyết định': input.paperNumber,
});
