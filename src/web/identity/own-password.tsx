import { z } from 'zod';
import { REACH_NAMES, ROLE_NAMES } from '../../identity/actor.ts';
import { changeOwnPassword, signOut } from '../../identity/own-password.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../identity/passwords.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { answerRefusal } from '../answer.tsx';
import { redirectWith } from '../flash.ts';
import { readForm, type Typed } from '../form.ts';
import { PASSWORD_PATH } from '../guard.tsx';
import { HiddenFields } from '../hidden-fields.tsx';
import { HOME } from '../local-path.ts';
import { officePage, simplePage } from '../page.tsx';
import { get, post, type Route } from '../route.ts';
import { clearSessionCookie } from '../session-cookie.ts';
import { acting, type Visit } from '../visit.ts';

/** Not trimmed: a space may be part of it. */
const password = (sentence: string) => z.string(sentence).min(1, sentence).max(1000, sentence);

const schema = z.object({
  matKhauCu: password('Hãy nhập mật khẩu hiện tại.'),
  matKhauMoi: password('Hãy nhập mật khẩu mới.'),
  matKhauNhacLai: password('Hãy nhập lại mật khẩu mới.'),
});

export const ownPasswordRoutes: Route[] = [
  get(PASSWORD_PATH, 'signed_in', (visit) => ownAccountPage(visit, {})),
  post(PASSWORD_PATH, 'signed_in', async (visit) => {
    const form = await readForm(visit, schema);
    if (!form.ok) return ownAccountPage(visit, form.errors, form.typed);
    const { matKhauCu, matKhauMoi, matKhauNhacLai } = form.value;
    const typed = { current: matKhauCu, next: matKhauMoi, again: matKhauNhacLai };
    const outcome = await changeOwnPassword(acting(visit, form.key), sessionOf(visit), typed);
    if (outcome.ok)
      return redirectWith(visit, HOME, 'Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.');
    const again = (errors: FieldErrors) => ownAccountPage(visit, errors, form.typed);
    return answerRefusal(visit, outcome.refusal, { again, backTo: PASSWORD_PATH });
  }),
  post('/dang-xuat', 'signed_in', async (visit) => {
    await signOut(acting(visit), sessionOf(visit));
    clearSessionCookie(visit);
    return redirectWith(visit, '/dang-nhap', 'Đã đăng xuất.');
  }),
];

function sessionOf(visit: Visit) {
  const session = visit.get('session');
  if (!session) throw new Error(`No session on ${visit.req.path}: is the route public?`);
  return session;
}

/** One's own account; for somebody with a given-out password nothing but the form for a new one. */
function ownAccountPage(visit: Visit, errors: FieldErrors, typed?: Typed): Response | Promise<Response> {
  const session = sessionOf(visit);
  const status = Object.keys(errors).length > 0 ? 422 : 200;
  const form = <PasswordForm username={session.username} errors={errors} typed={typed} />;
  if (session.mustChangePassword) {
    const children = (
      <>
        <h1>Đặt mật khẩu mới</h1>
        <p>
          Mật khẩu bạn đang dùng do người khác cấp nên chỉ dùng được một lần. Hãy đặt mật khẩu của riêng bạn.
        </p>
        {form}
      </>
    );
    return simplePage(visit, { title: 'Đặt mật khẩu mới', status, children });
  }
  const { displayName, grants } = session.actor;
  const held = grants.map((grant) => (
    <div>
      {ROLE_NAMES[grant.role]}, {grant.officeName} ({REACH_NAMES[grant.reach]})
    </div>
  ));
  const children = (
    <>
      <PageHead title="Tài khoản của tôi" />
      <SummaryList
        items={[
          { label: 'Họ và tên', value: displayName },
          { label: 'Tên đăng nhập', value: session.username },
          {
            label: 'Vai trò',
            value: held.length > 0 ? held : 'Chưa được giao vai trò; hãy liên hệ quản trị viên.',
          },
        ]}
      />
      <Section id="doi-mat-khau" title="Đổi mật khẩu">
        {form}
      </Section>
    </>
  );
  return officePage(visit, { title: 'Tài khoản của tôi', status, children });
}

function PasswordForm({
  username,
  errors,
  typed,
}: {
  username: string;
  errors: FieldErrors;
  typed: Typed | undefined;
}) {
  return (
    <form method="post" action={PASSWORD_PATH}>
      <ErrorSummary errors={errors} title="Chưa đổi được mật khẩu" />
      <HiddenFields typed={typed} />
      {/* for password managers, which must know whose password it is */}
      <input type="text" value={username} autocomplete="username" readonly hidden />
      <TextField
        name="matKhauCu"
        label="Mật khẩu hiện tại"
        type="password"
        required
        autocomplete="current-password"
        error={errors.matKhauCu}
      />
      <TextField
        name="matKhauMoi"
        label="Mật khẩu mới"
        hint={`Từ ${SHORTEST_PASSWORD} đến ${LONGEST_PASSWORD} ký tự. Một câu ngắn dễ nhớ là tốt, có thể có dấu cách.`}
        type="password"
        required
        autocomplete="new-password"
        error={errors.matKhauMoi}
      />
      <TextField
        name="matKhauNhacLai"
        label="Nhập lại mật khẩu mới"
        type="password"
        required
        autocomplete="new-password"
        error={errors.matKhauNhacLai}
      />
      <ButtonRow>
        <Button kind="primary">Đổi mật khẩu</Button>
      </ButtonRow>
    </form>
  );
}
