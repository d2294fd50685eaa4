import { z } from 'zod';
import { enterSample } from '../../identity/sign-in.ts';
import { formatDate } from '../../ui/format.ts';
import { arrival, letIn } from '../arrival.ts';
import { notFoundPage } from '../error-pages.tsx';
import { redirectWith } from '../flash.ts';
import { readForm } from '../form.ts';
import { day, id } from '../form-fields.ts';
import { HOME, localPath } from '../local-path.ts';
import { post, type Route } from '../route.ts';
import { acting, type Visit } from '../visit.ts';
import { setDemoDay } from './demo-day.ts';

const entering = z.object({ taiKhoan: id('tài khoản mẫu'), tiep: z.string().optional().catch(undefined) });
const today = z.object({ today: day('ngày') });

/** What only the demo has: the entrance without a password, and another day. */
export const demoRoutes: Route[] = [
  post('/mau/vao', 'public', async (visit) => {
    const form = await readForm(visit, entering);
    const outcome = form.ok ? await enterSample(arrival(visit), form.value.taiKhoan) : null;
    if (!form.ok || !outcome?.ok) return notFoundPage(visit);
    return letIn(visit, outcome.value.token, localPath(form.value.tiep) ?? HOME);
  }),
  post('/mau/ngay', 'signed_in', async (visit) => {
    const back = pageBefore(visit);
    const form = await readForm(visit, today);
    if (!form.ok) return redirectWith(visit, back, form.errors.today ?? 'Hãy ghi ngày.', 'error');
    const outcome = await setDemoDay(acting(visit), form.value.today);
    if (outcome.ok)
      return redirectWith(visit, back, `Đang xem như hôm nay là ${formatDate(form.value.today)}.`);
    const reason = outcome.refusal.kind === 'refused' ? outcome.refusal.reasons[0]?.sentence : undefined;
    return redirectWith(visit, back, reason ?? 'Chưa đổi được ngày.', 'error');
  }),
];

/** The page on which the day was changed, when it is one of ours that can be opened again. */
function pageBefore(visit: Visit): string {
  const referrer = visit.req.header('referer');
  if (!referrer || !URL.canParse(referrer)) return HOME;
  const { host, pathname, search } = new URL(referrer);
  const ours = host === (visit.req.header('host') ?? new URL(visit.req.url).host);
  return (ours && localPath(pathname + search)) || HOME;
}
