import type { Reason } from '../platform/outcome.ts';

/** What the subject of a file said and nobody has answered yet. */
export interface VoiceFacts {
  objections: number;
  /** Fields that the subject says are written wrong. */
  corrections: number;
}

/**
 * Nobody is chosen, recognised or honoured over their own head unseen: it is answered first, or the decider says why
 * they go on.
 */
export function judgeVoices({ objections, corrections }: VoiceFacts): Reason | null {
  if (objections + corrections === 0) return null;
  return {
    rule: 'voices_open',
    sentence: `Người có tên trong hồ sơ còn ${voicesInWords({ objections, corrections })} chưa được trả lời: hãy trả lời ở mục “Ghi hộ và ý kiến của người có tên” trước, hoặc ghi vì sao vẫn quyết định.`,
    mayOverride: true,
  };
}

/** '1 ý kiến không đồng ý và 2 đề nghị sửa'. */
export const voicesInWords = ({ objections, corrections }: VoiceFacts): string =>
  [
    objections > 0 ? `${objections} ý kiến không đồng ý` : null,
    corrections > 0 ? `${corrections} đề nghị sửa` : null,
  ]
    .filter(Boolean)
    .join(' và ');
