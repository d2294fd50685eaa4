import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Button, ButtonLink, ButtonRow } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/field.tsx';
import { formatDateTime } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm } from '../web/form.ts';
import { HiddenFields } from '../web/hidden-fields.tsx';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { feedSince, makeFeed, ownerOfFeed, removeFeed } from './feed.ts';
import { feedOf } from './feed-events.ts';
import { writeCalendar } from './ical.ts';

const PAGE = '/nhiem-vu/lich';

export const feedRoutes: Route[] = [
  get(PAGE, 'signed_in', (visit) => feedPage(visit, null)),
  post(PAGE, 'signed_in', async (visit) => {
    const outcome = await makeFeed(acting(visit));
    return outcome.ok
      ? feedPage(visit, outcome.value.token)
      : answerRefusal(visit, outcome.refusal, { backTo: PAGE });
  }),
  post(`${PAGE}/bo`, 'signed_in', async (visit) => {
    const form = await readForm(visit, z.object({}));
    const outcome = await removeFeed(acting(visit, form.key));
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: PAGE });
    return redirectWith(
      visit,
      PAGE,
      'Đã bỏ địa chỉ lịch; điện thoại và máy tính đã đăng ký không nhận được nữa.',
    );
  }),
  get('/lich/:file', 'public', calendarFile),
];

/** The address of this program as this visitor reaches it. */
const siteOf = (visit: Visit): string => visit.get('deps').config.publicUrl ?? new URL(visit.req.url).origin;

/** The calendar itself, for a program that subscribes: no session, the secret is the address. */
async function calendarFile(visit: Visit): Promise<Response> {
  const { db, clock, config } = visit.get('deps');
  const [, token = ''] = /^([^.]+)\.ics$/.exec(visit.req.param('file') ?? '') ?? [];
  const owner = await ownerOfFeed(db, token, clock.today());
  if (!owner) return visit.text('Không có lịch ở địa chỉ này.', 404, { 'Cache-Control': 'no-store' });
  const site = siteOf(visit);
  // a name of this program's own, not the one by which it happens to be asked: the same event has the same number
  const host = config.publicUrl ? new URL(config.publicUrl).hostname : 'guong-sang';
  const body = writeCalendar(await feedOf(db, owner, clock.today(), { site, host }));
  const tag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { ETag: tag, 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex' };
  if (visit.req.header('if-none-match')?.includes(tag)) return visit.body(null, 304, headers);
  return visit.body(body, 200, {
    ...headers,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="nhiem-vu.ics"',
  });
}

async function feedPage(visit: Visit, token: string | null): Promise<Response> {
  const since = await feedSince(visit.get('deps').db, actorOf(visit).accountId ?? 0);
  const address = token && `${siteOf(visit)}/lich/${token}.ics`;
  return officePage(visit, {
    title: 'Lịch riêng',
    children: (
      <>
        <PageHead
          title="Lịch riêng"
          crumbs={[{ label: 'Nhiệm vụ', href: '/nhiem-vu' }, { label: 'Lịch riêng' }]}
          lead="Đưa việc đến hạn của đơn vị vào lịch của điện thoại hoặc máy tính. Lịch tự cập nhật, không cần đăng nhập: ai có địa chỉ thì xem được, nên hãy giữ kín."
        />
        {address ? <NewAddress address={address} /> : null}
        <p>
          {since ? `Địa chỉ lịch hiện có được lập lúc ${formatDateTime(since)}.` : 'Chưa có địa chỉ lịch.'}
        </p>
        <form method="post" action={PAGE}>
          <HiddenFields />
          {since ? <p>Lập địa chỉ mới thì địa chỉ cũ không dùng được nữa.</p> : null}
          <ButtonRow>
            <Button kind={since ? 'secondary' : 'primary'}>
              {since ? 'Lập địa chỉ mới' : 'Lập địa chỉ lịch'}
            </Button>
          </ButtonRow>
        </form>
        {since ? (
          <Dialog trigger="Bỏ địa chỉ" title="Bỏ địa chỉ lịch?" kind="quiet">
            <form method="post" action={`${PAGE}/bo`}>
              <HiddenFields />
              <p>Nơi nào đã đăng ký lịch này sẽ không nhận được việc mới nữa.</p>
              <ButtonRow>
                <Button kind="danger">Bỏ địa chỉ</Button>
              </ButtonRow>
            </form>
          </Dialog>
        ) : null}
      </>
    ),
  });
}

function NewAddress({ address }: { address: string }) {
  return (
    <Notice tone="success" title="Địa chỉ lịch của bạn">
      <p>Chép ngay: địa chỉ chỉ hiện một lần.</p>
      <TextField name="dia-chi" label="Địa chỉ" value={address} required />
      <p>
        Điện thoại: Cài đặt lịch → Thêm lịch đăng ký. Google Lịch: Lịch khác → Từ URL. Outlook: Thêm lịch →
        Đăng ký từ web.
      </p>
      <ButtonLink href={address.replace(/^https?:/, 'webcal:')} icon="calendar">
        Mở bằng ứng dụng lịch trên máy này
      </ButtonLink>
    </Notice>
  );
}
