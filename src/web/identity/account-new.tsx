import { randomUUID } from 'node:crypto';
import { createAccount, type GivenPassword } from '../../identity/account-commands.ts';
import { findAccount } from '../../identity/account-queries.ts';
import { oneTimePassword, RUN } from '../../identity/passwords.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { answerRefusal } from '../answer.tsx';
import { notFoundPage } from '../error-pages.tsx';
import { readForm, type Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { officePage } from '../page.tsx';
import { queryText } from '../query.ts';
import { acting, actorOf, type Visit } from '../visit.ts';
import { grantOf, newAccountSchema } from './account-forms.ts';
import { GrantFields, grantDraft } from './grant-fields.tsx';

const FIELDS = ['hoTen', 'tenDangNhap', 'vaiTro', 'timDonVi', 'donVi', 'phamVi', 'tuNgay', 'denNgay'];

/** What was typed before "Tìm đơn vị" was pressed: it comes back in the address. */
export const typedInAddress = (visit: Visit): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, queryText(visit, name)]));

export async function newAccountPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors = {},
  reasons: Reason[] = [],
): Promise<Response> {
  const draft = await grantDraft(visit.get('deps').db, actorOf(visit), typed, errors);
  const failed = reasons.length > 0 || Object.keys(errors).length > 0;
  return officePage(visit, {
    title: 'Lập tài khoản',
    status: failed ? 422 : 200,
    children: (
      <>
        <PageHead
          crumbs={[{ label: 'Tài khoản', href: '/tai-khoan' }, { label: 'Lập tài khoản' }]}
          title="Lập tài khoản"
          lead="Chương trình cấp mật khẩu dùng một lần; người dùng tự đặt mật khẩu khi đăng nhập lần đầu."
        />
        <form method="post" action="/tai-khoan">
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa lập được tài khoản" reasons={reasons} />
          <HiddenFields typed={typed} />
          <TextField
            name="hoTen"
            label="Họ và tên"
            required
            value={String(typed.hoTen ?? '')}
            autocomplete="off"
            error={errors.hoTen}
          />
          <TextField
            name="tenDangNhap"
            label="Tên đăng nhập"
            hint="Chữ không dấu, chữ số và các dấu . _ -, ví dụ nguyenthihoa.chanmong"
            required
            width="half"
            value={String(typed.tenDangNhap ?? '')}
            autocomplete="off"
            error={errors.tenDangNhap}
          />
          <GrantFields draft={draft} searchAction="/tai-khoan/moi" />
          <ButtonRow>
            <Button kind="primary">Lập tài khoản</Button>
            <ButtonLink href="/tai-khoan">Thôi</ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

export async function makeAccount(visit: Visit): Promise<Response> {
  const form = await readForm(visit, newAccountSchema);
  if (!form.ok) return newAccountPage(visit, form.typed, form.errors);
  const { hoTen, tenDangNhap } = form.value;
  const password = oneTimePassword(`lap:${form.key ?? randomUUID()}`);
  const input = { displayName: hoTen, username: tenDangNhap, ...grantOf(form.value) };
  const outcome = await createAccount(acting(visit, form.key), input, password);
  if (outcome.ok) return givenPasswordPage(visit, 'Đã lập tài khoản', outcome.value, password);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    newAccountPage(visit, form.typed, errors, reasons);
  return answerRefusal(visit, outcome.refusal, { again, backTo: '/tai-khoan/moi' });
}

/** Shows a one-time password, this once: it is stored nowhere. */
export async function givenPasswordPage(
  visit: Visit,
  title: string,
  given: GivenPassword,
  password: string,
): Promise<Response> {
  const account = await findAccount(visit.get('deps').db, actorOf(visit), given.id);
  if (!account) return notFoundPage(visit);
  const isOurs = given.run === RUN;
  return officePage(visit, {
    title,
    children: (
      <>
        <PageHead title={title} />
        {isOurs ? (
          <p>
            Hãy chuyển tên đăng nhập và mật khẩu dưới đây cho {account.displayName} bằng cách an toàn. Mật
            khẩu chỉ hiện ở trang này và phải đổi khi đăng nhập lần đầu.
          </p>
        ) : (
          <p>Mật khẩu đã được hiện ở lần gửi trước. Nếu chưa kịp ghi lại, hãy cấp lại mật khẩu.</p>
        )}
        <SummaryList
          items={[
            { label: 'Tên đăng nhập', value: <code>{account.username}</code> },
            ...(isOurs ? [{ label: 'Mật khẩu dùng một lần', value: <code>{password}</code> }] : []),
          ]}
        />
        <p>
          <a href={`/tai-khoan/${account.id}`}>Mở trang tài khoản của {account.displayName}</a>
        </p>
      </>
    ),
  });
}
