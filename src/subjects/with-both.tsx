import { Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { SummaryList } from '../ui/summary-list.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import type { Typed } from '../web/form.ts';
import { officePage } from '../web/page.tsx';
import { idParam } from '../web/route.ts';
import { actorOf, type Visit } from '../web/visit.ts';
import type { SubjectInView } from './in-view.ts';
import { type FoundInView, findInView } from './in-view-queries.ts';
import { subjectPath } from './merge-paths.ts';

/**
 * The two subjects of the address, within reach; of one that was merged meanwhile it is told where it went, with
 * what was typed.
 */
export async function withBoth(
  visit: Visit,
  answer: (one: SubjectInView, other: SubjectInView) => Promise<Response>,
  typed: Typed = {},
): Promise<Response> {
  const { db } = visit.get('deps');
  const [oneId, otherId] = [idParam(visit), idParam(visit, 'other')];
  if (oneId === null || otherId === null || oneId === otherId) return notFoundPage(visit);
  const [one, other] = [
    await findInView(db, actorOf(visit), oneId),
    await findInView(db, actorOf(visit), otherId),
  ];
  if (!one || !other) return notFoundPage(visit);
  const gone = [one, other].find(({ goneName }) => goneName !== null);
  return gone ? mergedPage(visit, gone, typed) : answer(one.subject, other.subject);
}

/** The same for one subject. */
export async function withOne(
  visit: Visit,
  answer: (subject: SubjectInView) => Promise<Response>,
): Promise<Response> {
  const id = idParam(visit);
  const found = id === null ? null : await findInView(visit.get('deps').db, actorOf(visit), id);
  if (!found) return notFoundPage(visit);
  return found.goneName === null ? answer(found.subject) : mergedPage(visit, found);
}

/** What was written and is needed no more, so that it may be copied. */
const typedTexts = ({ reason, overrideReason }: Typed) =>
  [reason, overrideReason].flatMap((text) =>
    typeof text === 'string' && text.trim() ? [{ label: 'Bạn đã ghi', value: text }] : [],
  );

/** Somebody was quicker: nothing is left to do here. */
function mergedPage(visit: Visit, { subject, goneName }: FoundInView, typed: Typed = {}): Promise<Response> {
  const title = 'Đã được gộp';
  return officePage(visit, {
    title,
    status: 409,
    children: (
      <>
        <PageHead title={title} />
        <Notice tone="warn" title={`${goneName} đã được gộp vào ${subject.fullName} (số ${subject.id})`}>
          <p>
            Không cần gộp nữa; chưa có gì bị ghi thêm.{' '}
            <a href={subjectPath(subject.id)}>Mở chủ thể được giữ</a>
          </p>
        </Notice>
        {typedTexts(typed).length > 0 ? <SummaryList items={typedTexts(typed)} /> : null}
      </>
    ),
  });
}
