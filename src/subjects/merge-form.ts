import { z } from 'zod';
import { optionalId, optionalText, text } from '../web/form-fields.ts';
import type { Choice, MergedFact } from './merge-rules.ts';

/** What is not asked, for both say the same, comes from the kept one. */
const side = z.enum(['kept', 'gone'], 'Hãy chọn giá trị được giữ.').default('kept');

const SIDES: Record<MergedFact, typeof side> = {
  fullName: side,
  birthYear: side,
  place: side,
  position: side,
  representative: side,
};

export const mergeForm = z.object({
  ...SIDES,
  /** The version of the one that goes, as it stood beside the other. */
  goneVersion: optionalId('phiên bản của chủ thể sẽ gộp'),
  reason: text('vì sao biết hai chủ thể là một', 2_000),
  overrideReason: optionalText('vì sao vẫn gộp', 2_000),
});

export const choiceIn = ({
  fullName,
  birthYear,
  place,
  position,
  representative,
}: z.infer<typeof mergeForm>): Choice => ({ fullName, birthYear, place, position, representative });

export const undoForm = z.object({
  reason: text('lý do tách', 2_000),
  overrideReason: optionalText('vì sao vẫn tách', 2_000),
  apart: z
    .unknown()
    .optional()
    .transform((value) => value !== undefined),
});

export const apartForm = z.object({ reason: text('vì sao biết', 2_000) });
