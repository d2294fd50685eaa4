import { z } from 'zod';
import { TextArea } from '../ui/field.tsx';
import { editUnitPlanHints } from './edit-lists.ts';
import { planFormRoutes } from './plan-form.tsx';
import { unitPlanPartsOf } from './write-parts.ts';

const LONGEST_HINT = 2_000;
const hintField = (ord: number): string => `hint${ord}`;

/** Guiding words come as `hint<place>`; a place that the plan does not have is passed over when they are written. */
const hintsForm = z.looseObject({}).transform((typed, context) => {
  const hints = new Map<number, string | null>();
  for (const [name, value] of Object.entries(typed)) {
    const ord = Number(/^hint(\d{1,3})$/.exec(name)?.[1] ?? 0);
    if (ord === 0 || typeof value !== 'string') continue;
    if (value.length > LONGEST_HINT)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'Lời gợi ý dài quá 2.000 ký tự; hãy viết gọn lại.',
      });
    hints.set(ord, value.trim() || null);
  }
  return { hints };
});

/** What each part of a unit's plan is to say: shown where offices write it, and printed on the paper form. */
export const hintsRoutes = planFormRoutes({
  path: 'goi-y-ke-hoach',
  title: 'Lời gợi ý cho kế hoạch của đơn vị',
  lead: 'Hiện ngay tại từng phần khi đơn vị viết kế hoạch, và in trên mẫu giấy.',
  schema: hintsForm,
  said: 'Đã lưu lời gợi ý.',
  command: editUnitPlanHints,
  fields: async (visit, { field, plan }) => {
    const parts = await unitPlanPartsOf(visit.get('deps').db, plan.id);
    if (parts.length === 0) return <p class="muted">Kế hoạch chưa nêu phần nào; hãy ghi các phần trước.</p>;
    return (
      <>
        {parts.map(({ ord, name, hint }) => (
          <TextArea
            {...field(hintField(ord), hint)}
            label={`${ord}. ${name}`}
            rows={3}
            maxlength={LONGEST_HINT}
          />
        ))}
      </>
    );
  },
});
