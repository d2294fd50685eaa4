import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type RollupReach, type RollupScope, rollupTree } from './rollup-tree.ts';

/** What a roll-up has to know of the report of the office above. */
export interface RollupReport {
  id: number;
  planId: number;
  officeId: number;
  formKey: string;
  periodFrom: Day;
}

/**
 * Where an office below stands. `none` and `gap`: named by the office above, nothing to be expected or missing for a
 * reason; `excused`: by the duty; `waiting`: nothing has been submitted yet.
 */
export type BelowStatus = 'accepted' | 'submitted' | 'returned' | 'none' | 'gap' | 'excused' | 'waiting';

export interface BelowOffice {
  officeId: number;
  officeName: string;
  kindName: string;
  /** The office that it sends to, where it is not the office above itself. */
  receiverName: string | null;
  depth: number;
  status: BelowStatus;
  /** Its report goes into the sum. */
  counted: boolean;
  itemId: number | null;
  dueOn: Day | null;
  excuse: string | null;
  reportId: number | null;
  reportVersion: number | null;
  isOutside: boolean;
  submittedOn: Day | null;
  firstSubmittedOn: Day | null;
  gap: Gap | null;
}

/** An office that was named as a gap, and what came of it. */
export interface Gap {
  kind: 'none' | 'missing';
  reason: string;
  namedOn: Day;
  arrivedOn: Day | null;
  /** Its report is there and has not been merged yet. */
  waitsForMerge: boolean;
}

export const scopeOf = (report: RollupReport, reach: RollupReach): RollupScope => ({
  planId: report.planId,
  formKey: report.formKey,
  periods: [report.periodFrom],
  officeId: report.officeId,
  reach,
});

type Row = Omit<BelowOffice, 'gap'> & {
  gapKind: Gap['kind'] | null;
  gapReason: string | null;
  gapNamedOn: Day | null;
  gapArrivedOn: Day | null;
};

/** All offices below that are to report, in the order of every list, with what has come of them. One query. */
export async function belowOf(
  db: Reader,
  report: RollupReport,
  reach: RollupReach = 'direct',
): Promise<BelowOffice[]> {
  const { rows } = await sql<Row>`
    WITH RECURSIVE ${rollupTree(scopeOf(report, reach))}
    SELECT w.office_id AS "officeId", o.name AS "officeName", k.name AS "kindName", w.depth, w.counted,
      CASE WHEN w.receiver_id <> ${report.officeId} THEN r.name END AS "receiverName",
      w.item_id AS "itemId", w.due_on AS "dueOn", w.excuse, w.report_id AS "reportId", w.version AS "reportVersion",
      coalesce(w.is_outside, false) AS "isOutside", w.submitted_on AS "submittedOn",
      w.first_submitted_on AS "firstSubmittedOn", g.kind AS "gapKind", g.reason AS "gapReason",
      g.named_on AS "gapNamedOn", g.arrived_on AS "gapArrivedOn",
      CASE WHEN w.arrived THEN w.state WHEN g.kind = 'none' THEN 'none' WHEN g.kind IS NOT NULL THEN 'gap'
        WHEN w.excused_on IS NOT NULL THEN 'excused' WHEN w.state = 'returned' THEN 'returned'
        ELSE 'waiting' END AS status
    FROM walk w
    JOIN office o ON o.id = w.office_id
    JOIN office_kind k ON k.id = o.kind_id
    JOIN office r ON r.id = w.receiver_id
    LEFT JOIN report_gap g ON g.report_id = w.above_report_id AND g.office_id = w.office_id
    ORDER BY k.ord, o.name COLLATE "vi-x-icu", o.id`.execute(db);
  return rows.map(withGap);
}

function withGap({ gapKind, gapReason, gapNamedOn, gapArrivedOn, ...row }: Row): BelowOffice {
  if (gapKind === null || gapNamedOn === null) return { ...row, gap: null };
  const arrived = row.status === 'submitted' || row.status === 'accepted';
  return {
    ...row,
    gap: {
      kind: gapKind,
      reason: gapReason ?? '',
      namedOn: gapNamedOn,
      arrivedOn: gapArrivedOn,
      waitsForMerge: arrived && gapArrivedOn === null,
    },
  };
}

/** An office directly below that nothing has been decided about yet. */
export interface Undecided {
  officeId: number;
  officeName: string;
  status: 'submitted' | 'returned' | 'waiting';
}

/**
 * The offices that send to this one and are neither accepted, nor excused, nor named as a gap: an office above submits
 * only with what lies below it.
 */
export async function undecidedBelow(db: Reader, report: RollupReport): Promise<Undecided[]> {
  const below = await belowOf(db, report);
  return below.flatMap(({ officeId, officeName, status }) =>
    status === 'submitted' || status === 'returned' || status === 'waiting'
      ? [{ officeId, officeName, status }]
      : [],
  );
}
