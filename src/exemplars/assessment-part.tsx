import { z } from 'zod';
import { AnswerForm } from '../criteria/answer-fields.tsx';
import { readAnswers, readGroups, type TypedFields } from '../criteria/answer-typed.ts';
import { setsInForceFor } from '../criteria/set-queries.ts';
import type { Acting } from '../identity/actor.ts';
import { invalid, type Outcome } from '../platform/outcome.ts';
import { PageHead } from '../ui/page-head.tsx';
import { RefusalList } from '../ui/refusal-list.tsx';
import { notFoundPage } from '../web/error-pages.tsx';
import { officePage } from '../web/page.tsx';
import { get, idParam, type Route } from '../web/route.ts';
import type { Visit } from '../web/visit.ts';
import { doubtfulFigures } from './achievements-outside.tsx';
import { assessExemplar, refusalToAssess } from './assessment.ts';
import { assessmentsOf, criteriaAsked, findAssessment } from './assessment-queries.ts';
import { historyOf } from './assessment-rows.ts';
import { AssessmentDetails, AssessmentView } from './assessment-view.tsx';
import type { ExemplarPart } from './part.ts';
import { type ExemplarInView, findExemplar } from './queries.ts';
import { type Filled, type WorkForm, withExemplar, workFormRoutes } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

const ANCHOR = 'tieu-chi';

export const criteriaPart: ExemplarPart = {
  id: ANCHOR,
  title: 'Tiêu chí',
  async render(visit, exemplar) {
    const { db, clock } = visit.get('deps');
    const today = clock.today();
    const [asked, latest, history, sets] = await Promise.all([
      criteriaAsked(db, exemplar, today),
      assessmentsOf(db, [exemplar.id]),
      historyOf(db, exemplar.id),
      setsInForceFor(db, exemplar.subject.kind, today),
    ]);
    const nothing = refusalToAssess(exemplar, asked, new Map());
    const mayAssess = refusalToWork(exemplar, 'assessment') === null;
    return (
      <AssessmentView
        exemplarId={exemplar.id}
        latest={latest.get(exemplar.id) ?? []}
        history={history}
        asked={asked?.set ?? null}
        nothing={nothing?.sentence ?? null}
        assessHref={mayAssess ? `/dien-hinh/${exemplar.id}/danh-gia` : null}
        others={sets.filter(({ chain }) => chain !== asked?.set.chain)}
      />
    );
  },
};

const SCHEMA = z.looseObject({});

const form: WorkForm<TypedFields> = {
  path: 'danh-gia',
  work: 'assessment',
  title: 'Đánh giá theo tiêu chí',
  anchor: ANCHOR,
  // which fields there are depends on the criteria of the field; `assessTyped` reads them
  schema: SCHEMA,
  said: 'Đã đánh giá theo tiêu chí.',
  command: (acting, typed) => assessTyped(acting, typed, null),
  fields: (visit, exemplar, filled) => fieldsOf(visit, exemplar, filled, null),
};

/** By another set than that of the field. */
const otherForm: WorkForm<TypedFields> = {
  ...form,
  path: 'danh-gia-khac/:item',
  title: 'Đánh giá theo bộ tiêu chí khác',
  said: 'Đã đánh giá theo bộ tiêu chí khác.',
  command: (acting, typed) => assessTyped(acting, typed, typed.item),
  fields: fieldsOf,
};

async function fieldsOf(visit: Visit, exemplar: ExemplarInView, { field }: Filled, setId: number | null) {
  const { db, clock } = visit.get('deps');
  const asked = await criteriaAsked(db, exemplar, clock.today(), setId);
  const nothing = refusalToAssess(exemplar, asked, new Map(), setId);
  if (nothing || !asked) return <RefusalList title="Chưa đánh giá được" reasons={nothing ? [nothing] : []} />;
  const latest = (await assessmentsOf(db, [exemplar.id])).get(exemplar.id) ?? [];
  // answers of an earlier edition belong to other criteria
  const before = latest.find((one) => one.setId === asked.set.id);
  const kept = new Map(before?.answers.map((one) => [one.criterionId, one.answer]));
  return (
    <>
      <p>
        Bộ tiêu chí: {asked.set.name}. Điều chưa rõ cứ để “Chưa rõ” hoặc bỏ trống: không tính là đạt, cũng
        không tính là không đạt.
      </p>
      {await doubtfulFigures(db, exemplar.id)}
      <AnswerForm asked={asked} kept={kept} keptGroups={before?.groups ?? {}} field={field} />
    </>
  );
}

export const assessmentRoutes: Route[] = [
  ...workFormRoutes(form),
  ...workFormRoutes(otherForm),
  get('/dien-hinh/:id/danh-gia/:item', 'signed_in', (visit) =>
    withExemplar(visit, (exemplar) => pastAssessment(visit, exemplar)),
  ),
];

async function pastAssessment(visit: Visit, exemplar: ExemplarInView): Promise<Response> {
  const id = idParam(visit, 'item');
  const assessment = id === null ? null : await findAssessment(visit.get('deps').db, exemplar.id, id);
  if (!assessment) return notFoundPage(visit);
  const title = 'Một lần đánh giá';
  return officePage(visit, {
    title,
    children: (
      <>
        <PageHead
          title={title}
          crumbs={[
            { label: 'Điển hình', href: '/dien-hinh' },
            { label: exemplar.subject.fullName, href: `/dien-hinh/${exemplar.id}#${ANCHOR}` },
            { label: title },
          ]}
        />
        <div class="stack">
          <AssessmentDetails assessment={assessment} />
        </div>
      </>
    ),
  });
}

/** Reads the answers by the criteria that are asked now, and assesses by them. */
async function assessTyped(
  acting: Acting,
  typed: TypedFields & { id: number; version: number | null },
  setId: number | null,
): Promise<Outcome<{ id: number }>> {
  const { id, version } = typed;
  const exemplar = await findExemplar(acting.db, acting.actor, id);
  const asked = exemplar && (await criteriaAsked(acting.db, exemplar, acting.clock.today(), setId));
  const { answers, errors } = readAnswers(asked?.criteria ?? [], typed);
  if (Object.keys(errors).length > 0) return invalid(errors);
  const groups = readGroups(asked?.set.groupings ?? [], typed);
  return assessExemplar(acting, { id, version, answers, groups, setId });
}
