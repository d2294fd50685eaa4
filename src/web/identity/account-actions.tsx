import type { AccountInView } from '../../identity/account-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Section } from '../../ui/panel.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import type { Again } from './account-page.tsx';

const GROUP = 'viec-tai-khoan';

/** What can be done with an account, each step asking before it acts. */
export function AccountActions({
  account,
  again,
  isSelf,
}: {
  account: AccountInView;
  again: Again;
  isSelf: boolean;
}) {
  const path = `/tai-khoan/${account.id}`;
  return (
    <Section id="viec" title="Việc có thể làm">
      <Dialog
        trigger="Sửa họ tên"
        title="Sửa họ và tên"
        group={GROUP}
        icon="edit"
        open={again.open === 'ten'}
      >
        <form method="post" action={`${path}/ten`}>
          <HiddenFields version={account.version} />
          <TextField
            name="hoTen"
            label="Họ và tên"
            required
            value={again.open === 'ten' ? String(again.typed.hoTen ?? '') : account.displayName}
            error={again.errors.hoTen}
          />
          <Button kind="primary">Lưu</Button>
        </form>
      </Dialog>
      {isSelf ? (
        <p>
          Đây là tài khoản của bạn; đổi mật khẩu tại trang <a href="/doi-mat-khau">Tài khoản của tôi</a>.
        </p>
      ) : (
        <>
          <Dialog trigger="Cấp lại mật khẩu" title="Cấp mật khẩu dùng một lần?" group={GROUP} icon="lock">
            <form method="post" action={`${path}/cap-mat-khau`}>
              <HiddenFields version={account.version} />
              <p>
                Mật khẩu hiện tại hết hiệu lực và mọi phiên đăng nhập của tài khoản này kết thúc ngay. Mật
                khẩu mới chỉ hiện một lần để bạn chuyển cho {account.displayName}.
              </p>
              <Button kind="primary">Cấp lại mật khẩu</Button>
            </form>
          </Dialog>
          {account.active ? <Deactivate account={account} again={again} /> : <Reactivate account={account} />}
        </>
      )}
    </Section>
  );
}

function Deactivate({ account, again }: { account: AccountInView; again: Again }) {
  return (
    <Dialog
      trigger="Khóa tài khoản"
      title="Khóa tài khoản này?"
      kind="danger"
      icon="stop"
      group={GROUP}
      open={again.open === 'khoa'}
    >
      <form method="post" action={`/tai-khoan/${account.id}/khoa`}>
        <HiddenFields version={account.version} />
        <p>Người dùng bị đăng xuất ngay và không đăng nhập được nữa. Việc họ đã làm vẫn giữ nguyên.</p>
        <TextArea
          name="lyDo"
          label="Lý do"
          rows={2}
          required
          value={again.open === 'khoa' ? String(again.typed.lyDo ?? '') : ''}
          error={again.errors.lyDo}
        />
        <Button kind="danger">Khóa tài khoản</Button>
      </form>
    </Dialog>
  );
}

function Reactivate({ account }: { account: AccountInView }) {
  return (
    <form method="post" action={`/tai-khoan/${account.id}/mo`}>
      <HiddenFields version={account.version} />
      <Button icon="check">Mở lại tài khoản</Button>
    </form>
  );
}
