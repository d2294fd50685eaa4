import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../platform/db.ts';
import type { Outline } from './outline.ts';
import type { Area, Point } from './point.ts';

/** Where an office lies, as far as it is known: its own position, or that of the office that stands for it. */
export interface OfficePosition {
  /** The office whose position it is. */
  ofId: number;
  ofName: string;
  /** `own`; of the one that took it over; of the one above it. */
  how: 'own' | 'successor' | 'above';
  centre: Point;
  /** Circle in which the office's land lies for the most part; not drawn from any exemplar. */
  area: Area;
}

/** A commune is no circle: with half as much again around one of its size nearly all of it is inside. */
const ROOM_AROUND = 1.5;
/** Where the size is not known. */
const UNKNOWN_KM2 = 60;

/**
 * The positions of offices of any time, in one query: a commune of 2016 lies where the one lies that took it over, else
 * where its district lies. An office of which nothing is known is not in the answer.
 */
export async function positionsOf(
  db: Reader,
  officeIds: readonly number[],
): Promise<Map<number, OfficePosition>> {
  if (officeIds.length === 0) return new Map();
  const { rows } = await sql<Row>`
    WITH RECURSIVE later AS (
      SELECT id AS root, id, 0 AS rank FROM unnest(${[...new Set(officeIds)]}::bigint[]) AS id
      UNION
      SELECT l.root, s.to_office_id, l.rank + 1
      FROM later l JOIN office_succession s ON s.from_office_id = l.id WHERE l.rank < 8
    ), candidate AS (
      SELECT root, id, rank FROM later
      UNION ALL
      SELECT o.id, above.id, 100 + cardinality(o.path) - above.n
      FROM office o, unnest(o.path) WITH ORDINALITY AS above (id, n)
      WHERE o.id = ANY (${[...new Set(officeIds)]}::bigint[]) AND above.id <> o.id
    )
    SELECT DISTINCT ON (c.root) c.root, c.rank, p.office_id, o.name, p.lat, p.lon, p.km2
    FROM candidate c JOIN office_position p ON p.office_id = c.id JOIN office o ON o.id = c.id
    ORDER BY c.root, c.rank, c.id`.execute(db);
  return new Map(rows.map((row) => [Number(row.root), positionIn(row)]));
}

interface Row {
  root: string;
  rank: number;
  office_id: string;
  name: string;
  lat: number;
  lon: number;
  km2: number | null;
}

function positionIn({ rank, office_id, name, lat, lon, km2 }: Row): OfficePosition {
  const centre = { lat, lon };
  const radiusM = Math.round(ROOM_AROUND * Math.sqrt((km2 ?? UNKNOWN_KM2) / Math.PI) * 10) * 100;
  return {
    ofId: Number(office_id),
    ofName: name,
    how: rank === 0 ? 'own' : rank < 100 ? 'successor' : 'above',
    centre,
    area: { centre, radiusM },
  };
}

const storedOutline = z.array(z.tuple([z.number(), z.number()]));

export interface KnownOutline {
  name: string;
  line: Outline;
  source: string;
}

/** The line around the province of an office; null where none is known. */
export async function outlineAround(db: Reader, officeId: number): Promise<KnownOutline | null> {
  const row = await db
    .selectFrom('office as o')
    .innerJoin('office_position as p', (join) =>
      join.on(sql<boolean>`p.office_id = ANY (o.path) AND p.outline IS NOT NULL`),
    )
    .innerJoin('office as named', 'named.id', 'p.office_id')
    .select(['named.name', 'p.outline', 'p.source'])
    .where('o.id', '=', officeId)
    .orderBy(sql`array_position(o.path, p.office_id)`, 'desc')
    .limit(1)
    .executeTakeFirst();
  const line = storedOutline.safeParse(row?.outline);
  if (!row || !line.success) return null;
  // the line is around the land, not around its office
  const name = row.name.replace(/^(UBND|Ủy ban nhân dân) /, '');
  return { name, source: row.source, line: line.data.map(([lon, lat]) => ({ lat, lon })) };
}

export interface Landmark {
  name: string;
  at: Point;
}

const MOST_LANDMARKS = 12;

/** Offices that lie near an area, the nearest first, to find one's way on a map: communes, not districts. */
export async function landmarksNear(db: Reader, { centre, radiusM }: Area): Promise<Landmark[]> {
  const degrees = Math.max(0.06, (2.5 * radiusM) / 100_000);
  const rows = await db
    .selectFrom('office_position as p')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .select(['o.name', 'p.lat', 'p.lon'])
    .where('o.kind_id', '=', 'commune')
    .where('p.lat', '>', centre.lat - degrees)
    .where('p.lat', '<', centre.lat + degrees)
    .where('p.lon', '>', centre.lon - degrees)
    .where('p.lon', '<', centre.lon + degrees)
    .orderBy(sql`(p.lat - ${centre.lat}) ^ 2 + (p.lon - ${centre.lon}) ^ 2`)
    .limit(MOST_LANDMARKS)
    .execute();
  return rows.map(({ name, lat, lon }) => ({ name, at: { lat, lon } }));
}
