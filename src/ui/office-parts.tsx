import { Brand } from './brand.tsx';
import { Button } from './button.tsx';
import { formatCount } from './format.ts';
import { Icon, type IconName } from './icon.tsx';

export interface NavItem {
  href: string;
  label: string;
  icon: IconName;
  active?: boolean | undefined;
  /** Things that wait there; shown when above 0. */
  count?: number | undefined;
  /** A hairline above it, where another kind of work begins. */
  apart?: boolean | undefined;
}

export interface SignedInUser {
  name: string;
  officeName: string;
  roleName: string;
  /** Whose copies of drafts this browser keeps, as a key. */
  account?: string | undefined;
}

/** The work in the order of the cycle. On a phone it folds into a menu button, with `details` and no script. */
export function Rail({ nav, homeHref }: { nav: readonly NavItem[]; homeHref: string }) {
  const here = nav.find((item) => item.active);
  return (
    <nav class="rail" aria-label="Các việc">
      <Brand href={homeHref} />
      <details class="rail-fold">
        <summary>
          <Icon name="menu" />
          <span>
            <span class="visually-hidden">Mở danh mục việc. Đang ở: </span>
            {here?.label ?? 'Danh mục việc'}
          </span>
          <Icon name="chevron-down" size={16} class="rail-turn" />
        </summary>
        <ul class="rail-list">
          {nav.map((item) => (
            <li class={item.apart ? 'is-apart' : undefined}>
              <a href={item.href} aria-current={item.active ? 'page' : undefined}>
                <Icon name={item.icon} />
                <span class="rail-label">{item.label}</span>
                {item.count ? (
                  <span class="rail-count">
                    {formatCount(item.count)}
                    <span class="visually-hidden"> việc đang chờ</span>
                  </span>
                ) : null}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

/** Search everywhere; `/` and Ctrl-K bring the caret here. */
export function SearchForm({ query, action }: { query?: string | undefined; action: string }) {
  return (
    <search class="top-search">
      <form method="get" action={action}>
        <label class="visually-hidden" for="tim-nhanh">
          Tìm người, điển hình, đơn vị, văn bản
        </label>
        <Icon name="search" />
        <input
          id="tim-nhanh"
          name="q"
          type="search"
          class="input"
          value={query ?? ''}
          placeholder="Tìm người, tập thể, đơn vị"
          autocomplete="off"
          data-search-keys=""
        />
        <span class="top-key" aria-hidden="true">
          /
        </span>
        <button class="visually-hidden" type="submit">
          Tìm
        </button>
      </form>
    </search>
  );
}

export interface NoticesLinkProps {
  href: string;
  unread: number;
}

/** The way to one's notices, with how many are not yet read. */
export function NoticesLink({ href, unread }: NoticesLinkProps) {
  return (
    <a class="top-notices" href={href} title="Thông báo">
      <Icon name="bell" />
      <span class="visually-hidden">Thông báo</span>
      {unread > 0 ? (
        <span class="top-unread">
          {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
          <span class="visually-hidden"> chưa đọc</span>
        </span>
      ) : null}
    </a>
  );
}

/** More than this many are no number to act on. */
const MOST_COUNTED = 99;

/** Who is signed in, and the way out. */
export function AccountMenu({
  user,
  accountHref,
  signOutAction,
}: {
  user: SignedInUser;
  accountHref?: string | undefined;
  signOutAction: string;
}) {
  return (
    <details class="account" name="top-menu">
      <summary aria-label={`Tài khoản: ${user.name}`}>
        <Icon name="person" />
        <span class="account-name">{user.name}</span>
        <Icon name="chevron-down" size={16} />
      </summary>
      <div class="account-panel">
        <p class="account-who">
          <strong>{user.name}</strong>
          <span>{user.roleName}</span>
          <span>{user.officeName}</span>
        </p>
        {accountHref ? <a href={accountHref}>Tài khoản của tôi</a> : null}
        <form method="post" action={signOutAction} data-forget-drafts={user.account ?? ''}>
          <Button small icon="sign-out">
            Đăng xuất
          </Button>
        </form>
      </div>
    </details>
  );
}
