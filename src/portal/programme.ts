import { sql } from 'kysely';
import { standingBodiesOn } from '../offices/find.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';

/** What the portal says of the programme itself. */
export interface Programme {
  /** The office that answers for the portal: the standing body of the day, else the issuer of the plan. */
  officeName: string;
  plan: {
    number: string;
    kind: string;
    title: string;
    issuerName: string;
    issuedOn: Day | null;
    periodFrom: Day;
    periodTo: Day;
  } | null;
}

const NAMELESS = 'Cơ quan thường trực chương trình điển hình tiên tiến';

/** The plan in force on the day, or the one that ran last; one that was made under another speaks for nobody but its office. */
export async function programmeOn(db: Reader, today: Day): Promise<Programme> {
  const [bodies, plan] = await Promise.all([
    standingBodiesOn(db, today),
    db
      .selectFrom('plan')
      .select(['number', 'kind', 'title', 'issuer_name', 'issued_on', 'period_from', 'period_to'])
      .where('state', '<>', 'draft')
      .where('period_from', '<=', today)
      .orderBy(sql`period_to >= ${today}::date`, 'desc')
      .orderBy(sql`parent_plan_id IS NOT NULL`)
      .orderBy('period_from', 'desc')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return {
    officeName: bodies[0]?.name ?? plan?.issuer_name ?? NAMELESS,
    plan: plan
      ? {
          number: plan.number,
          kind: plan.kind,
          title: plan.title,
          issuerName: plan.issuer_name,
          issuedOn: plan.issued_on,
          periodFrom: plan.period_from,
          periodTo: plan.period_to,
        }
      : null,
  };
}

/** Sums over everything, without a name in them; they need nobody's consent. */
export interface Numbers {
  nurtured: number;
  /** Those honoured since included. */
  recognised: number;
  honoured: number;
  /** Offices that have at least one exemplar under care. */
  offices: number;
}

export async function numbersNow(db: Reader): Promise<Numbers> {
  const { rows } = await sql<Numbers>`
    SELECT coalesce(sum(count) FILTER (WHERE state = 'nurtured'), 0)::bigint AS nurtured,
      coalesce(sum(count) FILTER (WHERE state <> 'nurtured'), 0)::bigint AS recognised,
      coalesce(sum(count) FILTER (WHERE state = 'honoured'), 0)::bigint AS honoured,
      count(DISTINCT office_id) AS offices
    FROM (SELECT office_id, state, count(*) AS count FROM exemplar
      WHERE state IN ('nurtured', 'recognised', 'honoured') GROUP BY state, office_id) AS cared`.execute(db);
  return rows[0] ?? { nurtured: 0, recognised: 0, honoured: 0, offices: 0 };
}
