import { formatDate } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { type VoiceFacts, voicesInWords } from './judge-voices.ts';
import type { OpenVoice } from './open-voices.ts';

const KIND_WORDS: Record<OpenVoice['kind'], string> = {
  objection: 'Không đồng ý',
  correction: 'Đề nghị sửa thành',
};

/** So much of one is read beside others; the whole stands in the file. */
const MOST_LETTERS = 400;

const shortened = (words: string): string =>
  words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS - 1)}…` : words;

/** What the subject said and nobody has answered, in their own words. */
export const OpenVoiceList = ({ voices }: { voices: readonly OpenVoice[] }) => (
  <ul>
    {voices.map(({ kind, words, madeOn }) => (
      <li>
        {KIND_WORDS[kind]}: “{shortened(words)}”
        <div class="muted">ngày {formatDate(madeOn)}, chưa trả lời</div>
      </li>
    ))}
  </ul>
);

/** The same before somebody who decides; nothing when nothing is open. */
export function OpenVoicesNotice({
  exemplarId,
  voices,
}: {
  exemplarId: number;
  voices: readonly OpenVoice[];
}) {
  if (voices.length === 0) return null;
  return (
    <Notice tone="warn" title="Người có tên trong hồ sơ đang chờ trả lời">
      <OpenVoiceList voices={voices} />
      <p>
        <a href={`/dien-hinh/${exemplarId}#tieng-noi`}>Xem và trả lời trong hồ sơ</a>
      </p>
    </Notice>
  );
}

/** A mark beside a name; nothing when everything is answered. */
export const VoicesMark = ({ voices }: { voices: VoiceFacts }) =>
  voices.objections + voices.corrections > 0 ? (
    <StateTag tone="warn" word={`Chờ trả lời: ${voicesInWords(voices)}`} />
  ) : null;
