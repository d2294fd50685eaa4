import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { queryText } from '../web/query.ts';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import { apartRoutes } from './apart-routes.tsx';
import { holdsWhole, type SubjectInView } from './in-view.ts';
import { mergeSubjects } from './merge.ts';
import { NOT_WHOLE } from './merge-against.ts';
import type { Belongings } from './merge-belongings.ts';
import { othersFor } from './merge-choose.ts';
import { ChoosePage } from './merge-choose-page.tsx';
import { choiceIn, mergeForm } from './merge-form.ts';
import { MergePage } from './merge-page.tsx';
import { mergePath, subjectPath } from './merge-paths.ts';
import { seeBoth } from './merge-seen.ts';
import { MERGING_ROLES, withOverride } from './merge-sending.ts';
import { pairsRoutes } from './pairs-routes.tsx';
import { unmergeRoutes } from './unmerge-routes.tsx';
import { withBoth, withOne } from './with-both.tsx';

/**
 * Merging of subjects that turned out to be one, and undoing it; and those that may be one.
 *
 * @param belongings all that moves, those of folders to the right among them
 */
export const subjectMergeRoutes = (belongings: readonly Belongings[]): Route[] => [
  get('/chu-the/:id/gop', MERGING_ROLES, (visit) => withOne(visit, (subject) => choosePage(visit, subject))),
  get('/chu-the/:id/gop/:other', MERGING_ROLES, (visit) =>
    withBoth(visit, (kept, gone) => mergePage(visit, belongings, kept, gone, NOTHING_SENT)),
  ),
  post('/chu-the/:id/gop/:other', MERGING_ROLES, (visit) => sendMerge(visit, belongings)),
  ...unmergeRoutes(belongings),
  ...apartRoutes,
  ...pairsRoutes,
];

async function choosePage(visit: Visit, subject: SubjectInView): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const sought = queryText(visit, 'tim', 200);
  const may = holdsWhole(actor, subject);
  return officePage(visit, {
    title: `Gộp ${subject.fullName}`,
    children: (
      <ChoosePage
        subject={subject}
        sought={sought}
        reasons={may ? [] : [NOT_WHOLE]}
        others={may ? await othersFor(db, actor, subject, sought) : null}
      />
    ),
  });
}

interface Sent {
  errors: FieldErrors;
  /** Null: judge anew. */
  reasons: readonly Reason[] | null;
  typed: Typed;
}

const NOTHING_SENT: Sent = { errors: {}, reasons: null, typed: {} };

/** The command comes first: a second click of the same form is answered as the first one was, whatever is merged by then. */
async function sendMerge(visit: Visit, belongings: readonly Belongings[]): Promise<Response> {
  const [keptId, goneId] = [idParam(visit), idParam(visit, 'other')];
  if (keptId === null || goneId === null) return notFoundPage(visit);
  const form = await readForm(visit, mergeForm);
  const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
    withBoth(
      visit,
      (kept, gone) =>
        mergePage(visit, belongings, kept, gone, {
          errors,
          reasons: reasons.length > 0 ? reasons : null,
          typed: form.typed,
        }),
      form.typed,
    );
  if (!form.ok) return again(form.errors);
  const { goneVersion, reason, overrideReason } = form.value;
  const outcome = await mergeSubjects(acting(visit, form.key), belongings, {
    ...{ keptId, goneId, keptVersion: form.version, goneVersion, reason, overrideReason },
    choice: choiceIn(form.value),
  });
  if (outcome.ok)
    return redirectWith(visit, subjectPath(keptId), 'Đã gộp hai chủ thể; nếu nhầm, tách lại ở mục Đã gộp.');
  // one that was merged by somebody else meanwhile is told so
  if (outcome.refusal.kind === 'not_found') return again({});
  return answerRefusal(visit, outcome.refusal, {
    again,
    backTo: mergePath(keptId, goneId),
    thing: { kind: 'subject', id: keptId, version: form.version },
    sent: form,
  });
}

async function mergePage(
  visit: Visit,
  belongings: readonly Belongings[],
  kept: SubjectInView,
  gone: SubjectInView,
  { errors, reasons, typed }: Sent,
): Promise<Response> {
  const seen = await seeBoth(visit.get('deps').db, actorOf(visit), belongings, kept, gone);
  const sent = Object.keys(typed).length > 0;
  const standing = reasons ?? seen.against;
  return officePage(visit, {
    title: `Gộp ${kept.fullName}`,
    status: sent ? 422 : 200,
    children: (
      <MergePage
        seen={seen}
        reasons={standing}
        errors={withOverride({ errors, typed, reasons: standing }, 'Hãy ghi vì sao vẫn gộp, hoặc không gộp.')}
        typed={typed}
      />
    ),
  });
}
