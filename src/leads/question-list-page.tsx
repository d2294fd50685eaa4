import type { Day } from '../platform/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { PageSteps } from '../ui/page-steps.tsx';
import { StateTag } from '../ui/state-tag.tsx';
import { SwitchLinks } from '../ui/switch-links.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { writeCursor } from '../web/list-cursor.ts';
import { withQuery } from '../web/query.ts';
import type { QuestionFilter, QuestionPage, QuestionRow } from './question-list.ts';
import { QUESTIONS_PATH, questionPath } from './words.ts';

interface QuestionListProps extends QuestionPage {
  filter: QuestionFilter;
  today: Day;
}

/** What one's offices were asked, and what they answered. */
export function QuestionListPage({ rows, count, next, filter, today }: QuestionListProps) {
  const { answered, after } = filter;
  const counted = count === null ? 'hơn 1.000' : formatCount(count);
  const view = (label: string, of: boolean) => ({
    label,
    href: addressOf({ answered: of, after: null }),
    current: answered === of,
    count: answered === of ? counted : undefined,
  });
  return (
    <>
      <PageHead
        title="Câu hỏi gửi đơn vị"
        crumbs={[{ label: 'Việc của tôi', href: '/viec-cua-toi' }, { label: 'Câu hỏi' }]}
        lead="Đơn vị khác hỏi thêm về một lời giới thiệu hoặc một hồ sơ; câu trả lời chuyển ngay cho nơi hỏi."
      />
      <SwitchLinks label="Danh sách" links={[view('Chờ trả lời', false), view('Đã trả lời', true)]} />
      <DataTable
        caption={
          answered ? 'Câu hỏi đã trả lời, mới nhất trước' : 'Câu hỏi chờ trả lời, đến hạn sớm nhất trước'
        }
        captionHidden
        columns={[
          { key: 'about', label: 'Về', primary: true, width: 'wide' },
          { key: 'question', label: 'Câu hỏi' },
          { key: 'day', label: answered ? 'Ngày trả lời' : 'Hạn trả lời', width: 'narrow' },
        ]}
        rows={rows.map((row) => toRow(row, today))}
        empty={
          <EmptyState title={answered ? 'Chưa trả lời câu hỏi nào' : 'Không có câu hỏi nào chờ trả lời'}>
            {answered
              ? 'Câu hỏi đơn vị đã trả lời, kèm câu trả lời, sẽ hiện ở đây.'
              : 'Khi có đơn vị hỏi thêm, câu hỏi hiện ở đây và trong “Việc của tôi”.'}
          </EmptyState>
        }
      />
      <PageSteps
        start={after ? addressOf({ answered, after: null }) : null}
        next={next ? addressOf({ answered, after: next }) : null}
      />
    </>
  );
}

function toRow(
  { id, about, officeName, question, askedOn, dueOn, answeredOn }: QuestionRow,
  today: Day,
): Row {
  return {
    about: (
      <>
        <a href={questionPath(id)}>{about}</a>
        <div class="muted">Hỏi {officeName}</div>
      </>
    ),
    question: (
      <>
        {question}
        <div class="muted">hỏi ngày {formatDate(askedOn)}</div>
      </>
    ),
    day: (
      <>
        {formatDate(answeredOn ?? dueOn)}
        {answeredOn === null && dueOn < today ? (
          <div>
            <StateTag tone="warn" word="quá hạn" />
          </div>
        ) : null}
      </>
    ),
  };
}

const addressOf = ({ answered, after }: QuestionFilter): string =>
  withQuery(QUESTIONS_PATH, {
    muc: answered ? 'da-tra-loi' : null,
    sau: after ? writeCursor([after.on, after.id]) : null,
  });
