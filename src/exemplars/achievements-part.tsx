import { evidenceOf } from '../evidence/queries.ts';
import { ButtonLink } from '../ui/button.tsx';
import { MissingList } from '../ui/panel.tsx';
import { DataTable } from '../ui/table.tsx';
import { readOnce } from '../web/read-once.ts';
import { claimsOf } from './achievements-claims.ts';
import { Figure, Trust } from './achievements-view.tsx';
import { FigureActs } from './figure-acts.tsx';
import { achievementsOf } from './merits-queries.ts';
import type { ExemplarPart } from './part.ts';
import { isStepPage } from './register-steps.ts';
import { refusalToWork } from './work-rules.ts';

/** Merits with their figures, and how far each figure can be trusted. */
export const achievementsPart: ExemplarPart = {
  id: 'thanh-tich',
  title: 'Thành tích',
  async render(visit, exemplar) {
    const [achievements, evidence, claims] = await Promise.all([
      readOnce(visit, achievementsOf, exemplar.id),
      readOnce(visit, evidenceOf, exemplar.id),
      readOnce(visit, claimsOf, exemplar.id),
    ]);
    const claimsTo = (id: number) => claims.filter((claim) => claim.achievementId === id);
    const proven = new Set(evidence.map((one) => one.achievementId));
    const bare = achievements.filter((one) => !proven.has(one.id)).length;
    const mayWork = refusalToWork(exemplar, 'merits') === null;
    const base = `/dien-hinh/${exemplar.id}/thanh-tich`;
    return (
      <>
        <MissingList items={missing(achievements.length, bare)} />
        {achievements.length > 0 ? (
          <DataTable
            caption="Thành tích"
            captionHidden
            columns={[
              { key: 'statement', label: 'Thành tích', width: 'wide' },
              { key: 'figure', label: 'Số liệu', align: 'end' },
              { key: 'year', label: 'Năm', align: 'end' },
              { key: 'trust', label: 'Độ tin cậy' },
              ...(mayWork ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
            ]}
            rows={achievements.map((one) => ({
              statement: one.statement,
              figure: <Figure achievement={one} />,
              year: one.year ?? 'chưa rõ',
              trust: <Trust figure={one} claims={claimsTo(one.id)} />,
              act: mayWork ? <FigureActs href={`${base}/${one.id}`} about={one.statement} /> : null,
            }))}
          />
        ) : null}
        {mayWork && !isStepPage(visit.req.path) ? (
          <div class="button-row">
            <ButtonLink href={`${base}/moi`} icon="plus" small>
              Thêm thành tích
            </ButtonLink>
          </div>
        ) : null}
      </>
    );
  },
};

function missing(count: number, bare: number): string[] {
  if (count === 0) return ['Chưa có thành tích nào.'];
  return bare > 0 ? [`Chưa có minh chứng cho ${bare} thành tích.`] : [];
}
