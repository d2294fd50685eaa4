import { z } from 'zod';
import { returnForm } from '../desks/return-form.tsx';
import type { ReturnReason } from '../desks/rules.ts';
import { optionalChoice, optionalDay, optionalText } from '../web/form-fields.ts';
import { RETURN_PARTS } from './return-parts.ts';
import { LEVELS } from './show-words.ts';
import type { ExemplarAction } from './workflow.ts';

/** What may be typed for a step; which of it is needed is for the command to say. */
const stepForm = z.object({
  reason: optionalText('lý do', 2_000),
  overrideReason: optionalText('lý do vẫn thực hiện', 2_000),
  onDay: optionalDay('ngày quyết định'),
  level: optionalChoice('cấp', LEVELS),
});

export type TypedStep = z.infer<typeof stepForm> & { reasons: readonly ReturnReason[] };

const plainForm = stepForm.transform((typed): TypedStep => ({ ...typed, reasons: [] }));
const returningForm = z.intersection(stepForm, returnForm(RETURN_PARTS));

/** The form of a step; that of a return has one reason for each part. */
export const formOf = (action: ExemplarAction): z.ZodType<TypedStep> =>
  action === 'return' ? returningForm : plainForm;
