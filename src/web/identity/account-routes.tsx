import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import {
  deactivateAccount,
  reactivateAccount,
  renameAccount,
  resetPassword,
} from '../../identity/account-commands.ts';
import type { Acting } from '../../identity/actor.ts';
import type { AccountChange } from '../../identity/changing-account.ts';
import { revokeRole } from '../../identity/grant-commands.ts';
import { oneTimePassword } from '../../identity/passwords.ts';
import type { FieldErrors, Outcome, Reason } from '../../platform/outcome.ts';
import { answerRefusal } from '../answer.tsx';
import { notFoundPage } from '../error-pages.tsx';
import { redirectWith } from '../flash.ts';
import { readForm } from '../form.ts';
import { get, idParam, post, type Route } from '../route.ts';
import { acting, type Visit } from '../visit.ts';
import { nameSchema, nothingSchema, reasonSchema, revokeSchema } from './account-forms.ts';
import { accountListPage } from './account-list.tsx';
import { givenPasswordPage, makeAccount, newAccountPage, typedInAddress } from './account-new.tsx';
import { type Again, accountPage } from './account-page.tsx';
import { giveRole, grantPage } from './grant-page.tsx';

export const accountRoutes: Route[] = [
  get('/tai-khoan', ['admin'], accountListPage),
  get('/tai-khoan/moi', ['admin'], (visit) => newAccountPage(visit, typedInAddress(visit))),
  post('/tai-khoan', ['admin'], makeAccount),
  get('/tai-khoan/:id', ['admin'], (visit) => accountPage(visit, idParam(visit))),
  get('/tai-khoan/:id/giao-vai-tro', ['admin'], (visit) => grantPage(visit, typedInAddress(visit))),
  post('/tai-khoan/:id/giao-vai-tro', ['admin'], giveRole),
  change('ten', nameSchema, 'ten', 'Đã sửa họ tên.', (on, account, form) =>
    renameAccount(on, { ...account, displayName: form.hoTen }),
  ),
  change('khoa', reasonSchema, 'khoa', 'Đã khóa tài khoản.', (on, account, form) =>
    deactivateAccount(on, { ...account, reason: form.lyDo }),
  ),
  change('mo', nothingSchema, null, 'Đã mở lại tài khoản.', reactivateAccount),
  change('thu-hoi', revokeSchema, null, 'Đã thu hồi vai trò.', (on, account, form) =>
    revokeRole(on, { ...account, grantId: form.vaiTroSo }),
  ),
  post('/tai-khoan/:id/cap-mat-khau', ['admin'], givePassword),
];

/** A form of the account's page: read, changed, then back to the page with a sentence, or the page again with why not. */
function change<T>(
  step: string,
  schema: z.ZodType<T>,
  dialog: Again['open'],
  sentence: string,
  command: (on: Acting, account: AccountChange, form: T) => Promise<Outcome<null>>,
): Route {
  return post(`/tai-khoan/:id/${step}`, ['admin'], async (visit) => {
    const id = idParam(visit);
    if (id === null) return notFoundPage(visit);
    const form = await readForm(visit, schema);
    const again = (errors: FieldErrors, reasons: Reason[]) =>
      accountPage(visit, id, { errors, reasons, typed: form.typed, open: dialog });
    if (!form.ok) return again(form.errors, []);
    const outcome = await command(acting(visit, form.key), { id, version: form.version }, form.value);
    if (outcome.ok) return redirectWith(visit, `/tai-khoan/${id}`, sentence);
    return answerRefusal(visit, outcome.refusal, { again, sent: form, ...whereabouts(id, form.version) });
  });
}

async function givePassword(visit: Visit): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form = await readForm(visit, nothingSchema);
  const password = oneTimePassword(`cap:${form.key ?? randomUUID()}`);
  const outcome = await resetPassword(acting(visit, form.key), { id, version: form.version }, password);
  if (outcome.ok) return givenPasswordPage(visit, 'Đã cấp lại mật khẩu', outcome.value, password);
  const again = (errors: FieldErrors, reasons: Reason[]) =>
    accountPage(visit, id, { errors, reasons, typed: form.typed, open: null });
  return answerRefusal(visit, outcome.refusal, { again, ...whereabouts(id, form.version) });
}

const whereabouts = (id: number, version: number | null) => ({
  backTo: `/tai-khoan/${id}`,
  thing: { kind: 'account', id, version } as const,
});
