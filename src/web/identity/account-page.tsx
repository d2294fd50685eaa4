import { historyOf } from '../../audit/timeline.ts';
import { type AccountInView, findAccount, type GrantInView } from '../../identity/account-queries.ts';
import { REACH_NAMES, ROLE_NAMES } from '../../identity/actor.ts';
import { standingGrants } from '../../identity/changing-account.ts';
import { failuresOf } from '../../identity/throttle.ts';
import type { FieldErrors, Reason } from '../../platform/outcome.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/panel.tsx';
import { RefusalList } from '../../ui/refusal-list.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { type Column, DataTable } from '../../ui/table.tsx';
import { notFoundPage } from '../error-pages.tsx';
import type { Typed } from '../form.ts';
import { HiddenFields } from '../hidden-fields.tsx';
import { History } from '../history.tsx';
import { officePage } from '../page.tsx';
import { actorOf, type Visit } from '../visit.ts';
import { AccountActions } from './account-actions.tsx';
import { AccountState } from './account-list.tsx';

/** What went wrong with one of the forms of the page. */
export interface Again {
  errors: FieldErrors;
  reasons: Reason[];
  typed: Typed;
  /** The dialog that stays open. */
  open: 'ten' | 'khoa' | null;
}

const NOTHING: Again = { errors: {}, reasons: [], typed: {}, open: null };

/** One account: what it may, what can be done with it, what was done. */
export async function accountPage(
  visit: Visit,
  id: number | null,
  again: Again = NOTHING,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const account = id === null ? null : await findAccount(db, actorOf(visit), id);
  if (!account) return notFoundPage(visit);
  const [failures, history] = await Promise.all([
    failuresOf(db, account.username),
    historyOf(db, 'account', account.id),
  ]);
  const failed = again.reasons.length > 0 || Object.keys(again.errors).length > 0;
  return officePage(visit, {
    title: account.displayName,
    status: failed ? 422 : 200,
    children: (
      <>
        <PageHead
          crumbs={[{ label: 'Tài khoản', href: '/tai-khoan' }, { label: account.displayName }]}
          title={account.displayName}
          tag={<AccountState active={account.active} />}
        />
        <ErrorSummary errors={again.errors} />
        <RefusalList title="Chưa thực hiện được" reasons={again.reasons} />
        <Facts account={account} failures={failures} />
        <Grants account={account} today={clock.today()} />
        <AccountActions account={account} again={again} isSelf={actorOf(visit).accountId === account.id} />
        <Section id="lich-su" title="Lịch sử">
          {history.length > 0 ? <History entries={history} /> : <p>Chưa có thay đổi nào.</p>}
        </Section>
      </>
    ),
  });
}

function Facts({ account, failures }: { account: AccountInView; failures: number }) {
  const sessions =
    account.openSessions === 0
      ? 'Không có phiên nào'
      : `${account.openSessions} phiên, gần nhất ${formatDateTime(account.lastSeenAt)}`;
  return (
    <SummaryList
      items={[
        { label: 'Tên đăng nhập', value: account.username },
        { label: 'Lập lúc', value: formatDateTime(account.createdAt) },
        { label: 'Đang đăng nhập', value: sessions },
        {
          label: 'Mật khẩu',
          value: account.mustChangePassword ? 'Dùng một lần, chưa được đổi' : 'Do người dùng tự đặt',
        },
        { label: 'Đăng nhập sai trong 1 giờ qua', value: failures === 0 ? 'Không' : `${failures} lần` },
        ...(account.isSample ? [{ label: 'Ghi chú', value: 'Tài khoản mẫu' }] : []),
      ]}
    />
  );
}

const COLUMNS: readonly Column[] = [
  { key: 'role', label: 'Vai trò', primary: true },
  { key: 'office', label: 'Đơn vị', width: 'wide' },
  { key: 'reach', label: 'Phạm vi' },
  { key: 'time', label: 'Thời hạn' },
];
const REVOKE: Column = { key: 'revoke', label: 'Thu hồi', labelHidden: true, align: 'end' };

function Grants({ account, today }: { account: AccountInView; today: string }) {
  const standing = standingGrants(account.grants, today);
  const past = account.grants.filter((grant) => !standing.includes(grant));
  return (
    <Section
      id="vai-tro"
      title="Vai trò"
      count={standing.length}
      actions={
        <ButtonLink href={`/tai-khoan/${account.id}/giao-vai-tro`} icon="plus" small>
          Giao vai trò
        </ButtonLink>
      }
    >
      <DataTable
        caption="Vai trò đang giữ"
        captionHidden
        columns={[...COLUMNS, REVOKE]}
        rows={standing.map((grant) => ({
          ...cells(grant),
          revoke: <Revoke account={account} grant={grant} />,
        }))}
        empty="Tài khoản chưa được giao vai trò nào nên chưa xem được gì."
      />
      {past.length > 0 ? (
        <DataTable caption="Vai trò trước đây" columns={COLUMNS} rows={past.map(cells)} />
      ) : null}
    </Section>
  );
}

function cells(grant: GrantInView) {
  const from = grant.validFrom ? `từ ${formatDate(grant.validFrom)}` : '';
  const to = grant.validTo ? `đến ${formatDate(grant.validTo)}` : '';
  return {
    role: ROLE_NAMES[grant.role],
    office: grant.officeName,
    reach: REACH_NAMES[grant.reach],
    time: [from, to].filter(Boolean).join(' ') || 'không thời hạn',
  };
}

function Revoke({ account, grant }: { account: AccountInView; grant: GrantInView }) {
  return (
    <form method="post" action={`/tai-khoan/${account.id}/thu-hoi`}>
      <HiddenFields version={account.version} />
      <input type="hidden" name="vaiTroSo" value={String(grant.id)} />
      <Button small>
        Thu hồi
        <span class="visually-hidden">
          {' '}
          vai trò {ROLE_NAMES[grant.role]} tại {grant.officeName}
        </span>
      </Button>
    </form>
  );
}
