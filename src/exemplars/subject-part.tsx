import type { Child } from 'hono/jsx';
import { RESULT_NAMES } from '../criteria/finding.ts';
import { RESULT_TONES } from '../criteria/result-table.tsx';
import { CONTRIBUTION_KIND_NAMES } from '../measures/kinds.ts';
import { showAmount } from '../measures/show-amount.ts';
import { FileLink } from '../subjects/file-link.tsx';
import { idsWithin, type SubjectInView } from '../subjects/in-view.ts';
import type { SubjectPart } from '../subjects/part.ts';
import { formatDate } from '../ui/format.ts';
import { StateTag } from '../ui/state-tag.tsx';
import { type Column, DataTable, TableGroup, TableRow } from '../ui/table.tsx';
import { claimsOfMany, type FigureClaim } from './achievements-claims.ts';
import { Figure, Trust } from './achievements-view.tsx';
import { assessmentsOf } from './assessment-queries.ts';
import type { Assessment } from './assessment-rows.ts';
import { type Contribution, contributionsOfMany } from './contributions-queries.ts';
import { type Achievement, achievementsOfMany } from './merits-queries.ts';
import { byMeasure } from './subject-figures.ts';

/** What the subject achieved, measure by measure over all plans, each figure with how far it can be trusted. */
export const subjectFiguresPart: SubjectPart = {
  id: 'so-lieu',
  title: 'Thành tích và số liệu',
  async render(visit, subject) {
    const { db } = visit.get('deps');
    const ids = idsWithin(subject);
    const [achievements, contributions, claims] = await Promise.all([
      achievementsOfMany(db, ids),
      contributionsOfMany(db, ids),
      claimsOfMany(db, ids),
    ]);
    return (
      <>
        {achievements.length > 0 ? (
          <FigureTable subject={subject} achievements={achievements} claims={claims} />
        ) : (
          <p class="muted">Chưa có thành tích nào được ghi.</p>
        )}
        {contributions.length > 0 ? (
          <ContributionTable subject={subject} contributions={contributions} claims={claims} />
        ) : null}
      </>
    );
  },
};

const FIGURE_COLUMNS: readonly Column[] = [
  { key: 'statement', label: 'Thành tích', width: 'wide' },
  { key: 'figure', label: 'Số liệu', align: 'end' },
  { key: 'year', label: 'Năm', align: 'end' },
  { key: 'trust', label: 'Độ tin cậy' },
  { key: 'file', label: 'Hồ sơ' },
];

interface FigureProps {
  subject: SubjectInView;
  achievements: readonly Achievement[];
  claims: readonly FigureClaim[];
}

function FigureTable({ subject, achievements, claims }: FigureProps) {
  return (
    <DataTable caption="Số liệu theo chỉ số" captionHidden columns={FIGURE_COLUMNS}>
      {byMeasure(achievements).map(({ measure, figures }) => (
        <>
          <TableGroup columns={FIGURE_COLUMNS}>{measure ?? 'Thành tích bằng lời'}</TableGroup>
          {figures.map((one) => (
            <TableRow
              columns={FIGURE_COLUMNS}
              row={{
                statement: one.statement,
                figure: <Figure achievement={one} nameless />,
                year: one.year ?? 'chưa rõ',
                trust: (
                  <Trust
                    figure={one}
                    claims={claims.filter(({ achievementId }) => achievementId === one.id)}
                  />
                ),
                file: <FileLink subject={subject} id={one.exemplar_id} anchor="thanh-tich" />,
              }}
            />
          ))}
        </>
      ))}
    </DataTable>
  );
}

interface ContributionProps {
  subject: SubjectInView;
  contributions: readonly Contribution[];
  claims: readonly FigureClaim[];
}

function ContributionTable({ subject, contributions, claims }: ContributionProps) {
  return (
    <DataTable
      caption="Đóng góp"
      columns={[
        { key: 'what', label: 'Đóng góp', width: 'wide' },
        { key: 'amount', label: 'Bao nhiêu', align: 'end' },
        { key: 'year', label: 'Năm', align: 'end' },
        { key: 'trust', label: 'Độ tin cậy' },
        { key: 'file', label: 'Hồ sơ' },
      ]}
      rows={contributions.map((one) => ({
        what: (
          <>
            {one.purpose}
            <div class="muted">
              {[CONTRIBUTION_KIND_NAMES[one.kind], one.receiver].filter(Boolean).join(' · ')}
            </div>
          </>
        ),
        amount: showAmount(one.amount, one.scale),
        year: one.year ?? 'chưa rõ',
        trust: (
          <Trust
            figure={{ ...one, confirmed_by: one.confirmedBy, value: one.amount, unit: one.scale.unit }}
            claims={claims.filter(({ contributionId }) => contributionId === one.id)}
          />
        ),
        file: <FileLink subject={subject} id={one.exemplarId} anchor="dong-gop" />,
      }))}
    />
  );
}

/** How the subject stood against criteria: of each registration the latest assessment by each set. */
export const subjectCriteriaPart: SubjectPart = {
  id: 'tieu-chi',
  title: 'Kết quả theo tiêu chí',
  async render(visit, subject) {
    const found = await assessmentsOf(visit.get('deps').db, idsWithin(subject));
    const all = [...found.values()].flat().sort((one, other) => (one.assessedOn < other.assessedOn ? 1 : -1));
    if (all.length === 0) return <p class="muted">Chưa được đánh giá theo bộ tiêu chí nào.</p>;
    return <AssessmentTable subject={subject} assessments={all} />;
  },
};

function AssessmentTable({
  subject,
  assessments,
}: {
  subject: SubjectInView;
  assessments: readonly Assessment[];
}): Child {
  return (
    <DataTable
      caption="Kết quả theo tiêu chí"
      captionHidden
      columns={[
        { key: 'set', label: 'Bộ tiêu chí', width: 'wide' },
        { key: 'result', label: 'Kết quả' },
        { key: 'day', label: 'Ngày đánh giá', align: 'end', width: 'narrow' },
        { key: 'file', label: 'Hồ sơ' },
      ]}
      rows={assessments.map((one) => ({
        set: one.edition > 1 ? `${one.setName} (lần ${one.edition})` : one.setName,
        result: (
          <>
            <StateTag tone={RESULT_TONES[one.result]} word={RESULT_NAMES[one.result]} />
            <div class="muted">{one.summary}</div>
          </>
        ),
        day: formatDate(one.assessedOn),
        file: <FileLink subject={subject} id={one.exemplarId} anchor="tieu-chi" />,
      }))}
    />
  );
}
