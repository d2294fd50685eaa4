import type { z } from 'zod';
import type { PaperFields } from '../papers/paper-fields.ts';
import { optionalDay, optionalText, text } from './form-fields.ts';

/** The fields of a form in which the head and the foot of a paper are typed. */
export const paperShape = {
  number: optionalText('số văn bản', 20),
  symbol: text('ký hiệu văn bản', 40),
  place: text('nơi ký', 60),
  date: optionalDay('ngày văn bản'),
  authority: optionalText('dòng thẩm quyền ký', 120),
  signerTitle: text('chức danh người ký', 120),
  signerName: optionalText('họ tên người ký', 120),
  recipients: optionalText('nơi nhận', 2_000),
};

type TypedPaper = { [Name in keyof typeof paperShape]: z.output<(typeof paperShape)[Name]> };

/** The same as a paper keeps them: recipients are one to a line. */
export const typedPaper = (typed: TypedPaper): PaperFields => ({
  number: typed.number,
  symbol: typed.symbol,
  place: typed.place,
  date: typed.date,
  authority: typed.authority,
  signerTitle: typed.signerTitle,
  signerName: typed.signerName,
  recipients: (typed.recipients ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
});
