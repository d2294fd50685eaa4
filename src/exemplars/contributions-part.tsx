import { CONTRIBUTION_KIND_NAMES } from '../measures/kinds.ts';
import { showAmount } from '../measures/show-amount.ts';
import { ButtonLink } from '../ui/button.tsx';
import { DataTable } from '../ui/table.tsx';
import { readOnce } from '../web/read-once.ts';
import { claimsOf, type FigureClaim } from './achievements-claims.ts';
import { AsTyped, OutsideMark, Trust } from './achievements-view.tsx';
import { type Contribution, contributionsOf } from './contributions-queries.ts';
import { FigureActs } from './figure-acts.tsx';
import type { ExemplarPart } from './part.ts';
import { isStepPage } from './register-steps.ts';
import { refusalToWork } from './work-rules.ts';

export const CONTRIBUTIONS_ANCHOR = 'dong-gop';

/** Land, money, goods and days of work that were given, and how far each can be trusted. */
export const contributionsPart: ExemplarPart = {
  id: CONTRIBUTIONS_ANCHOR,
  title: 'Đóng góp',
  async render(visit, exemplar) {
    const { db } = visit.get('deps');
    const [contributions, claims] = await Promise.all([
      contributionsOf(db, exemplar.id),
      readOnce(visit, claimsOf, exemplar.id),
    ]);
    const mayWork = refusalToWork(exemplar, 'merits') === null;
    const base = `/dien-hinh/${exemplar.id}/dong-gop`;
    return (
      <>
        <ContributionTable contributions={contributions} claims={claims} base={mayWork ? base : null} />
        {mayWork && !isStepPage(visit.req.path) ? (
          <div class="button-row">
            <ButtonLink href={`${base}/moi`} icon="plus" small>
              Thêm đóng góp
            </ButtonLink>
          </div>
        ) : null}
      </>
    );
  },
};

interface TableProps {
  contributions: readonly Contribution[];
  claims: readonly FigureClaim[];
  /** Null: nothing may be done. */
  base: string | null;
}

function ContributionTable({ contributions, claims, base }: TableProps) {
  return (
    <DataTable
      caption="Đóng góp"
      captionHidden
      columns={[
        { key: 'what', label: 'Đóng góp', width: 'wide' },
        { key: 'amount', label: 'Bao nhiêu', align: 'end' },
        { key: 'year', label: 'Năm', align: 'end' },
        { key: 'evidence', label: 'Minh chứng' },
        { key: 'trust', label: 'Độ tin cậy' },
        ...(base ? [{ key: 'act', label: 'Việc', labelHidden: true }] : []),
      ]}
      rows={contributions.map((one) => ({
        what: (
          <>
            {one.purpose}
            <div class="muted">
              {CONTRIBUTION_KIND_NAMES[one.kind]}
              {one.receiver ? ` · nơi nhận: ${one.receiver}` : ''}
            </div>
          </>
        ),
        amount: (
          <>
            {showAmount(one.amount, one.scale)}
            <AsTyped typed={one.asTyped} shown={showAmount(one.amount, one.scale)} />
            <OutsideMark shown={one.outside} rechecked={one.rechecked} />
          </>
        ),
        year: one.year ?? 'chưa rõ',
        evidence: one.evidenceTitle ?? 'chưa có',
        trust: <ContributionTrust contribution={one} claims={claims} />,
        act: base ? <FigureActs href={`${base}/${one.id}`} about={one.purpose} /> : null,
      }))}
      empty="Chưa ghi đóng góp nào: đất hiến, tiền, hiện vật, ngày công sẽ hiện ở đây."
    />
  );
}

export function ContributionTrust({
  contribution: one,
  claims,
}: {
  contribution: Contribution;
  claims: readonly FigureClaim[];
}) {
  const figure = {
    ...{ trust: one.trust, confirmed_by: one.confirmedBy, value: one.amount },
    ...{ scale: one.scale, unit: one.scale.unit },
  };
  return <Trust figure={figure} claims={claims.filter((claim) => claim.contributionId === one.id)} />;
}
