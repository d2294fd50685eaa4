import type { FieldErrors } from '../platform/outcome.ts';
import { programmeOn } from '../portal/programme.ts';
import { publicPage } from '../portal/public-page.tsx';
import { FORM_KEY, readForm, type Typed } from '../web/form.ts';
import { get, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { codeFromKey } from './codes.ts';
import { judgeKey, type KeyJudgement, renewedKey, signedKey } from './form-token.ts';
import { leadDays } from './lead-days.ts';
import { placesOn } from './places.ts';
import { receiveLead } from './propose.ts';
import { proposeForm } from './propose-form.ts';
import { ProposePage, ReceivedPage } from './propose-page.tsx';
import { CITIZEN, publicActing } from './public-acting.ts';
import { leadsSecret } from './secret.ts';
import { mayGoOn } from './throttle.ts';

const PATH = '/de-xuat';

/** Anybody proposes somebody they know: no account, no cookie, no script. */
export const proposeRoutes: Route[] = [
  get(PATH, 'public', async (visit) => {
    const { db, clock } = visit.get('deps');
    return formPage(visit, { [FORM_KEY]: signedKey(await leadsSecret(db), clock.now()) }, {}, 200);
  }),
  post(PATH, 'public', takeProposal),
];

async function takeProposal(visit: Visit): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const form = await readForm(visit, proposeForm);
  const secret = await leadsSecret(db);
  const judged = judgeKey(secret, form.key, clock.now());
  if (judged !== 'good' || form.key === null) {
    const typed = { ...form.typed, [FORM_KEY]: keyAfter(judged, form.key, secret, clock.now()) };
    return formPage(visit, typed, { ...(form.ok ? {} : form.errors), _: AGAIN[judged] }, 422);
  }
  if (!form.ok) return formPage(visit, form.typed, form.errors, 422);
  if (!(await mayGoOn(db, 'propose', visit.get('ip')))) return formPage(visit, form.typed, TOO_OFTEN, 429);
  const { agreed: _agreed, website, ...proposal } = form.value;
  const outcome = await receiveLead(publicActing(visit, CITIZEN, form.key), {
    ...proposal,
    trap: website,
    code: { key: form.key },
  });
  if (!outcome.ok) {
    const { refusal } = outcome;
    const errors = refusal.kind === 'invalid' ? refusal.fields : {};
    const sentence =
      refusal.kind === 'refused' ? (refusal.reasons[0]?.sentence ?? AGAIN.forged) : AGAIN.forged;
    return formPage(visit, form.typed, { ...errors, _: sentence }, 422);
  }
  const code = codeFromKey(secret, form.key, outcome.value.turn);
  return publicPage(visit, await programmeOn(db, clock.today()), {
    title: 'Đã nhận lời giới thiệu',
    description: 'Mã để xem lời giới thiệu đi đến đâu.',
    path: PATH,
    unkept: true,
    children: <ReceivedPage code={code} />,
  });
}

/** What was sent too soon keeps its key, which grows older; the others get a new one. */
function keyAfter(judged: KeyJudgement, key: string | null, secret: string, now: Date): string {
  if (judged === 'too_fast' && key !== null) return key;
  return judged === 'too_old' ? renewedKey(secret, now) : signedKey(secret, now);
}

const AGAIN: Record<KeyJudgement, string> = {
  good: 'Chưa gửi được; hãy gửi lại.',
  too_fast: 'Biểu mẫu được gửi quá nhanh. Hãy đọc lại, đợi vài giây rồi bấm gửi lần nữa.',
  too_old: 'Biểu mẫu đã mở quá lâu. Những gì bạn ghi còn nguyên: hãy xem lại rồi gửi lần nữa.',
  forged: 'Biểu mẫu không còn dùng được. Những gì bạn ghi còn nguyên: hãy đợi vài giây rồi gửi lần nữa.',
};

const TOO_OFTEN: FieldErrors = {
  _: 'Nơi bạn đang dùng mạng đã gửi nhiều lời giới thiệu trong một giờ. Những gì bạn ghi còn nguyên: hãy gửi lại sau, hoặc gọi điện cho UBND xã.',
};

async function formPage(
  visit: Visit,
  typed: Typed,
  errors: FieldErrors,
  status: 200 | 422 | 429,
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  const [places, programme, days] = await Promise.all([
    placesOn(db, clock.today()),
    programmeOn(db, clock.today()),
    leadDays(db),
  ]);
  return publicPage(visit, programme, {
    title: 'Đề xuất người bạn biết',
    description:
      'Giới thiệu một người, tập thể, gia đình làm việc tốt, có cách làm hay. Không cần tài khoản.',
    path: PATH,
    unkept: true,
    status,
    children: <ProposePage places={places} typed={typed} errors={errors} contactDays={days.contact} />,
  });
}
