import { findAccount } from '../../identity/account-queries.ts';
import { grantRole } from '../../identity/grant-commands.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { answerRefusal } from '../answer.tsx';
import { notFoundPage } from '../error-pages.tsx';
import { redirectWith } from '../flash.ts';
import { FORM_VERSION, readForm, type Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { officePage } from '../page.tsx';
import { queryNumber } from '../query.ts';
import { idParam } from '../route.ts';
import { acting, actorOf, type Visit } from '../visit.ts';
import { grantOf, grantSchema } from './account-forms.ts';
import { GrantFields, grantDraft } from './grant-fields.tsx';

/** Gives a role to an account. */
export async function grantPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors = {},
  reasons: Reason[] = [],
): Promise<Response> {
  const { db } = visit.get('deps');
  const id = idParam(visit);
  const account = id === null ? null : await findAccount(db, actorOf(visit), id);
  if (!account) return notFoundPage(visit);
  const draft = await grantDraft(db, actorOf(visit), typed, errors);
  const path = `/tai-khoan/${account.id}`;
  const failed = reasons.length > 0 || Object.keys(errors).length > 0;
  // the version of the page that was opened first, also after a search for the office
  const version = Number(typed[FORM_VERSION]) || queryNumber(visit, FORM_VERSION) || account.version;
  return officePage(visit, {
    title: `Giao vai trò cho ${account.displayName}`,
    status: failed ? 422 : 200,
    children: (
      <>
        <PageHead
          crumbs={[
            { label: 'Tài khoản', href: '/tai-khoan' },
            { label: account.displayName, href: path },
            { label: 'Giao vai trò' },
          ]}
          title="Giao vai trò"
        />
        <form method="post" action={`${path}/giao-vai-tro`}>
          <ErrorSummary errors={errors} />
          <RefusalList title="Chưa giao được vai trò" reasons={reasons} />
          <HiddenFields typed={typed} version={version} />
          <GrantFields draft={draft} searchAction={`${path}/giao-vai-tro`} />
          <ButtonRow>
            <Button kind="primary">Giao vai trò</Button>
            <ButtonLink href={path}>Thôi</ButtonLink>
          </ButtonRow>
        </form>
      </>
    ),
  });
}

export async function giveRole(visit: Visit): Promise<Response> {
  const id = idParam(visit);
  if (id === null) return notFoundPage(visit);
  const form = await readForm(visit, grantSchema);
  if (!form.ok) return grantPage(visit, form.typed, form.errors);
  const input = { id, version: form.version, ...grantOf(form.value) };
  const outcome = await grantRole(acting(visit, form.key), input);
  if (outcome.ok) return redirectWith(visit, `/tai-khoan/${id}`, 'Đã giao vai trò.');
  return answerRefusal(visit, outcome.refusal, {
    again: (errors, reasons) => grantPage(visit, form.typed, errors, reasons),
    backTo: `/tai-khoan/${id}`,
    thing: { kind: 'account', id, version: form.version },
    sent: form,
  });
}
