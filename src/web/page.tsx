import type { Child } from 'hono/jsx';
import { ROLE_NAMES } from '../identity/actor.ts';
import { OfficeFrame } from '../ui/office-frame.tsx';
import { SimpleFrame } from '../ui/simple-frame.tsx';
import { takeFlash } from './flash.ts';
import { frameFacts } from './frame-facts.ts';
import { navigation } from './navigation.ts';
import { actorOf, type Visit } from './visit.ts';

export interface Page {
  title: string;
  /** Status of the answer; 200 unless told. */
  status?: 200 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;
  /** Scripts that this page needs beside the common one, by source name. */
  scripts?: readonly string[];
  /** It shows pictures of data, calendars, evidence or maps, and needs their style sheet. */
  pictures?: boolean;
  children: Child;
}

/** A page of the office, for somebody signed in. */
export async function officePage(visit: Visit, page: Page): Promise<Response> {
  const { clock, demo, db } = visit.get('deps');
  const actor = actorOf(visit);
  const first = actor.grants[0];
  const { planNumber, unread } = await frameFacts(db, actor.accountId, clock.today());
  return visit.html(
    <OfficeFrame
      title={page.title}
      assets={filesOf(visit, page)}
      user={{
        name: actor.displayName,
        officeName: first?.officeName ?? 'chưa được giao đơn vị',
        roleName: first ? ROLE_NAMES[first.role] : 'chưa có vai trò',
        account: actor.accountId === null ? undefined : String(actor.accountId),
      }}
      nav={navigation(actor, visit.req.path)}
      planName={planNumber ? `Kế hoạch ${planNumber}` : null}
      planHref="/ke-hoach"
      year={Number(clock.today().slice(0, 4))}
      accountHref="/doi-mat-khau"
      notices={{ href: '/thong-bao', unread }}
      demo={demo ? { today: clock.today(), action: '/mau/ngay' } : null}
      flash={takeFlash(visit)}
    >
      {page.children}
    </OfficeFrame>,
    page.status ?? 200,
  );
}

export interface SimplePage extends Page {
  /** Wider, for lists. */
  wide?: boolean;
  footer?: Child;
}

/** A page without the office around it: sign-in, first start, errors for those who are not signed in. */
export function simplePage(visit: Visit, page: SimplePage): Response | Promise<Response> {
  const { clock, demo } = visit.get('deps');
  return visit.html(
    <SimpleFrame
      title={page.title}
      assets={filesOf(visit, page)}
      demo={demo ? { today: clock.today() } : null}
      flash={takeFlash(visit)}
      wide={page.wide}
      footer={page.footer}
    >
      {page.children}
    </SimpleFrame>,
    page.status ?? 200,
  );
}

function filesOf(visit: Visit, page: Page) {
  const { assets } = visit.get('deps');
  const { css, officeCss, picturesCss, icon, script } = assets;
  const sheets = page.pictures ? { css, officeCss, picturesCss } : { css, officeCss };
  return { ...sheets, icon, scripts: ['ui-office', ...(page.scripts ?? [])].map(script) };
}
