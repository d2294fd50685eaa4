/** A point on the earth, WGS 84, degrees. */
export interface Point {
  lat: number;
  lon: number;
}

/** What is shown of a place: somewhere within the circle, and nobody who sees it can say where. */
export interface Area {
  centre: Point;
  /** Metres. */
  radiusM: number;
}

const EARTH_M = 6_371_000;
/** Metres of one degree of latitude. */
export const DEGREE_M = (EARTH_M * Math.PI) / 180;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two points, over the sphere. */
export function distanceM(one: Point, other: Point): number {
  const dLat = rad(other.lat - one.lat);
  const dLon = rad(other.lon - one.lon);
  const h =
    Math.sin(dLat / 2) ** 2 + Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point so many metres to the east and the north; for distances of a few kilometres. */
export const moved = (from: Point, eastM: number, northM: number): Point => ({
  lat: from.lat + northM / DEGREE_M,
  lon: from.lon + eastM / (DEGREE_M * Math.cos(rad(from.lat))),
});

/** Metres to the east and the north of a point from another one; the other way round of `moved`. */
export const offsetM = (from: Point, to: Point): { eastM: number; northM: number } => ({
  eastM: (to.lon - from.lon) * DEGREE_M * Math.cos(rad(from.lat)),
  northM: (to.lat - from.lat) * DEGREE_M,
});
