import { z } from 'zod';
import type { FieldErrors } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { wholeNumber } from '../web/form-fields.ts';
import { officePage } from '../web/page.tsx';
import { get, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { quotaBytes } from './quota.ts';
import { refusalToSetQuota, setQuota } from './set-quota.ts';
import { STORAGE_PATH, StoragePage } from './storage-page.tsx';
import { keptInAll, largestOffices, pastCleanings } from './storage-queries.ts';

/** Up to 10 TB, which no office fills. */
const MOST_MB = 10 * 1024 * 1024;
const quotaForm = z.object({ megabytes: wholeNumber('dung lượng mỗi đơn vị', 1, MOST_MB) });

export const storageRoutes: Route[] = [
  get(STORAGE_PATH, 'signed_in', (visit) => storagePage(visit, {}, {})),
  post(STORAGE_PATH, ['standing', 'admin'], async (visit) => {
    const form = await readForm(visit, quotaForm);
    if (!form.ok) return storagePage(visit, form.errors, form.typed);
    const outcome = await setQuota(acting(visit, form.key), form.value);
    if (!outcome.ok) return answerRefusal(visit, outcome.refusal, { backTo: STORAGE_PATH });
    return redirectWith(visit, STORAGE_PATH, 'Đã đặt mức dung lượng cho mỗi đơn vị.');
  }),
];

async function storagePage(visit: Visit, errors: FieldErrors, typed: Typed): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const keeps = refusalToSetQuota(actor) === null;
  const [quota, offices, kept, cleanings] = await Promise.all([
    quotaBytes(db),
    largestOffices(db, keeps ? null : actor.grants.map(({ officeId }) => officeId)),
    keptInAll(db),
    pastCleanings(db),
  ]);
  return officePage(visit, {
    title: 'Dung lượng tệp',
    status: Object.keys(errors).length > 0 ? 422 : 200,
    children: (
      <StoragePage
        quota={quota}
        offices={offices}
        house={keeps ? { kept, cleanings, form: { typed, errors } } : null}
      />
    ),
  });
}
