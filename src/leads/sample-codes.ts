import { checkOf } from './codes.ts';

/** Codes of the sample, the same in every demo, so that one can try them. */
const of = (symbols: string): string => symbols + checkOf(symbols);

export const SAMPLE_CODES = {
  verified: of('MAU2222'),
  asked: of('MAU3333'),
  opened: of('MAU4444'),
  refused: of('MAU5555'),
  typed: of('MAU6666'),
  household: of('MAU7777'),
  individual: of('MAU8888'),
  candidate: of('MAU9999'),
} as const;

export type SampleCode = keyof typeof SAMPLE_CODES;

/** What each of them opens. */
export const SAMPLE_CODE_WORDS: Record<SampleCode, string> = {
  verified: 'lời giới thiệu đang được xác minh',
  asked: 'lời giới thiệu đang được hỏi thêm',
  opened: 'lời giới thiệu đã lập hồ sơ',
  refused: 'lời giới thiệu không được tiếp nhận',
  typed: 'lời giới thiệu do cán bộ ghi hộ',
  household: 'hồ sơ ghi hộ của một gia đình',
  individual: 'hồ sơ ghi hộ của một người',
  candidate: 'hồ sơ ghi hộ đang được xét chọn, có ý kiến chờ trả lời',
};
