import { z } from 'zod';
import { REACHES, ROLES } from '../../identity/actor.ts';
import type { GrantInput } from '../../identity/grant-commands.ts';
import { choice, id, optionalDay, text } from '../form-fields.ts';

const grantFields = {
  vaiTro: choice('vai trò', ROLES),
  donVi: id('đơn vị'),
  phamVi: choice('phạm vi', REACHES),
  tuNgay: optionalDay('ngày bắt đầu'),
  denNgay: optionalDay('ngày kết thúc'),
};

export const grantSchema = z.object(grantFields);

export const username = text('tên đăng nhập', 60)
  .transform((name) => name.toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9._-]{2,59}$/,
        'Tên đăng nhập có từ 3 ký tự, chỉ gồm chữ không dấu, chữ số và các dấu . _ -, bắt đầu bằng chữ hoặc số.',
      ),
  );

export const newAccountSchema = z.object({
  hoTen: text('họ và tên', 200),
  tenDangNhap: username,
  ...grantFields,
});

export const nameSchema = z.object({ hoTen: text('họ và tên', 200) });
export const reasonSchema = z.object({ lyDo: text('lý do', 500) });
export const revokeSchema = z.object({ vaiTroSo: id('vai trò') });
export const nothingSchema = z.object({});

export const grantOf = (form: z.output<typeof grantSchema>): GrantInput => ({
  role: form.vaiTro,
  officeId: form.donVi,
  reach: form.phamVi,
  validFrom: form.tuNgay,
  validTo: form.denNgay,
});
