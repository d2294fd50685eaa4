import { z } from 'zod';
import { optionalChoice, optionalDay, optionalId, optionalText } from '../web/form-fields.ts';
import { LEVELS } from './show-words.ts';

/** What may be typed for a step; which of it is needed is for the command to say. */
export const stepForm = z.object({
  reason: optionalText('lý do', 2_000),
  overrideReason: optionalText('lý do vẫn thực hiện', 2_000),
  onDay: optionalDay('ngày quyết định'),
  level: optionalChoice('cấp', LEVELS),
  intoId: optionalId('hồ sơ được giữ'),
});

export type TypedStep = z.infer<typeof stepForm>;
