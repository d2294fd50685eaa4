import { SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { RadioGroup, TextField } from '../../ui/field.tsx';
import type { Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { simplePage } from '../page.tsx';
import type { Visit } from '../visit.ts';

export function linkUsedPage(visit: Visit): Promise<Response> | Response {
  visit.header('Cache-Control', 'private, no-store');
  return simplePage(visit, {
    title: 'Liên kết không còn dùng được',
    status: 410,
    children: (
      <>
        <h1>Liên kết không còn dùng được</h1>
        <p>Liên kết khởi tạo này đã được dùng, đã quá 24 giờ, hoặc đã được thay bằng liên kết mới.</p>
        <p>
          Nếu đã có tài khoản, hãy <a href="/dang-nhap">đăng nhập</a>. Nếu chưa, hãy khởi động lại chương
          trình để có liên kết mới.
        </p>
      </>
    ),
  });
}

export function firstStartPage(
  visit: Visit,
  typed: Typed = {},
  errors: FieldErrors = {},
): Promise<Response> | Response {
  const value = (name: string) => String(typed[name] ?? '');
  visit.header('Cache-Control', 'private, no-store');
  return simplePage(visit, {
    title: 'Khởi tạo chương trình',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <>
        <h1>Khởi tạo chương trình</h1>
        <p>Trang này chỉ dùng một lần: lập tài khoản quản trị đầu tiên và chọn dữ liệu để bắt đầu.</p>
        <form method="post" action={visit.req.path}>
          <ErrorSummary errors={errors} title="Chưa khởi tạo được" />
          <HiddenFields typed={typed} />
          <AccountFields value={value} errors={errors} />
          <RadioGroup
            name="batDau"
            label="Bắt đầu với"
            required
            value={value('batDau') || 'tinh-trong'}
            options={[
              {
                value: 'tinh-trong',
                label: 'Tỉnh trống',
                hint: 'Chỉ có đơn vị cao nhất; đơn vị, kế hoạch và tài khoản khác được thêm sau.',
              },
              {
                value: 'mau-phu-tho',
                label: 'Dữ liệu mẫu Phú Thọ',
                hint: 'Đơn vị năm 2016, Kế hoạch 1711/KH-UBND và các điển hình hư cấu mang nhãn mẫu, để xem thử. Nạp mất khoảng nửa phút.',
              },
            ]}
            error={errors.batDau}
          />
          <TextField
            name="tenTinh"
            label="Tên đơn vị cao nhất, nếu chọn tỉnh trống"
            hint="Ví dụ: Ủy ban nhân dân tỉnh Phú Thọ"
            required
            value={value('tenTinh')}
            autocomplete="organization"
            error={errors.tenTinh}
          />
          <ButtonRow>
            <Button kind="primary">Khởi tạo</Button>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

function AccountFields({ value, errors }: { value: (name: string) => string; errors: FieldErrors }) {
  return (
    <>
      <TextField
        name="hoTen"
        label="Họ và tên"
        required
        value={value('hoTen')}
        autocomplete="name"
        error={errors.hoTen}
      />
      <TextField
        name="tenDangNhap"
        label="Tên đăng nhập"
        hint="Chữ không dấu, chữ số và các dấu . _ -, ví dụ nguyenthihoa"
        required
        width="half"
        value={value('tenDangNhap')}
        autocomplete="username"
        error={errors.tenDangNhap}
      />
      <TextField
        name="matKhauMoi"
        label="Mật khẩu"
        hint={`Từ ${SHORTEST_PASSWORD} ký tự. Một câu ngắn dễ nhớ là tốt, có thể có dấu cách.`}
        type="password"
        required
        autocomplete="new-password"
        error={errors.matKhauMoi}
      />
      <TextField
        name="matKhauNhacLai"
        label="Nhập lại mật khẩu"
        type="password"
        required
        autocomplete="new-password"
        error={errors.matKhauNhacLai}
      />
    </>
  );
}
