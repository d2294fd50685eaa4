import { Brand } from './brand.tsx';
import { Icon } from './icon.tsx';

export interface PublicNavItem {
  href: string;
  label: string;
  active?: boolean | undefined;
}

/** The office that answers for the portal. */
export interface PublicOffice {
  name: string;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

/** Name and ways; on a phone the ways wrap into lines, so that nothing is hidden behind a button. */
export function PublicHeader({
  nav,
  searchAction,
  query,
}: {
  nav: readonly PublicNavItem[];
  searchAction?: string | undefined;
  query?: string | undefined;
}) {
  return (
    <header class="public-head">
      <div class="public-head-top">
        <Brand href="/" />
        {searchAction ? (
          <search>
            <form method="get" action={searchAction} class="public-search">
              <label class="visually-hidden" for="tim-bai">
                Tìm gương sáng, mô hình
              </label>
              <input
                id="tim-bai"
                name="q"
                type="search"
                class="input"
                value={query ?? ''}
                placeholder="Tìm người, mô hình, địa phương"
              />
              <button type="submit" class="button is-quiet">
                <Icon name="search" />
                <span class="visually-hidden">Tìm</span>
              </button>
            </form>
          </search>
        ) : null}
      </div>
      <nav class="public-nav" aria-label="Các trang chính">
        <ul>
          {nav.map((item) => (
            <li>
              <a href={item.href} aria-current={item.active ? 'page' : undefined}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

/** Who answers for the pages, and the smaller ways. */
export function PublicFooter({ office, links }: { office: PublicOffice; links: readonly PublicNavItem[] }) {
  return (
    <footer class="public-foot">
      <div class="public-foot-body">
        <div>
          <p class="public-foot-name">{office.name}</p>
          {office.address ? <p>{office.address}</p> : null}
          {office.phone ? (
            <p>
              Điện thoại: <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>
            </p>
          ) : null}
          {office.email ? (
            <p>
              Thư điện tử: <a href={`mailto:${office.email}`}>{office.email}</a>
            </p>
          ) : null}
        </div>
        {links.length > 0 ? (
          <ul>
            {links.map((link) => (
              <li>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </footer>
  );
}
