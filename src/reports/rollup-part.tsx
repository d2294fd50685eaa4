import type { Reader } from '../platform/db.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Section } from '../ui/panel.tsx';
import { Corrections } from './merged-corrections.tsx';
import { allCorrections } from './resent.ts';
import { belowOf, type RollupReport } from './rollup-below.ts';
import { completenessInWords, completenessOf } from './rollup-rules.ts';

/**
 * The section of a report's page about what lies below it: how complete it is, the way to the roll-up, and the visible
 * corrections. Null for an office that nobody reports to. Three queries, one more where something was sent again.
 */
export async function rollupSection(db: Reader, report: RollupReport & { figureKeys: readonly string[] }) {
  const [below, corrections] = [await belowOf(db, report), await allCorrections(db, report)];
  if (below.length === 0 && corrections.length === 0) return null;
  const path = `/bao-cao/${report.id}/tong-hop`;
  return (
    <Section
      id="cap-duoi"
      title="Báo cáo cấp dưới"
      actions={
        <>
          <ButtonLink href={path} small>
            Tổng hợp cấp dưới
          </ButtonLink>
          <ButtonLink href={`${path}/loi-van`} small>
            Lời văn cấp dưới
          </ButtonLink>
        </>
      }
    >
      <p>{completenessInWords(completenessOf(below))}.</p>
      <Corrections corrections={corrections} />
    </Section>
  );
}
