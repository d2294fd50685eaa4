import { z } from 'zod';
import { PUBLIC_PRECISIONS, STAFF_PRECISIONS } from '../places/precision.ts';
import { checkbox, choice, id, optionalText, text } from '../web/form-fields.ts';

/** The point is read by the command, which knows the province; `sure` says "có" to a point far away. */
export const placeForm = z.object({
  officeId: id('xã, phường'),
  point: optionalText('vị trí', 1_000),
  sure: checkbox,
  staff: choice('mức cán bộ khác được thấy', STAFF_PRECISIONS),
  public: choice('mức công khai', PUBLIC_PRECISIONS),
  source: text('nguồn của vị trí', 300),
});
export type PlaceInput = z.output<typeof placeForm>;
