import { Button } from '../ui/button.tsx';
import { formatDateTime } from '../ui/format.ts';
import { PageHead } from '../ui/page-head.tsx';
import { StateTag, type Tone } from '../ui/state-tag.tsx';
import { DataTable } from '../ui/table.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { MailInList } from './outbox-list.ts';

const MAIL_STATES: Record<string, { tone: Tone; word: string }> = {
  waiting: { tone: 'progress', word: 'chờ gửi' },
  sent: { tone: 'good', word: 'đã gửi' },
  failed: { tone: 'stopped', word: 'gửi hỏng' },
};

export function OutboxPage({ mails, sendsMail }: { mails: readonly MailInList[]; sendsMail: boolean }) {
  return (
    <>
      <PageHead
        title="Hộp thư đi"
        crumbs={[{ label: 'Tài khoản', href: '/tai-khoan' }, { label: 'Hộp thư đi' }]}
        lead={
          sendsMail
            ? 'Thư chưa gửi được sẽ tự gửi lại, mỗi lần chờ lâu hơn; thư bị từ chối hẳn được ghi lý do.'
            : 'Hệ thống chưa nối máy chủ thư (SMTP_URL), nên không có thư nào được lập hay gửi.'
        }
      />
      <DataTable
        caption="Thư"
        captionHidden
        columns={[
          { key: 'subject', label: 'Thư', width: 'wide' },
          { key: 'name', label: 'Người nhận' },
          { key: 'state', label: 'Tình trạng' },
          { key: 'again', label: 'Gửi lại', labelHidden: true },
        ]}
        rows={mails.map((mail) => ({
          subject: mail.subject,
          name: mail.name,
          state: (
            <>
              <StateTag {...(MAIL_STATES[mail.state] ?? { tone: 'neutral', word: mail.state })} />
              <div class="muted">
                {mail.sentAt ? formatDateTime(mail.sentAt) : `${mail.attempts} lần thử`}
                {mail.lastError ? ` – ${mail.lastError}` : ''}
              </div>
            </>
          ),
          again:
            mail.state === 'failed' ? (
              <form method="post" action={`/thong-bao/thu/${mail.id}/gui-lai`}>
                <HiddenFields />
                <Button small>Gửi lại</Button>
              </form>
            ) : null,
        }))}
        empty="Chưa có thư nào."
      />
    </>
  );
}
