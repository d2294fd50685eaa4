import { z } from 'zod';
import { LEVELS } from '../exemplars/show-words.ts';
import { choice, day, optionalId, optionalText, text } from '../web/form-fields.ts';

export const honourForm = z.object({
  onDay: day('ngày tôn vinh'),
  level: choice('cấp tôn vinh', LEVELS),
  occasion: text('dịp tôn vinh', 300),
  awardFormId: optionalId('hình thức khen thưởng'),
  paperNumber: optionalText('số quyết định', 60),
  overrideReason: optionalText('lý do vẫn thực hiện', 2_000),
});

/** `onDay` as ISO. */
export type TypedHonour = z.infer<typeof honourForm>;
