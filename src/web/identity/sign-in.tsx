import { z } from 'zod';
import { sampleAccounts } from '../../identity/sample-accounts.ts';
import { signIn } from '../../identity/sign-in.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/field.tsx';
import { arrival, letIn } from '../arrival.ts';
import { SampleAccounts } from '../demo/sample-accounts.tsx';
import { readForm, type Typed } from '../form.ts';
import { text } from '../form-fields.ts';
import { HOME, localPath } from '../local-path.ts';
import { simplePage } from '../page.tsx';
import { get, post, type Route } from '../route.ts';
import { recognise } from '../session-cookie.ts';
import type { Visit } from '../visit.ts';

const PATH = '/dang-nhap';

const schema = z.object({
  tenDangNhap: text('tên đăng nhập', 60),
  // not trimmed: a space may be part of it
  matKhau: z
    .string('Hãy nhập mật khẩu.')
    .min(1, 'Hãy nhập mật khẩu.')
    .max(200, 'Mật khẩu dài quá 200 ký tự.'),
  tiep: z.string().optional().catch(undefined),
});

export const signInRoutes: Route[] = [
  get(PATH, 'public', async (visit) => {
    const next = localPath(visit.req.query('tiep'));
    const { demo } = visit.get('deps');
    // in the demo one comes here again to look with other eyes
    if (!demo && (await recognise(visit))) return visit.redirect(next ?? HOME, 303);
    return signInPage(visit, { next });
  }),
  post(PATH, 'public', async (visit) => {
    const form = await readForm(visit, schema);
    const next = localPath(oneText(form.typed, 'tiep'));
    const username = oneText(form.typed, 'tenDangNhap');
    if (!form.ok) return signInPage(visit, { next, username, errors: form.errors, status: 422 });
    const { tenDangNhap, matKhau } = form.value;
    const outcome = await signIn(arrival(visit), { username: tenDangNhap, password: matKhau });
    if (outcome.ok) return letIn(visit, outcome.value.token, next ?? HOME);
    const reason = outcome.refusal.kind === 'refused' ? outcome.refusal.reasons[0] : undefined;
    const status = reason?.rule === 'too_many_failures' ? 429 : 422;
    return signInPage(visit, { next, username, errors: { _: reason?.sentence ?? '' }, status });
  }),
];

interface SignIn {
  next: string | null;
  username?: string;
  errors?: FieldErrors;
  status?: 200 | 422 | 429;
}

async function signInPage(visit: Visit, { next, username, errors = {}, status = 200 }: SignIn) {
  const { demo, db } = visit.get('deps');
  visit.header('Cache-Control', 'private, no-store');
  const form = <PasswordForm next={next} username={username} errors={errors} />;
  const samples = demo ? <SampleAccounts accounts={await sampleAccounts(db)} next={next} /> : null;
  return simplePage(visit, {
    title: 'Đăng nhập',
    status,
    wide: demo,
    footer: 'Quên mật khẩu hoặc chưa có tài khoản? Hãy liên hệ quản trị viên của chương trình.',
    children: (
      <>
        <h1>Đăng nhập</h1>
        {status === 200 ? samples : form}
        {demo ? (
          <h2>{status === 200 ? 'Hoặc dùng tên và mật khẩu' : 'Hoặc vào bằng tài khoản mẫu'}</h2>
        ) : null}
        {status === 200 ? form : samples}
      </>
    ),
  });
}

function PasswordForm({
  next,
  username,
  errors,
}: {
  next: string | null;
  username: string | undefined;
  errors: FieldErrors;
}) {
  return (
    <form method="post" action={PATH}>
      <ErrorSummary errors={errors} title="Chưa đăng nhập được" />
      {next ? <input type="hidden" name="tiep" value={next} /> : null}
      <TextField
        name="tenDangNhap"
        label="Tên đăng nhập"
        required
        value={username}
        autocomplete="username"
        error={errors.tenDangNhap}
      />
      <TextField
        name="matKhau"
        label="Mật khẩu"
        type="password"
        required
        autocomplete="current-password"
        error={errors.matKhau}
      />
      <ButtonRow>
        <Button kind="primary">Đăng nhập</Button>
      </ButtonRow>
    </form>
  );
}

function oneText(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
}
