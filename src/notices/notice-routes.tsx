import { z } from 'zod';
import { administersAll } from '../identity/rules.ts';
import type { FieldErrors } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { DRAFT_BACK } from '../web/draft-routes.ts';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import {
  checkbox,
  choices,
  id as idField,
  optionalId,
  optionalText,
  wholeNumber,
} from '../web/form-fields.ts';
import { HOME, localPath } from '../web/local-path.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { NOTICE_KINDS } from './notice-kinds.ts';
import { NoticesPage } from './notice-pages.tsx';
import { listMails, sendAgain } from './outbox-list.ts';
import { OutboxPage } from './outbox-page.tsx';
import { markRead, ownNotices } from './own-notices.ts';
import { preferencesOf, setPreferences } from './preferences.ts';
import { PreferencesPage } from './preferences-page.tsx';
import { remindedInWords, remindOf } from './remind.ts';
import { remindOfField } from './remind-field.ts';

const preferencesForm = z.object({
  email: optionalText('địa chỉ thư', 200),
  byEmail: checkbox,
  kinds: choices('loại thông báo', NOTICE_KINDS),
  daysBefore: wholeNumber('số ngày nhắc trước', 0, 30),
});

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) =>
    [value ?? []].flat().flatMap((one) => (/^[1-9]\d{0,14}$/.test(one) ? [Number(one)] : [])),
  );

const remindForm = z.object({ item: ids, [DRAFT_BACK]: z.string().optional() });

const fieldRemindForm = z.object({ linh_vuc: idField('lĩnh vực'), co_quan: ids });

/** One notice, or all until the newest that was shown. */
const readingForm = z.object({ mot: optionalId('thông báo'), den: optionalId('thông báo') });

const sendsMail = (visit: Visit): boolean => visit.get('deps').config.mail !== null;

export const ownNoticeRoutes: Route[] = [
  get('/thong-bao', 'signed_in', async (visit) => {
    const onlyUnread = visit.req.query('tat_ca') === undefined;
    const notices = await ownNotices(visit.get('deps').db, actorOf(visit), onlyUnread);
    return officePage(visit, {
      title: 'Thông báo',
      children: (
        <NoticesPage notices={notices} onlyUnread={onlyUnread} mayOutbox={administersAll(actorOf(visit))} />
      ),
    });
  }),
  post('/thong-bao/da-doc', 'signed_in', async (visit) => {
    const form = await readForm(visit, readingForm);
    if (!form.ok)
      return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: '/thong-bao' });
    const { mot: id, den: until } = form.value;
    const outcome = await markRead(acting(visit, form.key), { id, until });
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: '/thong-bao' });
    return redirectWith(visit, '/thong-bao', `Đã đánh dấu ${outcome.value.count} thông báo là đã đọc.`);
  }),
  get('/thong-bao/cai-dat', 'signed_in', (visit) => showPreferences(visit, {}, {})),
  post('/thong-bao/cai-dat', 'signed_in', async (visit) => {
    const form = await readForm(visit, preferencesForm);
    if (!form.ok) return showPreferences(visit, form.errors, form.typed);
    const outcome = await setPreferences(acting(visit, form.key), form.value);
    if (outcome.ok) return redirectWith(visit, '/thong-bao', 'Đã lưu cách nhận thông báo.');
    return answerRefusal(visit, outcome.refusal, {
      backTo: '/thong-bao',
      again: (errors) => showPreferences(visit, errors, form.typed),
    });
  }),
  post('/nhac-viec', 'signed_in', async (visit) => {
    const form = await readForm(visit, remindForm);
    const back =
      localPath(typeof form.typed[DRAFT_BACK] === 'string' ? form.typed[DRAFT_BACK] : null) ?? HOME;
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: back });
    const outcome = await remindOf(acting(visit, form.key), form.value.item);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: back });
    return redirectWith(visit, back, remindedInWords(outcome.value));
  }),
  post('/nhac-linh-vuc', 'signed_in', async (visit) => {
    const form = await readForm(visit, fieldRemindForm);
    if (!form.ok) return answerRefusal(visit, { kind: 'invalid', fields: form.errors }, { backTo: HOME });
    const { linh_vuc: fieldId, co_quan: officeIds } = form.value;
    const backTo = `/linh-vuc/${fieldId}/lua-chon`;
    const outcome = await remindOfField(acting(visit, form.key), { fieldId, officeIds });
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo });
    return redirectWith(visit, outcome.value.backTo, remindedInWords(outcome.value));
  }),
  get('/thong-bao/thu', ['admin'], async (visit) => {
    if (!administersAll(actorOf(visit))) return notFoundPage(visit);
    const mails = await listMails(visit.get('deps').db);
    return officePage(visit, {
      title: 'Hộp thư đi',
      children: <OutboxPage mails={mails} sendsMail={sendsMail(visit)} />,
    });
  }),
  post('/thong-bao/thu/:id/gui-lai', ['admin'], async (visit) => {
    const id = idParam(visit);
    if (id === null) return notFoundPage(visit);
    const form = await readForm(visit, z.object({}));
    const outcome = await sendAgain(acting(visit, form.key), id);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: '/thong-bao/thu' });
    return redirectWith(visit, '/thong-bao/thu', 'Thư sẽ được gửi lại.');
  }),
];

async function showPreferences(visit: Visit, errors: FieldErrors, typed: Typed): Promise<Response> {
  const preferences = await preferencesOf(visit.get('deps').db, actorOf(visit));
  if (!preferences) return notFoundPage(visit);
  return officePage(visit, {
    title: 'Cách nhận thông báo',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: <PreferencesPage {...{ preferences, errors, typed }} sendsMail={sendsMail(visit)} />,
  });
}
