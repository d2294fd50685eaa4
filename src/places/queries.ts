import { sql } from 'kysely';
import type { Day } from '../platform/clock.ts';
import type { Reader } from '../platform/db.ts';
import { blurred } from './blur.ts';
import type { Area, Point } from './point.ts';
import { type OfficePosition, positionsOf } from './positions.ts';
import {
  type Audience,
  type Precision,
  type PrecisionSet,
  type PublicPrecision,
  precisionFor,
  type StaffPrecision,
} from './precision.ts';

/** The place of one exemplar, already as its audience may have it. */
export interface ShownPlace {
  exemplarId: number;
  officeId: number;
  officeName: string;
  /** Where that office lies; null where nothing is known. */
  position: OfficePosition | null;
  /** How exactly the area is: a place without a point is its commune for everybody. */
  precision: Precision;
  /** Null when there is nothing to draw. */
  area: Area | null;
  /** The point itself, for those who check alone; null for everybody else, and where none was recorded. */
  point: Point | null;
}

/** What those who check see beside it, and what stands in the form. */
export interface RecordedPlace extends ShownPlace {
  shown: PrecisionSet;
  source: string;
  recordedBy: string | null;
  recordedOn: Day;
  /** What other officials get. */
  staffArea: Area | null;
}

interface Stored {
  exemplarId: number;
  subjectId: number;
  officeId: number;
  officeName: string;
  point: Point | null;
  shown: PrecisionSet;
  source: string;
  recordedBy: string | null;
  recordedOn: Day;
}

/**
 * The places of many exemplars, each as its audience may have it. Whatever leaves the server goes through here: the
 * point is not in the answer unless the audience checks. Three queries, however many.
 *
 * @param audiences of each exemplar whose place is asked for
 */
export async function placesFor(
  db: Reader,
  audiences: ReadonlyMap<number, Audience>,
): Promise<Map<number, ShownPlace>> {
  const all = await readPlaces(db, [...audiences.keys()]);
  const places = new Map<number, ShownPlace>();
  for (const { stored, position, secret } of all) {
    const audience = audiences.get(stored.exemplarId);
    if (audience) places.set(stored.exemplarId, shownTo(audience, stored, position, secret));
  }
  return places;
}

/** The whole record of one place, for somebody who checks; null when there is none. */
export async function recordedPlace(
  db: Reader,
  exemplarId: number,
  audience: Audience,
): Promise<RecordedPlace | null> {
  const [found] = await readPlaces(db, [exemplarId]);
  if (!found || precisionFor(audience, found.stored.shown) !== 'exact') return null;
  const { stored, position, secret } = found;
  const { shown, source, recordedBy, recordedOn } = stored;
  const others = shownTo({ kind: 'staff', roles: new Set() }, stored, position, secret);
  return {
    ...shownTo(audience, stored, position, secret),
    ...{ shown, source, recordedBy, recordedOn, staffArea: others.area },
  };
}

/** The smallest circle that is drawn for a point that one may know. */
const EXACT_M = 30;

function shownTo(
  audience: Audience,
  stored: Stored,
  position: OfficePosition | null,
  secret: string,
): ShownPlace {
  const { exemplarId, officeId, officeName, point, shown, subjectId } = stored;
  const allowed = precisionFor(audience, shown);
  const about = { exemplarId, officeId, officeName, position };
  if (allowed === 'hidden') return { ...about, precision: 'hidden', area: null, point: null };
  if (!point || allowed === 'commune') {
    const ofPoint = point ? blurred(point, 'commune', secret, `subject ${subjectId}`) : null;
    return { ...about, precision: 'commune', area: position?.area ?? ofPoint, point: null };
  }
  if (allowed === 'exact')
    return { ...about, precision: 'exact', area: { centre: point, radiusM: EXACT_M }, point };
  // by the subject: one household that is an exemplar of several plans has one area, not several that cut each other
  const area = blurred(point, 'hamlet', secret, `subject ${subjectId}`);
  return { ...about, precision: 'hamlet', area, point: null };
}

async function readPlaces(db: Reader, exemplarIds: readonly number[]) {
  if (exemplarIds.length === 0) return [];
  const rows = await db
    .selectFrom('exemplar_place as p')
    .innerJoin('exemplar as e', 'e.id', 'p.exemplar_id')
    .innerJoin('office as o', 'o.id', 'p.office_id')
    .leftJoin('account as by', 'by.id', 'p.recorded_by')
    .select(['p.exemplar_id', 'e.subject_id', 'p.office_id', 'o.name', 'p.lat', 'p.lon', 'p.source'])
    .select(['p.staff_precision', 'p.public_precision', 'p.recorded_on', 'by.display_name'])
    .where('p.exemplar_id', '=', sql<number>`ANY (${exemplarIds}::bigint[])`)
    .execute();
  const [positions, secret] = await Promise.all([
    positionsOf(
      db,
      rows.map((row) => row.office_id),
    ),
    placeSecret(db),
  ]);
  return rows.map((row) => {
    const stored: Stored = {
      exemplarId: row.exemplar_id,
      subjectId: row.subject_id,
      officeId: row.office_id,
      officeName: row.name,
      point: row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon },
      // held to these words by the CHECKs of the table
      shown: {
        staff: row.staff_precision as StaffPrecision,
        public: row.public_precision as PublicPrecision,
      },
      source: row.source,
      recordedBy: row.display_name,
      recordedOn: row.recorded_on,
    };
    return { stored, position: positions.get(row.office_id) ?? null, secret };
  });
}

/** Made by the migration, once for each house. */
async function placeSecret(db: Reader): Promise<string> {
  const { value } = await db
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'place.secret')
    .executeTakeFirstOrThrow();
  if (typeof value !== 'string' || value.length < 32) throw new Error('The setting place.secret is broken.');
  return value;
}
