import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { type Correction, correctionsOf, type ShownCorrection } from './gap-arrival.ts';
import type { AddRule } from './indicators/kinds.ts';
import { indicator } from './indicators/registry.ts';
import type { Figures } from './kept-parts.ts';
import { byRule } from './rollup-rules.ts';

interface Part {
  id: number;
  officeName: string;
  submittedOn: Day;
  merged: Figures;
  /** Null: as it was merged, or open again and not yet sent. */
  now: Figures | null;
}

/** The parts of a merged report with what they say now; none while every one of them is as it was merged. One query. */
async function partsOf(db: Reader, reportId: number): Promise<Part[]> {
  const { rows } = await sql<Part>`
    WITH part AS (
      SELECT r.id, o.name AS "officeName", r.submitted_on AS "submittedOn", p.figures AS merged,
        CASE WHEN r.id <> p.report_id AND r.version <> p.part_version AND r.state IN ('submitted', 'accepted') THEN
          (SELECT coalesce(jsonb_object_agg(f.indicator, f.value), '{}') FROM report_figure f WHERE f.report_id = r.id)
        END AS now
      FROM report_merged_part p JOIN report r ON r.id = p.part_report_id JOIN office o ON o.id = r.office_id
      WHERE p.report_id = ${reportId}
    )
    SELECT id, "officeName", "submittedOn", merged, CASE WHEN now <> merged THEN now END AS now FROM part
    WHERE EXISTS (SELECT FROM part WHERE now <> merged) ORDER BY "submittedOn", id`.execute(db);
  return rows;
}

/**
 * The figure above when one part of it changes: a sum moves by the difference (so what was corrected before stays), a
 * mean and a largest are taken over all the parts anew. `parts` are the values after the change.
 */
export function moved(
  rule: AddRule,
  total: number | null,
  { before, after }: { before: number | null; after: number | null },
  parts: readonly (number | null)[],
): number | null {
  const known = parts.filter((one) => one !== null);
  if (rule === 'none' || known.length === 0) return null;
  if (rule === 'sum') return (total ?? 0) + (after ?? 0) - (before ?? 0);
  const sum = known.reduce((all, one) => all + one, 0);
  return byRule(rule, { sum, mean: sum / known.length, max: Math.max(...known) });
}

/** All that has changed since a report was merged: what came late, then what was returned and has been sent again. */
export async function allCorrections(
  db: Reader,
  report: { id: number; figureKeys: readonly string[] },
): Promise<ShownCorrection[]> {
  const late = await correctionsOf(db, report.id);
  const parts = await partsOf(db, report.id);
  if (parts.length === 0) return late;
  const totals = await rolledUp(db, report.id);
  for (const { changes } of late)
    for (const [key, { after }] of Object.entries(changes)) if (totals.has(key)) totals.set(key, after);
  const figures = new Map(parts.map((part) => [part.id, part.merged]));
  const resent = parts.flatMap((part): ShownCorrection[] => {
    if (part.now === null) return [];
    figures.set(part.id, part.now);
    const changes = changesBy({ ...part, now: part.now }, report.figureKeys, totals, [...figures.values()]);
    for (const [key, { after }] of Object.entries(changes)) totals.set(key, after);
    const { officeName, submittedOn, id } = part;
    return [
      { officeName, reason: null, namedOn: null, arrivedOn: submittedOn, arrivedReportId: id, changes },
    ];
  });
  return [...late, ...resent];
}

/** What one part changes above. A figure that a person typed was never made of the parts, and stays out of it. */
function changesBy(
  part: Part & { now: Figures },
  keys: readonly string[],
  totals: ReadonlyMap<string, number | null>,
  figures: readonly Figures[],
): Correction {
  const changes: Correction = {};
  for (const key of keys) {
    const [before, after] = [part.merged[key] ?? null, part.now[key] ?? null];
    const total = totals.get(key);
    if (before === after || total === undefined) continue;
    const values = figures.map((one) => one[key] ?? null);
    const sum = moved(indicator(key)?.add ?? 'none', total, { before, after }, values);
    if (sum !== null && sum !== total) changes[key] = { before: total, after: sum };
  }
  return changes;
}

async function rolledUp(db: Reader, reportId: number): Promise<Map<string, number | null>> {
  const rows = await db
    .selectFrom('report_figure')
    .select(['indicator', 'value'])
    .where('report_id', '=', reportId)
    .where('source', '=', 'rolled_up')
    .execute();
  return new Map(rows.map(({ indicator: key, value }) => [key, value]));
}
