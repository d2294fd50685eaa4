import { SUBJECT_KIND_NAMES } from '../subjects/kinds.ts';
import type { ToldSame } from '../subjects/same-tell.ts';
import { SAME_STRENGTH_NAMES } from '../subjects/same-types.ts';
import { formatDate, formatDateTime } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { type AssistedEntry, FOR_WHOM_NAMES } from './assisted-rows.ts';
import type { AskedQuestion, KeptLook } from './lead-words.ts';
import { Lines } from './look-up-page.tsx';
import type { OtherLead } from './merged-leads.ts';
import { CONFIRM_WAY_NAMES, leadPath, lowerFirst, VERIFY_RESULT_NAMES, VERIFY_WAY_NAMES } from './words.ts';

/** What came of looking into it, the newest first. */
export function LookList({ looks }: { looks: readonly KeptLook[] }) {
  if (looks.length === 0) return <p class="muted">Chưa có ai xác minh.</p>;
  return (
    <SummaryList
      items={looks.map(({ verifiedOn, how, who, result, words }) => ({
        label: formatDate(verifiedOn),
        value: (
          <>
            <strong>{VERIFY_RESULT_NAMES[result]}.</strong> <Lines>{words}</Lines>
          </>
        ),
        note: `${VERIFY_WAY_NAMES[how]}, ${who}`,
      }))}
    />
  );
}

/** What was asked, of whom, and the answers. */
export function QuestionList({ questions }: { questions: readonly AskedQuestion[] }) {
  if (questions.length === 0) return <p class="muted">Chưa hỏi thêm ai.</p>;
  return (
    <SummaryList
      items={questions.map(({ officeName, question, askedOn, dueOn, answer, answeredOn }) => ({
        label: `${officeName ?? 'Người giới thiệu'}, ${formatDate(askedOn)}`,
        value: (
          <>
            <Lines>{question}</Lines>
            {answer ? <Lines>{`Trả lời ngày ${formatDate(answeredOn)}: ${answer}`}</Lines> : null}
          </>
        ),
        note: answer ? undefined : `Chờ trả lời, trước ngày ${formatDate(dueOn)}`,
      }))}
    />
  );
}

/** Who it may already be, each with why and why not. */
export function KnownAgain({ known }: { known: readonly ToldSame[] }) {
  if (known.length === 0) return <p class="muted">Chưa thấy ai giống trong chương trình.</p>;
  return (
    <SummaryList
      items={known.map((one) => ({
        label: SAME_STRENGTH_NAMES[one.strength],
        value: one.within
          ? [one.subject.fullName, one.subject.place].filter(Boolean).join(', ')
          : [one.fullName, SUBJECT_KIND_NAMES[one.kind].toLowerCase(), one.communeName]
              .filter(Boolean)
              .join(', '),
        note: [
          ...one.reasons.map(({ agrees, sentence }) => `${agrees ? '' : 'khác: '}${sentence}`),
          ...(one.within ? [] : [`hồ sơ ở ${one.keeperName ?? 'đơn vị khác'}, ngoài phạm vi của bạn`]),
        ].join('; '),
      }))}
    />
  );
}

/** Other leads that are, or may be, about the same one. */
export function OtherLeads({ leads }: { leads: readonly OtherLead[] }) {
  if (leads.length === 0) return null;
  return (
    <SummaryList
      items={leads.map(({ id, fullName, officeName, receivedOn, what }) => ({
        label: `Lời giới thiệu số ${id}, ${formatDate(receivedOn)}`,
        value: <a href={leadPath(id)}>{fullName}</a>,
        note: `${officeName}. ${what}`,
      }))}
    />
  );
}

/** That it was typed on somebody's behalf: for whom, how confirmed, who typed, when; shown for ever. */
export function AssistedNote({ entry }: { entry: AssistedEntry | null }) {
  if (!entry) return null;
  return (
    <Notice tone="info" title={`Ghi hộ ${FOR_WHOM_NAMES[entry.forWhom]}`}>
      <p>
        {entry.typedByName} ghi lúc {formatDateTime(entry.typedAt)}; đã xác nhận{' '}
        {lowerFirst(CONFIRM_WAY_NAMES[entry.confirmedHow])} ngày {formatDate(entry.confirmedOn)}.
        {entry.note ? ` ${entry.note}` : ''}
      </p>
    </Notice>
  );
}
