import { z } from 'zod';
import { formatTime } from '../ui/format.ts';
import { dropDraft, isFormName, receivedAt, saveDraft } from './drafts.ts';
import { notFoundPage } from './error-pages.tsx';
import { redirectWith } from './flash.ts';
import { readForm } from './form.ts';
import { HOME, localPath } from './local-path.ts';
import { get, post, type Route } from './route.ts';
import { actorOf, type Visit } from './visit.ts';

/** The field that says which page to go back to after a button of the form has saved or dropped a draft. */
export const DRAFT_BACK = '_ve';

/** Any form: a draft is kept as it was typed, right or wrong. */
const anything = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/**
 * Forms save themselves here. A script says so with `x-draft` and gets an empty answer; the button "Lưu nháp",
 * which works without scripts, is sent back to its page.
 */
export const draftRoutes: Route[] = [
  // a script asks after a form that was sent on a broken line, whose answer never came
  get('/nhap/da-nhan/:khoa', 'signed_in', async (visit) => {
    const { accountId } = actorOf(visit);
    const key = visit.req.param('khoa') ?? '';
    const at = accountId === null ? null : await receivedAt(visit.get('deps').db, accountId, key);
    return at ? visit.text(formatTime(at)) : notFoundPage(visit);
  }),
  post('/nhap/:form', 'signed_in', async (visit) => {
    const form = formOf(visit);
    if (!form) return notFoundPage(visit);
    const { typed } = await readForm(visit, anything);
    const { [DRAFT_BACK]: back, ...fields } = typed;
    const kept = await saveDraft(visit.get('deps'), form.accountId, form.name, fields);
    if (visit.req.header('x-draft')) return visit.body(null, kept ? 204 : 413);
    return redirectWith(
      visit,
      wayBack(back),
      kept ? 'Đã lưu nháp.' : 'Nội dung quá dài nên chưa lưu nháp được.',
    );
  }),
  post('/nhap/:form/bo', 'signed_in', async (visit) => {
    const form = formOf(visit);
    if (!form) return notFoundPage(visit);
    const { typed } = await readForm(visit, anything);
    await dropDraft(visit.get('deps').db, form.accountId, form.name);
    return redirectWith(visit, wayBack(typed[DRAFT_BACK]), 'Đã bỏ bản nháp.');
  }),
];

function formOf(visit: Visit): { name: string; accountId: number } | null {
  const name = visit.req.param('form') ?? '';
  const { accountId } = actorOf(visit);
  return isFormName(name) && accountId !== null ? { name, accountId } : null;
}

const wayBack = (typed: string | string[] | undefined): string =>
  localPath(typeof typed === 'string' ? typed : null) ?? HOME;
