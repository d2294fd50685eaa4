import { z } from 'zod';
import { checkbox, id, optionalId, optionalText, optionalYear, text } from '../web/form-fields.ts';

export const contributionForm = z.object({
  measureId: id('loại đóng góp'),
  amount: text('đóng góp bao nhiêu', 60),
  year: optionalYear('năm', 1900, 2100),
  purpose: text('đóng góp để làm gì', 500),
  receiver: optionalText('nơi nhận', 200),
  evidenceId: optionalId('minh chứng'),
  rechecked: checkbox,
});
export type ContributionTyped = z.output<typeof contributionForm>;
