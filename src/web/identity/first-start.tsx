import { z } from 'zod';
import type { Acting } from '../../identity/actor.ts';
import { completeFirstStart, type FillDatabase, isFirstStartOpen } from '../../identity/first-start.ts';
import { passwordProblem } from '../../identity/passwords.ts';
import { signIn } from '../../identity/sign-in.ts';
import type { Tx } from '../../platform/db.ts';
import type { FieldErrors } from '../../platform/outcome.ts';
import { arrival, letIn } from '../arrival.ts';
import { type ReadForm, readForm, type Typed } from '../form.ts';
import { choice, optionalText, text } from '../form-fields.ts';
import { HOME } from '../local-path.ts';
import { get, post, type Route } from '../route.ts';
import type { Visit } from '../visit.ts';
import { username } from './account-forms.ts';
import { firstStartPage, linkUsedPage } from './first-start-page.tsx';

/** What a new installation can begin with; both work in the given transaction and answer the office at the root. */
export interface FirstStartOffers {
  emptyProvince(tx: Tx, acting: Acting, name: string): Promise<{ officeId: number }>;
  sample(tx: Tx, acting: Acting): Promise<{ officeId: number }>;
}

const password = (sentence: string) =>
  z.string(sentence).min(1, sentence).max(1000, 'Mật khẩu dài quá 200 ký tự.');

const schema = z.object({
  hoTen: text('họ và tên', 200),
  tenDangNhap: username,
  matKhauMoi: password('Hãy nhập mật khẩu.'),
  matKhauNhacLai: password('Hãy nhập lại mật khẩu.'),
  batDau: choice('cách bắt đầu', ['tinh-trong', 'mau-phu-tho']),
  tenTinh: optionalText('tên đơn vị', 200),
});

const FIELDS = Object.keys(schema.shape);

/** All that is wrong at once, in the order of the form: each field by itself, then what two fields say together. */
function problemsOf(typed: Typed, errors: FieldErrors): FieldErrors {
  const { matKhauMoi = '', matKhauNhacLai = '', tenDangNhap = '', batDau, tenTinh } = typed;
  const weak = passwordProblem(String(matKhauMoi), String(tenDangNhap));
  const together: FieldErrors = {};
  if (weak) together.matKhauMoi = weak;
  else if (matKhauMoi !== matKhauNhacLai) together.matKhauNhacLai = 'Hai lần nhập mật khẩu không giống nhau.';
  if (batDau === 'tinh-trong' && !String(tenTinh ?? '').trim())
    together.tenTinh = 'Hãy ghi tên đơn vị cao nhất, ví dụ Ủy ban nhân dân tỉnh Phú Thọ.';
  const all = { ...together, ...errors };
  return Object.fromEntries(['_', ...FIELDS].flatMap((name) => (all[name] ? [[name, all[name]]] : [])));
}

/** The page behind the one-time link of the first start. */
export function firstStartRoutes(offers: FirstStartOffers): Route[] {
  return [
    get('/khoi-tao/:ma', 'public', async (visit) =>
      (await isFirstStartOpen(visit.get('deps').db, tokenOf(visit)))
        ? firstStartPage(visit)
        : linkUsedPage(visit),
    ),
    post('/khoi-tao/:ma', 'public', async (visit) => {
      const form = await readForm(visit, schema);
      const problems = problemsOf(form.typed, form.ok ? {} : form.errors);
      if (form.ok && Object.keys(problems).length === 0) return begin(visit, offers, form);
      const open = await isFirstStartOpen(visit.get('deps').db, tokenOf(visit));
      return open ? firstStartPage(visit, form.typed, problems) : linkUsedPage(visit);
    }),
  ];
}

type Form = Extract<ReadForm<z.output<typeof schema>>, { ok: true }>;

async function begin(visit: Visit, offers: FirstStartOffers, form: Form): Promise<Response> {
  const { hoTen, tenDangNhap, matKhauMoi, batDau, tenTinh } = form.value;
  const fill: FillDatabase = (tx, acting) =>
    batDau === 'mau-phu-tho' ? offers.sample(tx, acting) : offers.emptyProvince(tx, acting, tenTinh ?? '');
  const account = { username: tenDangNhap, displayName: hoTen, password: matKhauMoi };
  const on = { ...arrival(visit), requestKey: form.key };
  const outcome = await completeFirstStart(on, tokenOf(visit), account, fill);
  if (outcome.ok) return enter(visit, account);
  return outcome.refusal.kind === 'invalid'
    ? firstStartPage(visit, form.typed, outcome.refusal.fields)
    : linkUsedPage(visit);
}

const tokenOf = (visit: Visit): string => visit.req.param('ma') ?? '';

/** Through the same door as everybody: a form that is sent twice lets in only who knows the password. */
async function enter(visit: Visit, account: { username: string; password: string }): Promise<Response> {
  const signedIn = await signIn(arrival(visit), account);
  return signedIn.ok ? letIn(visit, signedIn.value.token, HOME) : visit.redirect('/dang-nhap', 303);
}
