import { z } from 'zod';
import { optionalId, optionalText } from '../web/form-fields.ts';

/** Files come beside these fields; which of them is needed is for the command to say. */
export const evidenceForm = z.object({
  title: optionalText('tên minh chứng', 200),
  achievementId: optionalId('thành tích'),
  reference: optionalText('số hiệu văn bản', 300),
});
export type EvidenceInput = z.output<typeof evidenceForm>;
