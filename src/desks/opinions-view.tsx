import type { Day } from '../platform/clock.ts';
import { ButtonLink, ButtonRow } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { type OpinionState, opinionState } from './opinion-rules.ts';
import type { Opinion } from './opinions.ts';
import { deskPath } from './paths.ts';
import { type DeskSituation, deskFacts } from './situation.ts';
import { type DeskAction, whyNotAtDesk } from './work-rules.ts';

const TAGS: Record<OpinionState, { tone: Tone; word: string }> = {
  open: { tone: 'progress', word: 'đang chờ trả lời' },
  late: { tone: 'warn', word: 'quá hạn trả lời' },
  gap: { tone: 'stopped', word: 'khuyết ý kiến' },
  answered: { tone: 'good', word: 'đã trả lời' },
  answered_late: { tone: 'good', word: 'trả lời sau hạn' },
  supplement: { tone: 'warn', word: 'bổ sung sau khi đã đi tiếp' },
};

/** What other offices were asked and what they said, with the gaps by name and what came late. */
export function OpinionsView({ situation, today }: { situation: DeskSituation; today: Day }) {
  const { opinions } = situation;
  if (opinions.length === 0) return null;
  return (
    <div class="stack">
      <h3>Ý kiến của các cơ quan</h3>
      <ul class="opinions">
        {opinions.map((opinion) => (
          <OpinionItem opinion={opinion} situation={situation} today={today} />
        ))}
      </ul>
    </div>
  );
}

interface ItemProps {
  opinion: Opinion;
  situation: DeskSituation;
  today: Day;
}

function OpinionItem({ opinion, situation, today }: ItemProps) {
  const state = opinionState(opinion, today);
  return (
    <li class="opinion">
      <p class="opinion-head">
        <strong>{opinion.officeName}</strong> <StateTag {...TAGS[state]} />
      </p>
      <p class="prose-lines">{opinion.question}</p>
      <p class="muted">
        Hỏi ngày {formatDate(opinion.askedOn)}
        {opinion.askedBy ? ` (${opinion.askedBy})` : ''}, hạn trả lời {formatDate(opinion.dueOn)}.
      </p>
      {opinion.gapOn ? <Gap opinion={opinion} /> : null}
      {opinion.answer ? <Answer opinion={opinion} state={state} /> : null}
      <OpinionButtons opinion={opinion} situation={situation} />
    </li>
  );
}

function Gap({ opinion }: { opinion: Opinion }) {
  return (
    <p>
      Ngày {formatDate(opinion.gapOn)}
      {opinion.gapBy ? `, ${opinion.gapBy}` : ''} cho đi tiếp khi {opinion.officeName} chưa trả lời. Lý do:{' '}
      {opinion.gapReason}
    </p>
  );
}

function Answer({ opinion, state }: { opinion: Opinion; state: OpinionState }) {
  return (
    <div>
      <p class="muted">
        {state === 'supplement'
          ? `Bổ sung ngày ${formatDate(opinion.answeredOn)}, đến sau ngày ${formatDate(opinion.gapOn)} khi văn bản đã đi tiếp`
          : `Trả lời ngày ${formatDate(opinion.answeredOn)}`}
        {opinion.answeredBy ? ` (${opinion.answeredBy})` : ''}:
      </p>
      <blockquote class="opinion-answer prose-lines">{opinion.answer}</blockquote>
    </div>
  );
}

const OF_OPINIONS: readonly { action: DeskAction; label: string }[] = [
  { action: 'answer', label: 'Trả lời' },
  { action: 'name_gap', label: 'Đi tiếp, nêu tên cơ quan này chưa trả lời' },
];

function OpinionButtons({ opinion, situation }: Omit<ItemProps, 'today'>) {
  const facts = deskFacts(situation, opinion);
  const open = OF_OPINIONS.filter(({ action }) => whyNotAtDesk(action, facts).length === 0);
  if (open.length === 0) return null;
  const { sort, paper } = situation;
  return (
    <ButtonRow>
      {open.map(({ action, label }) => (
        <ButtonLink href={deskPath(sort, paper.id, action, opinion.id)} small>
          {label}
          <span class="visually-hidden">: {opinion.officeName}</span>
        </ButtonLink>
      ))}
    </ButtonRow>
  );
}
