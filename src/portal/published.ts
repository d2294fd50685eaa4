import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { scaleOf } from '../exemplars/merits-queries.ts';
import type { Level } from '../exemplars/show-words.ts';
import type { Scale } from '../measures/kinds.ts';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import type { SubjectKind } from '../subjects/kinds.ts';

/** What the public sees of an exemplar in a list. Never more: no staff, no place below the office's own area. */
export interface PublicStory {
  id: number;
  kind: SubjectKind;
  fullName: string;
  title: string | null;
  statement: string | null;
  fieldName: string | null;
  officeId: number;
  officeName: string;
  /** The office above, e.g. the district of a commune. */
  aboveName: string | null;
  honouredOn: Day;
  updatedAt: Date;
  isSample: boolean;
}

/** What the list is narrowed to. */
export interface StoryFilter {
  fieldId: number | null;
  kind: SubjectKind | null;
}

/**
 * The one rule of what is public: honoured, and the subject's consent to publication stands. A story that is held,
 * or whose consent is taken back, is gone with the next request. The exemplar stands in the query as `e`.
 */
const PUBLIC = sql<SqlBool>`e.state = 'honoured' AND EXISTS (
  SELECT 1 FROM consent c WHERE c.exemplar_id = e.id AND c.scope = 'publication' AND c.withdrawn_on IS NULL)`;

/**
 * Public exemplars, each once with the day on which it was last honoured, the newest first. The honours are walked in
 * their order and the walk ends with the page: `OFFSET 0` keeps the database from sorting all of them first (measured
 * with 10,000 stories: 5 ms a page against 60).
 *
 * @param ofHonour condition on the honour `h`
 * @param ofExemplar condition on the exemplar `e`
 */
async function publicStories(
  db: Reader,
  ofHonour: RawBuilder<unknown>,
  ofExemplar: RawBuilder<unknown>,
  range: { limit: number; offset: number },
): Promise<PublicStory[]> {
  const { rows } = await sql<PublicStory>`
    SELECT e.id, e.subject_kind AS kind, e.full_name AS "fullName", e.title, e.statement, f.name AS "fieldName",
      o.id AS "officeId", o.name AS "officeName", above.name AS "aboveName", h.honoured_on AS "honouredOn",
      e.updated_at AS "updatedAt", e.is_sample AS "isSample"
    FROM (SELECT id, exemplar_id, honoured_on FROM honour h WHERE ${ofHonour}
      ORDER BY honoured_on DESC, id DESC OFFSET 0) h
    JOIN LATERAL (
      SELECT * FROM exemplar e WHERE e.id = h.exemplar_id AND ${PUBLIC} AND ${ofExemplar}
        AND NOT EXISTS (SELECT 1 FROM honour later
          WHERE later.exemplar_id = h.exemplar_id AND (later.honoured_on, later.id) > (h.honoured_on, h.id))
      OFFSET 0) e ON true
    JOIN office o ON o.id = e.office_id
    LEFT JOIN office above ON above.id = o.parent_id
    LEFT JOIN pilot_field f ON f.id = e.field_id
    ORDER BY h.honoured_on DESC, h.id DESC
    LIMIT ${range.limit} OFFSET ${range.offset}`.execute(db);
  return rows;
}

const ANY = sql`true`;

const narrowedTo = ({ fieldId, kind }: StoryFilter) => sql<SqlBool>`
  (${fieldId}::bigint IS NULL OR e.field_id = ${fieldId}) AND (${kind}::text IS NULL OR e.subject_kind = ${kind})`;

/** The newest honoured first. */
export const newestStories = (
  db: Reader,
  filter: StoryFilter,
  range: { limit: number; offset: number },
): Promise<PublicStory[]> => publicStories(db, ANY, narrowedTo(filter), range);

export async function countStories(db: Reader, filter: StoryFilter): Promise<number> {
  const { count } = await db
    .selectFrom('exemplar as e')
    .where(PUBLIC)
    .where(sql<SqlBool>`EXISTS (SELECT 1 FROM honour h WHERE h.exemplar_id = e.id)`)
    .where(narrowedTo(filter))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** One public story, or null for everything that is not public. */
export async function findStory(db: Reader, id: number): Promise<PublicStory | null> {
  const [story] = await publicStories(db, sql`h.exemplar_id = ${id}`, ANY, { limit: 1, offset: 0 });
  return story ?? null;
}

/** The fields that have a public story, in the order of their plans. */
export function fieldsWithStories(db: Reader) {
  return db
    .selectFrom('pilot_field as f')
    .where(sql<SqlBool>`EXISTS (SELECT 1 FROM exemplar e WHERE e.field_id = f.id AND ${PUBLIC})`)
    .select(['f.id', 'f.name'])
    .orderBy('f.plan_id')
    .orderBy('f.ord')
    .execute();
}

/** What a story's own page shows beside what the list shows. */
export interface StoryDetails {
  /** Year of birth; of an individual only. */
  birthYear: number | null;
  figures: PublicFigure[];
  honours: PublicHonour[];
}

export interface PublicFigure {
  statement: string;
  measure: string | null;
  value: number | null;
  unit: string | null;
  year: number | null;
  /** What it was before, in the same unit, and when. */
  valueBefore: number | null;
  yearBefore: number | null;
  /** How its measure writes it; null for a figure in words of its own. */
  scale: Scale | null;
  /** Null: the subject's own word. */
  confirmedBy: string | null;
}

export interface PublicHonour {
  honouredOn: Day;
  occasion: string;
  level: Level;
  awardName: string | null;
  paperNumber: string | null;
}

/** For a story that was found; a figure that was contradicted is not repeated in public. */
export async function storyDetails(db: Reader, id: number): Promise<StoryDetails> {
  const [subject, figures, honours] = await Promise.all([
    db
      .selectFrom('exemplar as e')
      .innerJoin('subject as s', 's.id', 'e.subject_id')
      .where('e.id', '=', id)
      .select(['s.kind', 's.birth_year'])
      .executeTakeFirst(),
    db
      .selectFrom('achievement as a')
      .leftJoin('measure as m', 'm.id', 'a.measure_id')
      .select(['a.statement', 'a.measure', 'a.value', 'a.unit', 'a.year', 'a.trust', 'a.confirmed_by'])
      .select(['a.value_before as valueBefore', 'a.year_before as yearBefore'])
      .select(['m.kind', 'm.decimals', 'm.shown'])
      .where('a.exemplar_id', '=', id)
      .where('a.trust', '<>', 'contradicted')
      .orderBy(sql`a.year DESC NULLS LAST`)
      .orderBy('a.id')
      .execute(),
    db
      .selectFrom('honour as h')
      .leftJoin('award_form as a', 'a.id', 'h.award_form_id')
      .select(['h.honoured_on', 'h.occasion', 'h.level', 'a.name', 'h.paper_number'])
      .where('h.exemplar_id', '=', id)
      .orderBy('h.honoured_on', 'desc')
      .orderBy('h.id', 'desc')
      .execute(),
  ]);
  return {
    birthYear: subject?.kind === 'individual' ? subject.birth_year : null,
    figures: figures.map(({ trust, confirmed_by, kind, decimals, shown, ...figure }) => ({
      ...figure,
      scale: scaleOf({ kind, decimals, shown, unit: figure.unit }),
      confirmedBy: trust === 'confirmed' ? confirmed_by : null,
    })),
    honours: honours.map((row) => ({
      honouredOn: row.honoured_on,
      occasion: row.occasion,
      level: row.level as Level,
      awardName: row.name,
      paperNumber: row.paper_number,
    })),
  };
}
