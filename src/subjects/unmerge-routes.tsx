import type { FieldErrors, Reason } from '../platform/outcome.ts';
import { answerRefusal } from '../web/answer.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { redirectWith } from '../web/flash.ts';
import { readForm, type Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { get, idParam, post, type Route } from '../web/route.ts';
import { acting, actorOf, type Visit } from '../web/visit.ts';
import type { SubjectInView } from './in-view.ts';
import { findInView, oneInView } from './in-view-queries.ts';
import type { Belongings } from './merge-belongings.ts';
import { undoForm } from './merge-form.ts';
import { subjectPath, undoPath } from './merge-paths.ts';
import { MERGING_ROLES, withOverride } from './merge-sending.ts';
import { type StoredMerge, storedMerge } from './merges-queries.ts';
import { unmergeSubjects } from './unmerge.ts';
import { whyNotUnmerge } from './unmerge-against.ts';
import { UnmergePage } from './unmerge-page.tsx';

const PATH = '/chu-the/:id/gop/:merge/hoan-tac';

/** The merge of the address with what it would change back. */
export const unmergeRoutes = (belongings: readonly Belongings[]): Route[] => [
  get(PATH, MERGING_ROLES, (visit) =>
    withMerge(visit, (merge, kept) => undoPage(visit, belongings, merge, kept, { errors: {}, typed: {} })),
  ),
  post(PATH, MERGING_ROLES, (visit) => sendUndo(visit, belongings)),
];

async function withMerge(
  visit: Visit,
  answer: (merge: StoredMerge, kept: SubjectInView) => Promise<Response>,
): Promise<Response> {
  const { db } = visit.get('deps');
  const actor = actorOf(visit);
  const [id, mergeId] = [idParam(visit), idParam(visit, 'merge')];
  const merge = mergeId === null ? null : await storedMerge(db, mergeId);
  if (!merge || merge.keptId !== id) return notFoundPage(visit);
  // where the kept one was merged in turn, that one is in view
  const view = await findInView(db, actor, merge.keptId);
  const kept = view && (await oneInView(db, actor, merge.keptId, true));
  return kept ? answer(merge, kept) : notFoundPage(visit);
}

/** The command comes first: a second click is answered as the first one was. */
async function sendUndo(visit: Visit, belongings: readonly Belongings[]): Promise<Response> {
  const [id, mergeId] = [idParam(visit), idParam(visit, 'merge')];
  const merge = mergeId === null ? null : await storedMerge(visit.get('deps').db, mergeId);
  if (!merge || merge.keptId !== id) return notFoundPage(visit);
  const form = await readForm(visit, undoForm);
  const again = (errors: FieldErrors, reasons: readonly Reason[] = []) =>
    withMerge(visit, (found, kept) =>
      undoPage(visit, belongings, found, kept, {
        errors,
        typed: form.typed,
        ...(reasons.length > 0 ? { reasons } : {}),
      }),
    );
  if (!form.ok) return again(form.errors);
  const outcome = await unmergeSubjects(acting(visit, form.key), belongings, {
    ...form.value,
    mergeId: merge.id,
    version: form.version,
  });
  if (outcome.ok)
    return redirectWith(visit, subjectPath(merge.keptId), 'Đã tách hai chủ thể như trước khi gộp.');
  return answerRefusal(visit, outcome.refusal, {
    again,
    backTo: undoPath(merge.keptId, merge.id),
    thing: { kind: 'subject', id: merge.keptId, version: form.version },
    sent: form,
  });
}

async function undoPage(
  visit: Visit,
  belongings: readonly Belongings[],
  merge: StoredMerge,
  kept: SubjectInView,
  { errors, typed, reasons }: { errors: FieldErrors; typed: Typed; reasons?: readonly Reason[] },
): Promise<Response> {
  const { db } = visit.get('deps');
  const against = reasons ?? (await whyNotUnmerge(db, actorOf(visit), belongings, merge, kept));
  const counts = await Promise.all(
    belongings.map(async (one) => {
      const ids = merge.moved[one.key] ?? [];
      return { name: one.name, moved: ids.length, still: await one.stillThere(db, ids, merge.keptId) };
    }),
  );
  const sent = Object.keys(typed).length > 0;
  return officePage(visit, {
    title: `Tách ${merge.goneBefore.fullName}`,
    status: sent ? 422 : 200,
    children: (
      <UnmergePage
        merge={merge}
        kept={kept}
        reasons={against}
        counts={counts}
        errors={withOverride(
          { errors, typed, reasons: against },
          'Hãy ghi vì sao vẫn tách, hoặc không tách.',
        )}
        typed={typed}
      />
    ),
  });
}
