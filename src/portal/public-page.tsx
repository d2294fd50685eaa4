import type { Child } from 'hono/jsx';
import type { FrameAssets } from '../ui/document.tsx';
import { PublicFrame } from '../ui/public-frame.tsx';
import { isHttps } from '../web/client.ts';
import type { Visit } from '../web/visit.ts';
import type { Programme } from './programme.ts';

/**
 * Caches may keep a page, but must ask each time whether it still holds: a story whose consent is taken back is
 * gone with the next request, and an unchanged page costs one small answer.
 */
export const ASK_EACH_TIME = 'public, no-cache';

export interface PublicPage {
  title: string;
  description: string;
  /** The path under which the page is known. */
  path: string;
  jsonLd?: object;
  article?: boolean;
  /** A form, or an answer to one: nobody keeps it, and no search engine lists it. */
  unkept?: boolean;
  status?: 200 | 422 | 429;
  children: Child;
}

const NAV = [
  { href: '/', label: 'Trang đầu' },
  { href: '/guong-sang', label: 'Gương sáng' },
  { href: '/de-xuat', label: 'Đề xuất người bạn biết' },
  { href: '/gioi-thieu', label: 'Về chương trình' },
];

/** A page that everybody may read, without a session, a script or a cookie. `programme` names who answers for it. */
export function publicPage(
  visit: Visit,
  programme: Programme,
  page: PublicPage,
): Promise<Response> | Response {
  const { clock, demo } = visit.get('deps');
  visit.header('Cache-Control', page.unkept ? 'private, no-store' : ASK_EACH_TIME);
  return visit.html(
    <PublicFrame
      title={page.title}
      description={page.description}
      assets={frameAssets(visit)}
      nav={NAV.map((item) => ({ ...item, active: isUnder(page.path, item.href) }))}
      office={{ name: programme.officeName }}
      canonical={absolute(visit, page.path)}
      og={{ type: page.article ? 'article' : 'website' }}
      jsonLd={page.jsonLd}
      feedHref="/guong-sang/rss.xml"
      footerLinks={[
        { href: '/guong-sang/rss.xml', label: 'Nhận bài mới (RSS)' },
        { href: '/tra-cuu', label: 'Tra cứu bằng mã' },
        { href: '/dang-nhap', label: 'Dành cho cán bộ' },
      ]}
      demo={demo ? { today: clock.today() } : null}
    >
      {page.children}
    </PublicFrame>,
    page.status ?? 200,
  );
}

function frameAssets(visit: Visit): FrameAssets {
  const { css, icon } = visit.get('deps').assets;
  return { css, icon, scripts: [] };
}

const isUnder = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** The full address of a path, as search engines and other sites must be given it. */
export function absolute(visit: Visit, path: string): string {
  const { publicUrl } = visit.get('deps').config;
  const asked = new URL(visit.req.url);
  const origin =
    publicUrl ?? `${isHttps(visit) ? 'https' : 'http'}://${visit.req.header('host') ?? asked.host}`;
  return new URL(path, origin).href;
}
