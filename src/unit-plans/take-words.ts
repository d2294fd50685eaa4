import type { Acting } from '../identity/actor.ts';
import { done, type FieldErrors, invalid, type Outcome } from '../platform/outcome.ts';
import { type UnitPlanTarget, writingUnitPlan } from './changing.ts';
import { LIMITS, partField } from './content.ts';
import { note } from './note.ts';
import { partsOfPlan } from './queries.ts';
import { excerpts } from './write.ts';

/**
 * Puts words that were read from a Word file, and that a person confirmed, into the parts of a unit plan: in the place
 * of what stands there, or after it. Parts that got nothing stay as they are.
 */
export function takeWords(
  acting: Acting,
  input: UnitPlanTarget & { words: Readonly<Record<string, string>>; mode: 'replace' | 'append' },
): Promise<Outcome<{ id: number }>> {
  return writingUnitPlan(acting, input, async (tx, plan) => {
    const asked = await partsOfPlan(tx, plan.planId);
    const words = { ...plan.words };
    const errors: FieldErrors = {};
    const changed = asked.filter(({ ord, name }) => {
      const taken = input.words[String(ord)];
      if (!taken) return false;
      const before = words[String(ord)];
      const text = input.mode === 'append' && before ? `${before}\n${taken}` : taken;
      if (text.length > LIMITS.partLetters)
        errors[partField(ord)] = `Phần “${name}” dài quá 30.000 ký tự; hãy bớt đoạn, hoặc đính kèm cả tệp.`;
      words[String(ord)] = text;
      return text !== before;
    });
    if (Object.keys(errors).length > 0) return invalid(errors);
    if (changed.length === 0)
      return invalid({ _: 'Chưa đoạn nào được xếp vào phần nào; hãy chọn phần cho ít nhất một đoạn.' });
    await tx
      .updateTable('unit_plan')
      .set({ words: JSON.stringify(words), version: plan.version + 1 })
      .where('id', '=', plan.id)
      .execute();
    await note(tx, acting, plan, 'unit_plan.words_taken', {
      before: excerpts(changed, plan.words),
      after: excerpts(changed, words),
    });
    return done({ id: plan.id });
  });
}
