import { sql } from 'kysely';
import type { Reader } from '../platform/db.ts';
import { type WordedFigure, withFigures } from './figure-words.ts';
import { indicator } from './indicators/registry.ts';
import { type RollupReport, scopeOf } from './rollup-below.ts';
import { rollupTree } from './rollup-tree.ts';

/** What one office below wrote in one part. */
export interface TextBelow {
  reportId: number;
  /** The version that was read: a passage is taken from it only while it is still the same. */
  version: number;
  officeName: string;
  accepted: boolean;
  text: string;
}

const PER_PAGE = 40;

export interface TextsBelow {
  texts: TextBelow[];
  /** How many offices wrote something that holds the words searched for. */
  found: number;
  pages: number;
}

/**
 * What the offices that send to this one wrote in one part, of submitted reports only, side by side. `search` is held
 * against the text and the name without marks and case; empty finds all. One query.
 */
export async function textsBelow(
  db: Reader,
  report: RollupReport,
  { part, search, page }: { part: string; search: string; page: number },
): Promise<TextsBelow> {
  const { rows } = await sql<TextBelow & { found: number }>`
    WITH RECURSIVE ${rollupTree(scopeOf(report, 'direct'))}
    SELECT w.report_id AS "reportId", w.version, o.name AS "officeName", w.state = 'accepted' AS accepted,
      r.words ->> ${part}::text AS text, count(*) OVER ()::int AS found
    FROM walk w JOIN report r ON r.id = w.report_id JOIN office o ON o.id = w.office_id
    JOIN office_kind k ON k.id = o.kind_id
    WHERE w.counted AND trim(coalesce(r.words ->> ${part}::text, '')) <> ''
      AND (${search} = '' OR position(search_key(${search}) IN search_key(o.name || ' ' || (r.words ->> ${part}::text))) > 0)
    ORDER BY k.ord, o.name COLLATE "vi-x-icu", o.id
    LIMIT ${PER_PAGE} OFFSET ${(page - 1) * PER_PAGE}`.execute(db);
  const found = rows[0]?.found ?? 0;
  const figures = await wordedFigures(
    db,
    rows.map((row) => row.reportId),
  );
  return {
    texts: rows.map(({ found: _, ...row }) => ({
      ...row,
      text: withFigures(row.text, figures.get(row.reportId) ?? new Map()),
    })),
    found,
    pages: Math.max(1, Math.ceil(found / PER_PAGE)),
  };
}

export interface WordsBelow {
  reportId: number;
  version: number;
  officeName: string;
  words: Record<string, string>;
}

/** All of them at once, by report: for gathering the words and for taking passages. Two queries. */
export async function wordsBelow(db: Reader, report: RollupReport): Promise<WordsBelow[]> {
  const { rows } = await sql<WordsBelow>`
    WITH RECURSIVE ${rollupTree(scopeOf(report, 'direct'))}
    SELECT w.report_id AS "reportId", w.version, o.name AS "officeName", r.words
    FROM walk w JOIN report r ON r.id = w.report_id JOIN office o ON o.id = w.office_id
    JOIN office_kind k ON k.id = o.kind_id
    WHERE w.counted
    ORDER BY k.ord, o.name COLLATE "vi-x-icu", o.id`.execute(db);
  const figures = await wordedFigures(
    db,
    rows.map((row) => row.reportId),
  );
  return rows.map((row) => ({
    ...row,
    words: Object.fromEntries(
      Object.entries(row.words).map(([key, text]) => [
        key,
        withFigures(text, figures.get(row.reportId) ?? new Map()),
      ]),
    ),
  }));
}

/**
 * The frozen figures of reports, as their words use them: taken into another report, a reference would name that one's
 * figure, so it is written out.
 */
async function wordedFigures(
  db: Reader,
  reportIds: readonly number[],
): Promise<Map<number, Map<string, WordedFigure>>> {
  if (reportIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('report_figure_use as u')
    .innerJoin('report_figure as f', (join) =>
      join.onRef('f.report_id', '=', 'u.report_id').onRef('f.indicator', '=', 'u.indicator'),
    )
    .select(['f.report_id as reportId', 'f.indicator', 'f.value'])
    .distinct()
    .where('f.report_id', 'in', [...reportIds])
    .execute();
  const byReport = new Map<number, Map<string, WordedFigure>>();
  for (const { reportId, indicator: key, value } of rows) {
    const figures = byReport.get(reportId) ?? new Map<string, WordedFigure>();
    byReport.set(reportId, figures.set(key, { key, unit: indicator(key)?.unit ?? '', value }));
  }
  return byReport;
}
