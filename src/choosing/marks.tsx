import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { type Candidate, type Decision, reasonsAgainst } from './rules.ts';

interface AgainstProps {
  candidate: Candidate;
  accountId: number | null;
  /** That the quota is full stands above for all of them. */
  quotaIsTold?: boolean;
}

/** The rules that stand against choosing one, before anybody tries; those with a reason passable are told as such. */
export function AgainstChoosing({ candidate, accountId, quotaIsTold = false }: AgainstProps) {
  const reasons = reasonsAgainst('choose', candidate, { accountId });
  if (reasons.length === 0) return <StateTag tone="good" word="Đủ điều kiện chọn" />;
  const fixed = reasons.filter(({ mayOverride }) => !mayOverride);
  return (
    <>
      <StateTag
        tone={fixed.length > 0 ? 'stopped' : 'warn'}
        word={fixed.length > 0 ? 'Chưa chọn được' : 'Chọn phải kèm lý do'}
      />
      <ul>
        {reasons.map(({ rule, sentence }) => (
          <li data-rule={rule}>
            {quotaIsTold && rule === 'quota_full' ? 'Chỉ tiêu của lĩnh vực đã đủ.' : sentence}
          </li>
        ))}
      </ul>
    </>
  );
}

const TONES: Record<Decision, Tone> = { choose: 'good', wait: 'neutral', decline: 'stopped' };
const WORDS: Record<Decision, string> = { choose: 'Sẽ chọn', wait: 'Sẽ chờ', decline: 'Sẽ không chọn' };
const APPLIED_WORDS: Record<Decision, string> = {
  choose: 'Đã chọn',
  wait: 'Danh sách chờ',
  decline: 'Không chọn',
};

/** A decision as it is prepared, or as it was applied. */
export const DecisionTag = ({ action, applied }: { action: Decision; applied?: boolean }) => (
  <StateTag tone={TONES[action]} word={(applied ? APPLIED_WORDS : WORDS)[action]} />
);
