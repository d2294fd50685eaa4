import { z } from 'zod';
import { day, optionalText, text, wholeNumber } from '../web/form-fields.ts';

/** More people than any meeting of a unit has. */
const MOST_PEOPLE = 1_000_000;

export const endorsementForm = z.object({
  heldOn: day('ngày họp'),
  place: text('nơi họp', 300),
  present: wholeNumber('số người dự họp', 1, MOST_PEOPLE),
  agreed: wholeNumber('số người tán thành', 0, MOST_PEOPLE),
  minutes: optionalText('biên bản', 5_000),
});

/** `heldOn` as ISO. */
export type Endorsement = z.infer<typeof endorsementForm>;
