import { Button, ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Fold } from '../ui/fold.tsx';
import { formatCount, formatDate } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { DataTable, type Row } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { NOTICE_NAMES, type NoticeKind } from './notice-kinds.ts';
import { inGroups, type OwnNotice, SHOWN_NOTICES } from './own-notices.ts';

const TONES: Record<NoticeKind, Tone> = {
  overdue: 'warn',
  overdue_below: 'warn',
  due_today: 'progress',
  due_soon: 'neutral',
  reminder: 'progress',
  returned: 'warn',
  arrived: 'progress',
  opinion: 'progress',
  decided: 'progress',
  lead: 'progress',
  question: 'progress',
  answered: 'neutral',
  voice: 'warn',
};

const HOME = { label: 'Việc của tôi', href: '/viec-cua-toi' };

interface NoticesPageProps {
  notices: readonly OwnNotice[];
  onlyUnread: boolean;
  /** Looks after the letters of everybody. */
  mayOutbox: boolean;
}

export function NoticesPage({ notices, onlyUnread, mayOutbox }: NoticesPageProps) {
  const unread = notices.filter(({ isRead }) => !isRead);
  return (
    <>
      <PageHead
        title="Thông báo"
        crumbs={[HOME, { label: 'Thông báo' }]}
        actions={
          <>
            <ButtonLink href={onlyUnread ? '/thong-bao?tat_ca=1' : '/thong-bao'}>
              {onlyUnread ? 'Xem cả đã đọc' : 'Chỉ chưa đọc'}
            </ButtonLink>
            <ButtonLink href="/thong-bao/cai-dat">Cách nhận</ButtonLink>
            {mayOutbox ? <ButtonLink href="/thong-bao/thu">Hộp thư đi</ButtonLink> : null}
          </>
        }
      />
      {unread.length > 0 ? (
        <form method="post" action="/thong-bao/da-doc">
          <HiddenFields />
          <input type="hidden" name="den" value={String(Math.max(...unread.map(({ id }) => id)))} />
          <Button>Đánh dấu đã đọc tất cả</Button>
        </form>
      ) : null}
      <DataTable
        caption="Thông báo"
        captionHidden
        columns={[
          { key: 'sentence', label: 'Nội dung', width: 'wide' },
          { key: 'kind', label: 'Loại' },
          { key: 'day', label: 'Ngày' },
          { key: 'read', label: 'Đánh dấu', labelHidden: true },
        ]}
        rows={inGroups(notices).map(([first, ...more]) =>
          more.length > 0 ? manyBelow([first, ...more]) : one(first),
        )}
        empty={
          <EmptyState title={onlyUnread ? 'Không có thông báo mới' : 'Chưa có thông báo nào'}>
            Việc sắp đến hạn, đến hạn, quá hạn, văn bản bị trả lại hoặc chuyển đến bàn sẽ được báo ở đây.
          </EmptyState>
        }
      />
      {notices.length === SHOWN_NOTICES ? (
        <p class="muted">Đang hiện {SHOWN_NOTICES} thông báo mới nhất.</p>
      ) : null}
    </>
  );
}

/** One notice as a row. */
function one({ id, sentence, href, kind, onDay, isRead }: OwnNotice): Row {
  const link = <a href={href}>{sentence}</a>;
  return {
    sentence: isRead ? link : <strong>{link}</strong>,
    kind: <StateTag tone={TONES[kind]} word={NOTICE_NAMES[kind]} />,
    day: formatDate(onDay),
    read: isRead ? null : <Read id={id} sentence={sentence} />,
  };
}

/** What many offices below are late with, told on one day, as one row that unfolds. */
function manyBelow(group: readonly OwnNotice[]): Row {
  const [first] = group;
  return {
    sentence: (
      <Fold summary={<strong>{formatCount(group.length)} việc của các đơn vị cấp dưới quá hạn</strong>}>
        <ul>
          {group.map(({ sentence, href }) => (
            <li>
              <a href={href}>{sentence}</a>
            </li>
          ))}
        </ul>
      </Fold>
    ),
    kind: <StateTag tone={TONES.overdue_below} word={NOTICE_NAMES.overdue_below} />,
    day: formatDate(first?.onDay),
    read: null,
  };
}

function Read({ id, sentence }: { id: number; sentence: string }) {
  return (
    <form method="post" action="/thong-bao/da-doc">
      <HiddenFields />
      <input type="hidden" name="mot" value={String(id)} />
      <Button small>
        Đã đọc<span class="visually-hidden">: {sentence}</span>
      </Button>
    </form>
  );
}
