import { sql } from 'kysely';
import type { AuditFields } from '../audit/record.ts';
import type { Acting } from '../identity/actor.ts';
import type { Reader, Tx } from '../platform/db.ts';
import { formatNumber } from '../ui/format.ts';

/** What another source says of a figure, whose it is and who wrote it down. */
export interface FigureClaim {
  id: number;
  achievementId: number | null;
  contributionId: number | null;
  /** In the unit of the figure; null: the source speaks in words. */
  value: number | null;
  source: string;
  /** ISO; null: from before it was kept. */
  saidOn: string | null;
  /** Null for the program itself. */
  recordedBy: string | null;
}

/** What other sources say of the figures of an exemplar, the oldest first. */
export const claimsOf = (db: Reader, exemplarId: number): Promise<FigureClaim[]> =>
  claimsOfMany(db, [exemplarId]);

/** The same for several exemplars with one query. */
export async function claimsOfMany(db: Reader, exemplarIds: readonly number[]): Promise<FigureClaim[]> {
  const among = sql<number>`ANY (${sql.val([...exemplarIds])}::bigint[])`;
  const claims = db
    .selectFrom('figure_claim as c')
    .leftJoin('account as p', 'p.id', 'c.recorded_by')
    .select(['c.id', 'c.achievement_id as achievementId', 'c.contribution_id as contributionId', 'c.value'])
    .select(['c.source', 'c.said_on as saidOn', 'p.display_name as recordedBy']);
  // each half is found by its own index
  return claims
    .innerJoin('achievement as a', 'a.id', 'c.achievement_id')
    .where('a.exemplar_id', '=', among)
    .unionAll(
      claims.innerJoin('contribution as g', 'g.id', 'c.contribution_id').where('g.exemplar_id', '=', among),
    )
    .orderBy('id')
    .execute();
}

/** Keeps what another source says; answers it in the words of the audit. */
export async function keepClaim(
  tx: Tx,
  acting: Acting,
  claim: { achievement_id?: number; contribution_id?: number; value: number | null; source: string },
): Promise<AuditFields> {
  const source = claim.source.replaceAll(/\s*\n\s*/g, ' ').trim();
  const { accountId } = acting.actor;
  await tx
    .insertInto('figure_claim')
    .values({ ...claim, source, said_on: acting.clock.today(), recorded_by: accountId })
    .execute();
  return {
    'Nguồn khác': source,
    ...(claim.value === null ? {} : { 'Con số của nguồn khác': formatNumber(claim.value) }),
  };
}
