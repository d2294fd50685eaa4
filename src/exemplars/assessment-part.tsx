import { z } from 'zod';
import type { Acting } from '../identity/actor.ts';
import { invalid, type Outcome } from '../platform/outcome.ts';
import { RefusalList } from '../ui/refusal-list.tsx';
import type { Route } from '../web/route.ts';
import { assessExemplar, refusalToAssess } from './assessment.ts';
import { CriterionFields } from './assessment-fields.tsx';
import { criteriaAsked, latestAssessment } from './assessment-queries.ts';
import { readAnswers, type TypedFields } from './assessment-typed.ts';
import { AssessmentView } from './assessment-view.tsx';
import type { ExemplarPart } from './part.ts';
import { findExemplar } from './queries.ts';
import { type WorkForm, workFormRoutes } from './work-form.tsx';
import { refusalToWork } from './work-rules.ts';

const ANCHOR = 'tieu-chi';

export const criteriaPart: ExemplarPart = {
  id: ANCHOR,
  title: 'Tiêu chí',
  async render(visit, exemplar) {
    const { db, clock } = visit.get('deps');
    const [asked, latest] = await Promise.all([
      criteriaAsked(db, exemplar, clock.today()),
      latestAssessment(db, exemplar.id),
    ]);
    const nothing = refusalToAssess(exemplar, asked, new Map());
    const mayAssess = !nothing && refusalToWork(exemplar, 'assessment') === null;
    return (
      <AssessmentView
        latest={latest}
        outdated={latest !== null && asked !== null && latest.setId !== asked.set.id}
        nothing={nothing?.sentence ?? null}
        assessHref={mayAssess ? `/dien-hinh/${exemplar.id}/danh-gia` : null}
      />
    );
  },
};

const form: WorkForm<TypedFields> = {
  path: 'danh-gia',
  work: 'assessment',
  title: 'Đánh giá theo tiêu chí',
  anchor: ANCHOR,
  // which fields there are depends on the criteria of the field; `assessTyped` reads them
  schema: z.looseObject({}),
  said: 'Đã đánh giá theo tiêu chí.',
  command: assessTyped,
  async fields(visit, exemplar, { field }) {
    const { db, clock } = visit.get('deps');
    const asked = await criteriaAsked(db, exemplar, clock.today());
    const nothing = refusalToAssess(exemplar, asked, new Map());
    if (nothing || !asked)
      return <RefusalList title="Chưa đánh giá được" reasons={nothing ? [nothing] : []} />;
    const latest = await latestAssessment(db, exemplar.id);
    const kept = new Map(latest?.answers.map((one) => [one.criterionId, one.answer]));
    return (
      <>
        <p>
          Bộ tiêu chí: {asked.set.name}. Điều chưa rõ cứ để “Chưa rõ” hoặc bỏ trống: không tính là đạt, cũng
          không tính là không đạt.
        </p>
        {asked.criteria.map((criterion, index) => (
          <CriterionFields
            criterion={criterion}
            number={index + 1}
            kept={kept.get(criterion.id) ?? null}
            field={field}
          />
        ))}
      </>
    );
  },
};

export const assessmentRoutes: Route[] = workFormRoutes(form);

/** Reads the answers by the criteria that are asked now, and assesses by them. */
async function assessTyped(
  acting: Acting,
  typed: TypedFields & { id: number; version: number | null },
): Promise<Outcome<{ id: number }>> {
  const { id, version } = typed;
  const exemplar = await findExemplar(acting.db, acting.actor, id);
  const asked = exemplar && (await criteriaAsked(acting.db, exemplar, acting.clock.today()));
  const { answers, errors } = readAnswers(asked?.criteria ?? [], typed);
  return Object.keys(errors).length > 0 ? invalid(errors) : assessExemplar(acting, { id, version, answers });
}
