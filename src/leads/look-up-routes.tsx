import { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import type { FieldErrors, Outcome, Refusal } from '../platform/outcome.ts';
import { programmeOn } from '../portal/programme.ts';
import { absolute, publicPage } from '../portal/public-page.tsx';
import { type ReadForm, readForm, type Typed } from '../web/form.ts';
import { get, post, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { readCode } from './codes.ts';
import { type PublicLead, publicLead } from './look-up.ts';
import { type PublicRecord, publicRecord } from './look-up-exemplar.ts';
import { LeadView, type LookUpViewProps } from './look-up-lead.tsx';
import { LOOK_UP_PATH, LookUpPage } from './look-up-page.tsx';
import { RecordView } from './look-up-record.tsx';
import { moreForm } from './propose-form.ts';
import { addWords, withdrawLead } from './proposer.ts';
import { CITIZEN, publicActing, SLIP_HOLDER } from './public-acting.ts';
import { slipPdf, slipWords } from './slip.ts';
import { SLIP_PATH } from './slip-box.tsx';
import { type CodeTarget, targetOfCode } from './slip-codes.ts';
import { askCorrections, type Corrections, object } from './subject-voice.ts';
import { mayGoOn } from './throttle.ts';
import { correctionsForm, objectionForm } from './voice-words.ts';

const sureForm = z.object({ sure: z.literal('1', 'Hãy đánh dấu nếu bạn chắc chắn muốn rút.') });

/** What one can see and say with a code: no account, no cookie; the code travels in forms only. */
export const lookUpRoutes: Route[] = [
  get(LOOK_UP_PATH, 'public', (visit) => lookUpPage(visit, '', {}, 200)),
  post(LOOK_UP_PATH, 'public', (visit) =>
    withCode(visit, z.object({}), (opened) => showOpened(visit, opened, {})),
  ),
  post(SLIP_PATH, 'public', (visit) => withCode(visit, z.object({}), (opened) => sendSlip(visit, opened))),
  writing('bo-sung', 'lead', moreForm, 'Đã nhận lời của bạn.', (acting, id, { words }) =>
    addWords(acting, { id, words }),
  ),
  writing('rut', 'lead', sureForm, 'Đã rút lời giới thiệu.', (acting, id) => withdrawLead(acting, { id })),
  writing(
    'sua',
    'exemplar',
    correctionsForm,
    'Đã nhận đề nghị sửa; cán bộ sẽ trả lời từng mục.',
    (acting, id, typed) => askCorrections(acting, { exemplarId: id, corrections: correctionsIn(typed) }),
  ),
  writing(
    'y-kien',
    'exemplar',
    objectionForm,
    'Đã nhận ý kiến; cán bộ phải trả lời.',
    (acting, id, { words }) => object(acting, { exemplarId: id, words }),
  ),
];

function correctionsIn(typed: z.infer<typeof correctionsForm>): Corrections {
  const given = Object.entries(typed).filter(([, value]) => value !== null);
  return Object.fromEntries(given.map(([field, value]) => [field, String(value)]));
}

interface Opened<T> {
  code: string;
  target: CodeTarget;
  form: ReadForm<T>;
}

const oneText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

/** Reads the form and opens its code. A wrong code, a stopped one and none are told apart neither in words nor in time. */
async function withCode<T>(
  visit: Visit,
  schema: z.ZodType<T>,
  answer: (opened: Opened<T>) => Promise<Response>,
): Promise<Response> {
  const { db } = visit.get('deps');
  const form = await readForm(visit, schema);
  const typed = oneText(form.typed, 'code').slice(0, 60);
  if (!(await mayGoOn(db, 'look_up', visit.get('ip')))) return lookUpPage(visit, typed, TOO_OFTEN, 429);
  const code = readCode(typed);
  const target = await targetOfCode(db, code);
  if (!target || code === null) return lookUpPage(visit, typed, UNKNOWN_CODE, 422);
  return answer({ code, target, form });
}

const UNKNOWN_CODE: FieldErrors = {
  code: 'Không mở được bằng mã này. Hãy xem lại từng chữ trên phiếu; mã đã được cấp lại thì mã cũ không còn dùng được.',
};
const TOO_OFTEN: FieldErrors = {
  code: 'Nơi bạn đang dùng mạng đã thử nhiều lần trong một giờ. Hãy đợi rồi thử lại, hoặc gọi điện cho đơn vị ghi trên phiếu.',
};

interface Writing<T> {
  action: string;
  kind: CodeTarget['kind'];
  schema: z.ZodType<T>;
  said: string;
  command(acting: Acting, id: number, typed: T): Promise<Outcome<unknown>>;
}

/** A form on what a code of this kind has opened: one command, then the same page again with what was said. */
function writing<T>(
  action: string,
  kind: CodeTarget['kind'],
  schema: z.ZodType<T>,
  said: string,
  command: Writing<T>['command'],
): Route {
  return post(`${LOOK_UP_PATH}/${action}`, 'public', (visit) =>
    withCode(visit, schema, (opened) => takeWriting(visit, { action, kind, schema, said, command }, opened)),
  );
}

async function takeWriting<T>(visit: Visit, writing: Writing<T>, opened: Opened<T>): Promise<Response> {
  const { action, kind, said, command } = writing;
  const { target, form } = opened;
  if (target.kind !== kind) return showOpened(visit, opened, {});
  const again = (errors: FieldErrors) =>
    showOpened(visit, opened, { again: { action, errors, typed: textsOf(form.typed) } });
  if (!form.ok) return again(form.errors);
  if (!(await mayGoOn(visit.get('deps').db, 'write', visit.get('ip')))) return again({ _: TOO_MUCH });
  const actor = kind === 'lead' ? CITIZEN : SLIP_HOLDER;
  const outcome = await command(publicActing(visit, actor, form.key), target.id, form.value);
  return outcome.ok ? showOpened(visit, opened, { said }) : again(errorsOf(outcome.refusal));
}

function errorsOf(refusal: Refusal): FieldErrors {
  if (refusal.kind === 'invalid') return refusal.fields;
  return { _: (refusal.kind === 'refused' ? refusal.reasons[0]?.sentence : null) ?? GONE_ON };
}

const TOO_MUCH = 'Nơi bạn đang dùng mạng đã gửi nhiều lần trong một giờ. Hãy đợi rồi gửi lại.';
const GONE_ON = 'Nội dung này vừa thay đổi: hãy xem lại bên dưới.';

const textsOf = (typed: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

const viewOf = (visit: Visit, { kind, id }: CodeTarget): Promise<PublicLead | PublicRecord | null> =>
  kind === 'lead' ? publicLead(visit.get('deps').db, id) : publicRecord(visit.get('deps').db, id);

async function showOpened(
  visit: Visit,
  { target, code }: Pick<Opened<unknown>, 'target' | 'code'>,
  { said = null, again = null }: Partial<Pick<LookUpViewProps<never>, 'said' | 'again'>>,
): Promise<Response> {
  const view = await viewOf(visit, target);
  if (!view) return lookUpPage(visit, '', UNKNOWN_CODE, 422);
  const props = { code, said, again };
  return framed(
    visit,
    again ? 422 : 200,
    view.kind === 'lead' ? 'Lời giới thiệu của bạn' : 'Hồ sơ của ông/bà',
    [view.kind === 'lead' ? <LeadView view={view} {...props} /> : <RecordView view={view} {...props} />],
  );
}

async function sendSlip(visit: Visit, { target, code }: Opened<unknown>): Promise<Response> {
  const view = await viewOf(visit, target);
  if (!view) return lookUpPage(visit, '', UNKNOWN_CODE, 422);
  const words = slipWords(view, code, absolute(visit, LOOK_UP_PATH));
  const pdf = await slipPdf(words, visit.get('deps').clock.now());
  visit.header('Content-Type', 'application/pdf');
  visit.header('Content-Disposition', 'attachment; filename="phieu-tra-cuu.pdf"');
  return visit.body(new Uint8Array(pdf));
}

function lookUpPage(
  visit: Visit,
  typed: string,
  errors: FieldErrors,
  status: 200 | 422 | 429,
): Promise<Response> {
  const { demo } = visit.get('deps');
  return framed(visit, status, 'Tra cứu bằng mã', [<LookUpPage typed={typed} errors={errors} demo={demo} />]);
}

async function framed(
  visit: Visit,
  status: 200 | 422 | 429,
  title: string,
  children: unknown[],
): Promise<Response> {
  const { db, clock } = visit.get('deps');
  return publicPage(visit, await programmeOn(db, clock.today()), {
    title,
    description: 'Xem lời giới thiệu, hồ sơ ghi hộ bằng mã trên phiếu.',
    path: LOOK_UP_PATH,
    unkept: true,
    status,
    children: <>{children}</>,
  });
}
