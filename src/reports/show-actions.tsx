import type { Reason } from '../platform/outcome.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/field.tsx';
import { Notice } from '../ui/notice.tsx';
import { MissingList, Section } from '../ui/panel.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { HiddenFields } from '../web/hidden-fields.tsx';
import type { ReportInView } from './queries.ts';
import { refusalToWrite } from './rules.ts';
import { type ReportAction, reportWorkflow } from './workflow.ts';

interface ActionsProps {
  report: ReportInView;
  /** What the table offers this person now, each with what still stands in its way. */
  offered: readonly { action: ReportAction; reasons: Reason[] }[];
}

const PATHS: Record<ReportAction, string> = {
  submit: 'nop',
  accept: 'chap-nhan',
  return: 'tra-lai',
  reopen: 'mo-lai',
};

/** The one place of the page where something can be done, and why not where it cannot. */
export function ReportActions({ report, offered }: ActionsProps) {
  const locked = report.mayWrite ? refusalToWrite(report) : null;
  const writes = report.mayWrite && !locked;
  const closed = offered.filter(({ action, reasons }) => action !== 'reopen' && reasons.length > 0);
  const missing = writes ? closed.flatMap(({ reasons }) => reasons) : [];
  if (!writes && !locked && offered.length === 0) return null;
  return (
    <Section id="viec" title="Việc có thể làm">
      {locked ? (
        <Notice tone="info" title="Báo cáo đang khóa">
          <p>{locked.sentence}</p>
        </Notice>
      ) : null}
      <MissingList title="Còn thiếu để nộp" items={[...new Set(missing.map((reason) => reason.sentence))]} />
      {writes
        ? null
        : closed.map(({ action, reasons }) => (
            <RefusalList title={`Chưa thể “${reportWorkflow.actions[action].label}”`} reasons={reasons} />
          ))}
      <div class="button-row">
        {writes ? (
          <ButtonLink
            kind={missing.length > 0 ? 'primary' : 'secondary'}
            href={`/bao-cao/${report.id}/soan`}
            icon="edit"
          >
            Viết báo cáo
          </ButtonLink>
        ) : null}
        {offered
          .filter(({ reasons }) => reasons.length === 0)
          .map(({ action }) => (
            <Step report={report} action={action} />
          ))}
      </div>
    </Section>
  );
}

function Step({ report, action }: { report: ReportInView; action: ReportAction }) {
  const { label, kind } = reportWorkflow.actions[action];
  const address = `/bao-cao/${report.id}/${PATHS[action]}`;
  if (action === 'return') {
    return <ButtonLink href={address}>{label}</ButtonLink>;
  }
  if (action === 'reopen') {
    return (
      <Dialog trigger={label} title="Mở lại báo cáo đã chấp nhận? Số liệu sẽ được tính lại khi nộp lần sau.">
        <form method="post" action={address}>
          <HiddenFields version={report.version} />
          <TextArea
            name="reason"
            label="Lý do mở lại"
            rows={3}
            required
            hint="Đơn vị lập báo cáo đọc được; lý do được lưu trong lịch sử."
          />
          <Button>{label}</Button>
        </form>
      </Dialog>
    );
  }
  return (
    <form method="post" action={address}>
      <HiddenFields version={report.version} />
      <Button kind={kind}>{action === 'submit' ? `${label}, chốt số liệu` : label}</Button>
    </form>
  );
}
